// Loaded into a process before its own code: writes each pause of its event loop that can be felt,
// as "when how-long" in milliseconds, into the file that HEARTBEAT_FILE names.
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const BEAT_MS = 20;
const FELT_MS = 50;
const file = process.env.HEARTBEAT_FILE;

if (isMainThread && file) {
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (now - last > FELT_MS) appendFileSync(file, `${Date.now()} ${Math.round(now - last)}\n`);
    last = now;
  }, BEAT_MS).unref();
}
