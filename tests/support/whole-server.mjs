// Web and jobs in one process, each with connections of its own as when they are two. Where nobody
// is killed, a second start of Node for each test file would show nothing more.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const MAINS = ["workers/main.js", "server/main.js"];
const send = process.send?.bind(process);
let awaited = MAINS.length;

// Ready when both are.
process.send = (message, ...rest) => {
  if (message === "ready") awaited -= 1;
  return awaited > 0 || (send?.(message, ...rest) ?? false);
};
for (const main of MAINS) {
  await import(pathToFileURL(join(process.env.PALABRE_ROOT, "build/node", main)).href);
}
