// One line a step: what is being done, then how long it took. Plain JavaScript without
// dependencies, because it speaks before anything is installed.

const SHOW_AFTER_MS = 1_000;

/** Runs `work` as a named step and returns what it returns; `note` says more than "done". */
export async function step(name, work, note) {
  const started = Date.now();
  process.stdout.write(`  ${name} … `);
  try {
    const result = await work();
    const took = Date.now() - started;
    const time = took >= SHOW_AFTER_MS ? ` (${(took / 1_000).toFixed(1)} s)` : "";
    process.stdout.write(`${note?.(result) || "done"}${time}\n`);
    return result;
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

/** Something the person can put right: shown as it is, without a stack. */
export class Stop extends Error {
  name = "Stop";
}

/** Shows why it ended and ends with 1. */
export function fail(error) {
  // By name: the built launcher has this class of its own.
  process.stderr.write(`\n${error?.name === "Stop" ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
