// `npm run recount -- <bundle.json>`: counts a secret vote again. No database, no pages.
import { resolve } from "node:path";
import { runAlone } from "./run-alone.mjs";

const [file, ...rest] = process.argv.slice(2);
// The file is named from where the command was typed.
const from = process.env.INIT_CWD ?? process.cwd();

try {
  await runAlone("recount", file === undefined ? [] : [resolve(from, file), ...rest]);
} catch (error) {
  // 1 is for a bundle that failed a check.
  process.stderr.write(`\n${error?.name === "Stop" ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
