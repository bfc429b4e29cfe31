// `npm run tally -- FILE --method NAME …`: counts an election file. No database, no pages.
import { runAlone } from "./run-alone.mjs";

try {
  await runAlone("tally", process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${error?.name === "Stop" ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 2;
}
