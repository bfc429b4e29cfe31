import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createContainer, type Container } from "#server/container.ts";
import { createApp } from "#server/http/app.ts";
import { ballotSlot } from "#server/http/ballot-slot.ts";
import { createLog } from "#server/platform/log.ts";
import type { SealedBallot, UrnKeys } from "#wire/secret-ballots.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { signIn } from "../../support/electors.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../../support/live-assembly.ts";
import { signInAs } from "../../support/actors.ts";
import { createSecretDecisions } from "../../support/secret-decision.ts";
import {
  httpBallotBox,
  sealedBallot,
  takeCredential,
  type BallotBox,
} from "../../support/secret-elector.ts";

const PAGES = {
  kind: "built",
  build: { routes: {}, assets: {}, future: {} } as unknown as ServerBuild,
  clientDir: tmpdir(),
} as const;

let database: TestDatabase;
let container: Container;
let server: Server;
let origin: string;
let assembly: LiveAssembly;
let cookie: string;
let box: BallotBox;
let urn: UrnKeys;
let ballot: SealedBallot;
const logged: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const log = createLog(
    { logLevel: "trace", processName: "test" },
    { write: (line) => void logged.push(line) },
  );
  container = createContainer(testEnv(database.url), { log });
  server = createServer(createApp(container, PAGES, () => false)).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { pool } = container.platform;
  assembly = await createLiveAssembly(pool, 3);
  const people = assembly.electors.map((elector) => elector.id);
  await createSecretDecisions(container, assembly, ["server"]);
  await grantRole(pool, people[1] ?? "", "chair");
  cookie = (await signIn(pool, people))[0]?.cookie ?? "";
  box = httpBallotBox(origin, cookie);
  const [found] = await box.keys(assembly.id);
  if (!found) throw new Error("no keys");
  urn = found;
  ballot = await sealedBallot(urn, await takeCredential(box, urn, people[0] ?? ""), {
    kind: "choice",
    option: "for",
  });
  const [chair] = await signInAs(container, [people[1] ?? ""]);
  if (!chair) throw new Error("no chair");
  await container.api.decisions.open(chair, { decisionId: urn.decisionId, overrideReason: "x" });
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await container.close();
  await database.drop();
});

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${origin}/ballot-box/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

async function ballots(): Promise<number> {
  const { rows } = await container.platform.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM secret_ballot",
  );
  return rows[0]?.n ?? 0;
}

describe("the second act", () => {
  it("is refused unread when it carries a cookie or a password", async () => {
    const telling: Record<string, string>[] = [
      { Cookie: cookie },
      { Cookie: "theme=dark" },
      { Authorization: "x" },
    ];
    for (const header of telling) {
      const answer = await post(urn.decisionId, ballot, header);
      expect(answer).toMatchObject({ status: 400, text: '{"ok":false,"code":"carries-cookie"}' });
    }
    expect(await ballots()).toBe(0);
  });

  it("answers what no page of ours sends with a refusal and nothing else", async () => {
    const code = async (body: unknown, path = urn.decisionId) =>
      (JSON.parse((await post(path, body)).text) as { code: string }).code;
    expect(await code("{broken")).toBe("bad-input");
    expect(await code({ ...ballot, extra: 1 })).toBe("bad-input");
    expect(await code({ ...ballot, sealed: `${ballot.sealed}=` })).toBe("bad-input");
    expect(await code("x".repeat(20_000))).toBe("too-large");
    expect(await code(ballot, "nowhere")).toBe("not-found");
    const foreign = await post(urn.decisionId, ballot, { Origin: "https://evil.example" });
    expect(foreign.status).toBe(403);
    expect(await ballots()).toBe(0);
  });

  it("is acknowledged without a cookie, and nobody keeps a copy of the answer", async () => {
    const answer = await post(urn.decisionId, ballot);
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"revision":1}' });
    expect(answer.headers.get("set-cookie")).toBe(null);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await ballots()).toBe(1);
  });
});

it("stops a network that tries and tries, and takes good ballots from all others", async () => {
  const slot = ballotSlot(container, () => true);
  const trying = createServer((request, response) => void slot(request, response));
  trying.listen(0, "127.0.0.1");
  await once(trying, "listening");
  const url = `http://127.0.0.1:${(trying.address() as AddressInfo).port}`;
  const send = async (from: string, body: unknown) => {
    const response = await fetch(`${url}/ballot-box/${urn.decisionId}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: url, "X-Forwarded-For": from },
      body: JSON.stringify(body),
    });
    return response.status;
  };
  for (let sent = 0; sent < 1_000; sent += 100) {
    await Promise.all(Array.from({ length: 100 }, () => send("192.0.2.7", {})));
  }
  expect(await send("192.0.2.7", ballot)).toBe(429);
  expect(await send("198.51.100.3", ballot)).toBe(200);
  trying.closeAllConnections();
  trying.close();
});

describe("the first act", () => {
  it("asks for a session and for one of our pages", async () => {
    const request = { requests: [], assisted: false };
    expect((await post("credentials", request)).status).toBe(400);
    const blinded = Buffer.alloc(256, 1).toString("base64url");
    const { decisionId, keyId } = urn;
    const one = {
      requests: [{ decisionId, electorId: assembly.electors[2]?.id, keyId, blinded }],
    };
    expect((await post("credentials", one)).text).toContain("not-signed-in");
    expect((await post("credentials", one, { Cookie: cookie })).text).toContain("not-allowed");
    const foreign = await post("credentials", one, {
      Cookie: cookie,
      Origin: "https://evil.example",
    });
    expect(foreign.status).toBe(403);
  });

  it("gives its public keys to anybody", async () => {
    expect(await box.keys(assembly.id)).toEqual([
      expect.objectContaining({ decisionId: urn.decisionId, seal: "server" }),
    ]);
    const nowhere = await fetch(`${origin}/ballot-box/nowhere/keys`);
    expect(nowhere.status).toBe(404);
  });
});

it("writes neither act into a log or the outbox", async () => {
  const lines = logged.join("\n");
  expect(lines).not.toContain(ballot.credential);
  expect(lines).not.toContain("ballot-box");
  const { rows } = await container.platform.pool.query<{ payload: unknown }>(
    "SELECT payload FROM outbox_event",
  );
  expect(JSON.stringify(rows)).not.toContain("credential");
});
