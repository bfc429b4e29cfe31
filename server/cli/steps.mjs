// One line a step: what is being done, then how long it took. Plain JavaScript without
// dependencies, because it speaks before anything is installed.

const SHOW_AFTER_MS = 1_000;

/** Runs `work` as a named step. `work` returns what to add to the line, if anything. */
export async function step(name, work) {
  const started = Date.now();
  process.stdout.write(`  ${name} … `);
  try {
    const note = await work();
    const seconds = (Date.now() - started) / 1_000;
    const time = seconds * 1_000 >= SHOW_AFTER_MS ? ` (${seconds.toFixed(1)} s)` : "";
    process.stdout.write(`${note || "done"}${time}\n`);
  } catch (error) {
    process.stdout.write("failed\n");
    throw error;
  }
}

/** Something the person can put right: shown as it is, without a stack. */
export class Stop extends Error {}

/** Shows why it ended and ends with 1. */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
