// What a fresh clone needs before any of its code can run: packages, the Prisma client, the build.
// Each is done again only when what it is made from has changed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { step, Stop } from "./steps.mjs";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STAMPS = join(ROOT, "node_modules/.palabre");
const NODE_MIN = [20, 19];

const SOURCES = ["app", "server", "workers", "prisma/seed", "public"];
const CONFIG = ["package-lock.json", "vite.config.ts", "remix.config.js", "tsconfig.json"];

/** Installs, generates and builds what is missing or out of date. */
export async function setUp({ build = true } = {}) {
  checkNode();
  if (!isInstalled()) {
    await step("installing packages", () =>
      run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]),
    );
  }
  const schema = digest(["prisma/schema.prisma", "prisma/models", "package-lock.json"]);
  if (stamp("client") !== schema || !existsSync(join(ROOT, "prisma/client/client.ts"))) {
    await step("generating the database client", async () => {
      // Prisma wants this engine and does not use it: any existing file keeps it from downloading.
      const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
      await run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], env);
      writeStamp("client", schema);
    });
  }
  if (build) await buildIfChanged();
}

async function buildIfChanged() {
  const sources = digest([...SOURCES, "prisma/models", ...CONFIG]);
  if (stamp("build") === sources && existsSync(join(ROOT, "build/server/index.js"))) return;
  await step("building", async () => {
    await run(process.execPath, ["server/cli/build.mjs"]);
    writeStamp("build", sources);
  });
}

/** Whether node_modules holds what package-lock.json says, whoever installed it. */
function isInstalled() {
  const hidden = join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const installed = packagesOf(hidden);
  return Object.entries(packagesOf(join(ROOT, "package-lock.json"))).every(
    ([path, { version, optional, devOptional }]) =>
      // Optional packages are for other systems more often than for this one.
      path === "" || optional || devOptional || installed[path]?.version === version,
  );
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > NODE_MIN[0] || (major === NODE_MIN[0] && minor >= NODE_MIN[1])) return;
  throw new Stop(`Palabre needs Node ${NODE_MIN.join(".")} or newer; this is ${process.version}.`);
}

/** Runs a command silently; what it printed is shown when it fails. */
export function run(command, args, env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = [];
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done();
      else failed(new Stop(`${command} ${args.join(" ")} failed:\n${Buffer.concat(output)}`));
    });
  });
}

/** A fingerprint of files and folders by name and content. */
function digest(paths) {
  const hash = createHash("sha256");
  const add = (path) => {
    const full = join(ROOT, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) add(join(path, name));
    } else {
      hash.update(path).update("\0").update(readFileSync(full)).update("\0");
    }
  };
  paths.forEach(add);
  return hash.digest("hex");
}

function stamp(name) {
  const file = join(STAMPS, name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), value);
}
