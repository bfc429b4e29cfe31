// Redis and Chromium for the tests, from the system's packages.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { step, Stop } from "../server/cli/steps.mjs";

/** The first is the same browser without its windows: a person at it costs a third. */
const CHROMIUM = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

function onPath(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** The path of the browser that the tests drive. */
export function findChromium() {
  return [process.env.PALABRE_CHROMIUM, ...CHROMIUM].find((path) => path && existsSync(path));
}

function missingPackages() {
  return [
    ...(onPath("redis-server") ? [] : ["redis-server"]),
    ...(findChromium() ? [] : ["chromium"]),
  ];
}

/** Only some systems offer the browser without its windows. */
function chromiumPackage() {
  const bare = "chromium-headless-shell";
  return spawnSync("apt-cache", ["show", bare]).status === 0 ? bare : "chromium";
}

/** How this person may run apt-get, if at all. */
function aptGet() {
  if (!onPath("apt-get")) return undefined;
  if (process.getuid?.() === 0) return ["apt-get"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "apt-get"] : undefined;
}

/** Installs what is missing, or says what to install. */
export async function prepareSystem() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const apt = aptGet();
  const command = `apt-get install -y ${missing.join(" ")}`;
  if (!apt) {
    throw new Stop(`The tests need ${missing.join(" and ")}. Install them first:\n  ${command}`);
  }
  await step(`installing ${missing.join(" and ")}`, async () => {
    const run = (...args) =>
      spawnSync(apt[0], [...apt.slice(1), ...args], {
        encoding: "utf8",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    run("update");
    const packages = missing.map((name) => (name === "chromium" ? chromiumPackage() : name));
    const { status, stderr } = run("install", "-y", "--no-install-recommends", ...packages);
    const left = missingPackages();
    if (status !== 0 || left.length > 0) {
      throw new Stop(`${missing.join(" and ")} could not be installed:\n${stderr}\n  ${command}`);
    }
  });
}
