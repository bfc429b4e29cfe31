// `npm run bench:<name> [-- --write]`: sets up, then runs tests/bench/<name>.ts in a process of its
// own. `--write` puts the figures into docs/performance.md.
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { setUp } from "../../server/cli/setup.mjs";

const [name, ...rest] = process.argv.slice(2);
const root = resolve(import.meta.dirname ?? ".", "../..");

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(status ?? 1);
}

await setUp();
const { build } = await import("esbuild");
const outfile = `build/bench/${name}.js`;
await build({
  entryPoints: {
    [name]: resolve(root, `tests/bench/${name}.ts`),
    "bare-server": resolve(root, "tests/bench/bare-server.ts"),
    "digest-writer": resolve(root, "tests/bench/digest-writer.ts"),
    "tally-thread": resolve(root, "server/features/decisions/counting/tally-thread.ts"),
  },
  outdir: resolve(root, "build/bench"),
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
});
run(process.execPath, [outfile, ...rest], { NODE_ENV: "production" });
