// `npm run recount -- <bundle.json>`: bundles the recount alone and runs it. No database, no pages.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, setUp } from "./setup.mjs";

const from = process.env.INIT_CWD ?? process.cwd();
const [file, ...rest] = process.argv.slice(2);

try {
  await setUp({ build: false });
  const { build } = await import("esbuild");
  const outfile = resolve(ROOT, "build/recount.mjs");
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["server/cli/recount.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const { main } = await import(pathToFileURL(outfile).href);
  await main(file === undefined ? [] : [resolve(from, file), ...rest]);
} catch (error) {
  // 1 is for a bundle that failed a check.
  process.stderr.write(`\n${error?.name === "Stop" ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
