import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { FEW } from "#domain/decisions/gather-ballots.ts";
import { doTallyTask, type TallyAnswer, type TallyOrder, type TallyTask } from "./tally-tasks.ts";

/** As built: next to the processes' folders and to the chunks they share. */
const BUILT = new URL("../server/features/decisions/counting/tally-thread.js", import.meta.url);

/**
 * Counts in a thread of its own, so that the heartbeat of the process goes on: a large tally
 * computes for seconds without a pause. The ballots' bytes move to the thread and are empty here
 * afterwards. Few different ballots are counted in place; and all are where the process runs from
 * sources, as tests do. Rejects with the RangeError of ballots that cannot be counted exactly, and
 * where the thread dies.
 */
export async function countApart<T extends TallyTask>(
  task: T,
  order: TallyOrder<T>,
): Promise<TallyAnswer<T>> {
  const isSmall = order.ballots.groups <= FEW;
  if (isSmall || !existsSync(fileURLToPath(BUILT))) return doTallyTask(task, order);
  return inThread(BUILT, task, order);
}

/** The same, whatever the number of ballots; `thread` is where the built `tally-thread` lies. */
export function inThread<T extends TallyTask>(
  thread: URL,
  task: T,
  order: TallyOrder<T>,
): Promise<TallyAnswer<T>> {
  const worker = new Worker(thread, {
    workerData: { task, order },
    transferList: [order.ballots.bytes.buffer],
  });
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the counting thread ended without an answer")));
  });
}
