// `npm test`: sets everything up, runs every check, ends with the counts.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT, setUp } from "../server/cli/setup.mjs";
import { fail } from "../server/cli/steps.mjs";
import { findChromium, prepareSystem } from "./prepare-system.mjs";

const REPORTS = join(ROOT, "build/test-reports");

const CHECKS = [
  { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
  { name: "lint", command: ["eslint", ".", "--max-warnings", "0"] },
  { name: "types", command: ["tsc", "--noEmit"] },
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
const SUITES = ["unit", "integration", "realtime", "e2e"];

const total = { passed: 0, failed: 0, skipped: 0 };

function heading(name) {
  process.stdout.write(`\n── ${name} ${"─".repeat(Math.max(0, 60 - name.length))}\n`);
}

function runTool([tool, ...args], env = {}) {
  const started = Date.now();
  const { status } = spawnSync(join(ROOT, "node_modules/.bin", tool), args, {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
  process.stdout.write(`   ${((Date.now() - started) / 1_000).toFixed(1)} s\n`);
  return status === 0;
}

function runCheck({ name, command }) {
  heading(name);
  total[runTool(command) ? "passed" : "failed"] += 1;
}

function runSuite(name, env) {
  heading(name);
  const report = join(REPORTS, `${name}.json`);
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const passed = runTool(["vitest", "run", "--project", name, ...reporters], env);
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
  await setUp();
  await prepareSystem();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const env = { PALABRE_CHROMIUM: findChromium(), NODE_ENV: "test" };
  for (const check of CHECKS) if (wanted(check.name)) runCheck(check);
  for (const suite of SUITES) if (wanted(suite)) runSuite(suite, env);

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
