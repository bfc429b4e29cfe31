import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { PackedBallots } from "#domain/decisions/packed-ballots.ts";
import type { countBy, MethodName } from "#domain/decisions/registry.ts";
import type { TieRule } from "#domain/decisions/tie.ts";

export type TallyOrder = {
  method: MethodName;
  ballots: PackedBallots;
  settings: Record<string, unknown>;
  tie: TieRule;
};

/**
 * Counts in a thread of its own, so that the heartbeat of the job process goes on: a large tally
 * computes for seconds without a pause. The ballots' bytes move to the thread and are empty here
 * afterwards. `thread` is where the built `tally-thread` lies. Rejects with the RangeError of a sum
 * that cannot be held exactly, and where the thread dies.
 */
export async function countApart(
  thread: URL,
  order: TallyOrder,
): Promise<ReturnType<typeof countBy>> {
  const worker = new Worker(thread, {
    workerData: order,
    transferList: [order.ballots.bytes.buffer],
  });
  const [result] = (await once(worker, "message")) as [ReturnType<typeof countBy>];
  return result;
}
