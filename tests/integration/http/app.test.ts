import { once } from "node:events";
import { createServer, request as send, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContainer, type Container } from "#server/container.ts";
import { createApp } from "#server/http/app.ts";
import { createLog } from "#server/platform/log.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";

// One route that answers everything, in place of our pages.
const build = {
  entry: { module: { default: () => new Response("page") } },
  routes: {
    echo: {
      id: "echo",
      path: "*",
      module: {
        loader: () => new Response("read"),
        action: async ({ request }: { request: Request }) =>
          new Response(String((await request.text()).length)),
      },
    },
  },
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
  future: {},
  publicPath: "/",
  assetsBuildDirectory: "",
  isSpaMode: false,
} as unknown as ServerBuild;

let database: TestDatabase;
let container: Container;
let server: Server;
let origin: string;
const logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLog(
    { logLevel: "error", processName: "test" },
    { write: (line) => void logged.push(line) },
  );
  container = createContainer(testEnv(database.url), { log });
  server = createServer(
    createApp(container, { kind: "built", build, clientDir: tmpdir() }, () => false),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await container.close();
  await database.drop();
});

/** `fetch` mends addresses and lengths; this sends them as they are. */
async function ask(path: string, headers: Record<string, string> = {}, body?: string) {
  const sent = send(origin, { path, method: body === undefined ? "GET" : "POST", headers });
  sent.on("error", () => undefined);
  sent.end(body);
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  answer.resume();
  return answer;
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  ask(
    path,
    { origin, "content-length": String(Buffer.byteLength(body)), ...FORM, ...headers },
    body,
  );

describe("what no page of ours sends", () => {
  it.each(["/assembly/%00", "/assembly/%E0%A4%A", "/%"])("%s names nothing", async (path) => {
    expect((await ask(path)).statusCode).toBe(400);
  });

  it("is refused before a long form is held in memory", async () => {
    expect((await post("/account", "a".repeat(200_000))).statusCode).toBe(200);
    expect((await post("/account", "a".repeat(300_000))).statusCode).toBe(413);
    expect((await post("/membership/import", "a".repeat(300_000))).statusCode).toBe(200);
  });

  it("is a form", async () => {
    for (const type of ["application/json", "text/plain", "multipart/form-data", ""]) {
      expect((await post("/account", "{}", { "content-type": type })).statusCode).toBe(415);
    }
  });

  it("says how long it is", async () => {
    const endless = { origin, "transfer-encoding": "chunked" };
    expect((await ask("/account", endless, "a")).statusCode).toBe(411);
  });
});

describe("a page", () => {
  it("is kept by no cache on the way", async () => {
    expect((await ask("/")).headers["cache-control"]).toBe("private, no-cache");
  });

  it("that cannot be made leaves no sign-in link in the log", async () => {
    const cookie = "palabre_session=abcdefghijklmnopqrstuvwxyz";
    const { pool } = container.platform;
    const connect = pool.query.bind(pool);
    pool.query = () => Promise.reject(new Error("the database is away"));
    try {
      const answer = await ask("/sign-in/link/the-secret-of-a-mail", { cookie });
      expect(answer.statusCode).toBe(503);
    } finally {
      pool.query = connect;
    }
    expect(logged.join()).toContain("the database is away");
    expect(logged.join()).not.toContain("the-secret");
  });
});
