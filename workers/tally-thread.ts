import { parentPort, workerData } from "node:worker_threads";
import { unpackBallots } from "#domain/decisions/packed-ballots.ts";
import { countBy } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import type { TallyOrder } from "./count-apart.ts";

/** Counts what it is handed and ends. */
const { method, ballots, settings, tie } = workerData as TallyOrder;
parentPort?.postMessage(countBy(method, unpackBallots(ballots), settings, tieBreaker(tie)));
