import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compressAssets } from "../../../server/cli/compress-assets.mjs";
import { assets } from "#server/http/assets.ts";

const SCRIPT = "export const word = 'palabre';\n".repeat(60);
let directory: string;
let server: Server;
let origin: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "palabre-assets-"));
  writeFileSync(join(directory, "page-abc.js"), SCRIPT);
  writeFileSync(join(directory, "tiny-abc.js"), "1;");
  await compressAssets(directory);
  server = createServer(express().use("/assets", assets(directory)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(directory, { recursive: true });
});

const get = (name: string, encoding: string) =>
  fetch(`${origin}/assets/${name}`, { headers: { "accept-encoding": encoding } });

it("hands out what the build compressed, as what it is", async () => {
  const answer = await get("page-abc.js", "gzip, br");
  expect(answer.headers.get("content-encoding")).toBe("br");
  expect(answer.headers.get("content-type")).toMatch(/javascript/);
  expect(answer.headers.get("vary")).toMatch(/accept-encoding/i);
  expect(answer.headers.get("cache-control")).toMatch(/immutable/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(Number(answer.headers.get("content-length"))).toBeLessThan(SCRIPT.length / 4);
  expect(await answer.text()).toBe(SCRIPT);
});

it("serves the file itself where the twin is not wanted, or not there", async () => {
  for (const [name, encoding, content] of [
    ["page-abc.js", "identity", SCRIPT],
    ["tiny-abc.js", "br", "1;"],
  ] as const) {
    const answer = await get(name, encoding);
    expect(answer.headers.get("content-encoding")).toBeNull();
    expect(await answer.text()).toBe(content);
  }
});

it("answers 404 for what is gone, and for nothing outside", async () => {
  expect((await get("gone-abc.js", "br")).status).toBe(404);
  expect((await get("", "br")).status).toBe(404);
  expect((await get("..%2f..%2fetc%2fpasswd", "br")).status).toBeGreaterThanOrEqual(400);
});
