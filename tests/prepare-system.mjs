// Redis and Chromium for the tests, from the system's packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "../server/cli/setup.mjs";
import { Stop } from "../server/cli/steps.mjs";

/** The first is the same browser without its windows: a person at it costs a third. */
const CHROMIUM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** A mirror that does not answer is not waited for; seconds. */
const PATIENCE = ["-o", "Acquire::http::Timeout=20", "-o", "Acquire::Retries=1"];

function onPath(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** The path of the browser that the tests drive. */
export function findChromium() {
  return [process.env.PALABRE_CHROMIUM, ...CHROMIUM].find((path) => path && existsSync(path));
}

/** What the tests cannot do without. */
function missingPackages() {
  return [
    ...(onPath("redis-server") ? [] : ["redis-server"]),
    ...(findChromium() ? [] : ["chromium"]),
  ];
}

const [BARE_PATH] = CHROMIUM;
const BARE = "chromium-headless-shell";

/** Only some systems offer the browser without its windows. */
function offersBare() {
  return spawnSync("apt-cache", ["show", BARE]).status === 0;
}

/**
 * Whether to fetch it beside a whole browser. A machine that runs everything as root was made for
 * this; on somebody's own, nothing is installed but what is missing.
 */
function wouldBeQuicker() {
  const chosen = process.env.PALABRE_CHROMIUM || existsSync(BARE_PATH);
  return !chosen && process.getuid?.() === 0 && onPath("apt-get");
}

/** How this person may run apt-get, if at all. */
function aptGet() {
  if (!onPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "apt-get"] : undefined;
}

/**
 * Begins to install what is missing, or says what to install; nothing where nothing is. The system's
 * packages come while npm's do: `done` is awaited afterwards.
 */
export function prepareSystem() {
  const missing = missingPackages();
  if (missing.length === 0) return wouldBeQuicker() ? fetchBare() : undefined;
  const apt = aptGet();
  const names = missing.join(" and ");
  const byHand = `apt-get install -y ${missing.join(" ")}`;
  if (!apt) throw new Stop(`The tests need ${names}. Install them first:\n  ${byHand}`);
  const done = install(apt, missing).catch((error) => {
    throw new Stop(`${names} could not be installed:\n${error.message}\n  ${byHand}`);
  });
  done.catch(() => undefined); // told where it is awaited
  return { name: `installing ${names}`, done };
}

/** The whole browser does as well where this one does not come. */
function fetchBare() {
  const done = installPackages(["apt-get"], () => (offersBare() ? [BARE] : []));
  return { name: `installing ${BARE}, a lighter browser`, done: done.catch(() => undefined) };
}

async function install(apt, missing) {
  const browser = () => (offersBare() ? BARE : "chromium");
  await installPackages(apt, () => missing.map((name) => (name === "chromium" ? browser() : name)));
  const left = missingPackages();
  if (left.length > 0) throw new Error(`${left.join(" and ")} is not where it was expected.`);
}

/** Chooses its packages once it has news of what there is. */
async function installPackages([command, ...options], choose) {
  const apt = (...args) =>
    run(command, [...options, ...PATIENCE, ...args], { DEBIAN_FRONTEND: "noninteractive" });
  // Without news, what was known before may do.
  await apt("update").catch(() => undefined);
  await apt("install", "-y", "--no-install-recommends", ...choose());
}
