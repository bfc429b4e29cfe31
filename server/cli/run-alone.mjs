import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT, setUp } from "./setup.mjs";

/** Bundles one command and runs its `main`. No database, no pages. */
export async function runAlone(command, args) {
  await setUp({ build: false });
  const { build } = await import("esbuild");
  const outfile = join(ROOT, `build/${command}.mjs`);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`server/cli/${command}.ts`],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const { main } = await import(pathToFileURL(outfile).href);
  await main(args);
}
