// `npm test`: sets everything up, runs every check, ends with the counts.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, setUp } from "../server/cli/setup.mjs";
import { fail, step } from "../server/cli/steps.mjs";
import { findChromium, prepareSystem } from "./prepare-system.mjs";

const REPORTS = join(ROOT, "build/test-reports");

/** One after the other, beside the build and the suites, with what those leave of the two cores. */
const CHECKS = [
  {
    name: "types and lint",
    // All types of the product at once: 3 GB, more than Node takes by itself on a small machine.
    command: ["node", "--max-old-space-size=4096", "tests/typed-checks.mjs"],
  },
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  {
    name: "borders",
    command: [
      "depcruise",
      "--config",
      ".dependency-cruiser.cjs",
      "app",
      "server",
      "workers",
      "prisma/seed",
      "tests",
    ],
  },
];
/** The suites must be in time: nice(1). */
const GIVING_WAY = ["nice", "-n", "5"];
/** One after the other: real processes and browsers need both cores to be in time. */
const SUITES = ["unit", "integration", "realtime", "e2e"];

const total = { passed: 0, failed: 0, skipped: 0 };

function heading(name) {
  process.stdout.write(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}\n`);
}

function tookSince(started) {
  process.stdout.write(`   ${((Date.now() - started) / 1_000).toFixed(1)} s\n`);
}

function binary(tool) {
  return tool === "node" ? process.execPath : join(ROOT, "node_modules/.bin", tool);
}

/** Runs a tool and shows what it said once it is done; whether it went well. */
async function runTool(name, [tool, ...args], { env = {}, before = [] } = {}) {
  const started = Date.now();
  const [program, ...rest] = [...before, binary(tool), ...args];
  const child = spawn(program, rest, {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const said = [];
  for (const output of [child.stdout, child.stderr]) output.on("data", (data) => said.push(data));
  const status = await new Promise((done) => {
    child.on("error", () => done(1));
    child.on("close", done);
  });
  heading(name);
  process.stdout.write(Buffer.concat(said));
  tookSince(started);
  return status === 0;
}

async function runChecks(wanted) {
  for (const { name, command } of CHECKS.filter((check) => wanted(check.name))) {
    total[(await runTool(name, command, { before: GIVING_WAY })) ? "passed" : "failed"] += 1;
  }
}

async function runSuite(name, env) {
  const report = join(REPORTS, `${name}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const passed = await runTool(name, ["vitest", "run", "--project", name, ...reporters], { env });
  const counts = readReport(report);
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  // A suite that broke outside its tests has failed too.
  total.failed += passed ? counts.failed : Math.max(1, counts.failed);
}

function readReport(file) {
  try {
    const report = JSON.parse(readFileSync(file, "utf8"));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

try {
  const started = Date.now();
  const only = process.argv.slice(2);
  const wanted = (name) => only.length === 0 || only.includes(name);
  const system = prepareSystem();
  await setUp({ build: false });
  const checks = runChecks(wanted);
  await setUp();
  if (system) await step(system.name, () => system.done);
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const env = { PALABRE_CHROMIUM: findChromium(), NODE_ENV: "test" };
  for (const suite of SUITES) if (wanted(suite)) await runSuite(suite, env);
  await checks;

  const { passed, failed, skipped } = total;
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  process.stdout.write(`\nThe whole run took ${minutes} minutes.\n`);
  process.stdout.write(
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
  );
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} catch (error) {
  fail(error);
}
