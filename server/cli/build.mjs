// `npm run build`: pages for the browser and the server by Remix on Vite; the processes and
// commands by esbuild into build/node, with packages left where they are.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, context } from "esbuild";
import { compressAssets } from "./compress-assets.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What runs in threads of its own. */
const THREADS = [
  "server/features/decisions/secret/check-worker.ts",
  "server/features/decisions/counting/tally-thread.ts",
];

function nodeOptions() {
  const commands = readdirSync(join(ROOT, "server/cli"))
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `server/cli/${name}`);
  return {
    absWorkingDir: ROOT,
    entryPoints: [
      "server/main.ts",
      "workers/main.ts",
      ...THREADS,
      "prisma/seed/index.ts",
      ...commands,
    ],
    outdir: "build/node",
    outbase: ".",
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[hash]",
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  };
}

/** Bundles the processes and the commands; takes a fraction of a second. */
export async function buildNode() {
  await build(nodeOptions());
}

/** Bundles them again whenever a source changes, and says so each time that it went well. */
export async function watchNode(changed) {
  let first = true;
  const tell = {
    name: "tell",
    setup({ onEnd }) {
      onEnd(({ errors }) => {
        if (errors.length === 0 && !first) changed();
        first = false;
      });
    },
  };
  const watching = await context({ ...nodeOptions(), plugins: [tell] });
  await watching.watch();
}

function buildPages() {
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/@remix-run/dev/dist/cli.js", "vite:build"],
    { cwd: ROOT, stdio: "inherit", env: { ...process.env, NODE_ENV: "production" } },
  );
  if (status !== 0) process.exit(status ?? 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  buildPages();
  await compressAssets(join(ROOT, "build/client/assets"));
  await buildNode();
}
