import { once } from "node:events";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createBatcher } from "../../../platform/batcher.ts";
import { checkBallots, type BallotCheck, type BallotVerdict } from "./check-ballots.ts";

const MAX_BATCH = 64;
/** As many as there are cores, a few at most: the event loop waits for them anyway. */
const THREADS = Math.min(4, availableParallelism());

/** As built: next to the processes' folders and to the chunks they share. */
const BUILT = new URL("../server/features/decisions/secret/check-worker.js", import.meta.url);

export type CheckBallot = (check: BallotCheck) => Promise<BallotVerdict>;

/**
 * Verifies ballots off the event loop, in batches: handing each signature to the thread pool by
 * itself costs as much as verifying it. Run from sources, as tests do, it has no threads.
 */
export function createBallotChecker(): CheckBallot {
  const check = existsSync(fileURLToPath(BUILT)) ? createThreads() : checkBallots;
  const batcher = createBatcher<BallotCheck, BallotVerdict>({
    maxSize: MAX_BATCH,
    lanes: THREADS,
    conflictKey: ({ ballot }) => ballot.signature,
    write: (checks) => check(checks),
  });
  return (one) => batcher.add(one);
}

/** Threads are started when they are needed, and one that dies is replaced by the next batch. */
function createThreads(): typeof checkBallots {
  const idle: Worker[] = [];
  return async (checks) => {
    const worker = idle.pop() ?? new Worker(BUILT);
    // The process may end while a thread waits for work.
    worker.unref();
    worker.postMessage(checks);
    const [verdicts] = (await once(worker, "message")) as [BallotVerdict[]];
    idle.push(worker);
    return verdicts;
  };
}
