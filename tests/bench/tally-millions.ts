import { type Counting } from "../../app/domain/decisions/secret/opened.ts";
import { packBallots } from "../../app/domain/decisions/packed-ballots.ts";
import type { BallotGroup } from "../../app/domain/decisions/profile.ts";
import { METHODS, type MethodName } from "../../app/domain/decisions/registry.ts";
import { inThread } from "../../server/features/decisions/counting/count-apart.ts";
import { heartbeat } from "./heartbeat.ts";
import type { Row } from "./publish.ts";
import { approvals, gradings, OPTIONS, rankings, stances } from "./tally-ballots.ts";

const MILLION = 1_000_000;
export const LONGEST_PAUSE_MS = 500;
export const MOST_MEGABYTES = 1_024;

const MEASURED: readonly [MethodName, Record<string, unknown>?][] = [
  ["schulze"],
  ["ranked-pairs"],
  ["stv", { seats: 8 }],
  ["irv"],
  ["equal-shares", { seats: 8 }],
  ["approval", { seats: 8 }],
  ["majority-judgment"],
  ["score"],
  ["per-candidate", { terms: [6, 6, 3] }],
];

const BALLOTS: Record<string, (count: number) => Iterable<BallotGroup>> = {
  rank: rankings,
  approve: approvals,
  grade: gradings,
  "per-option": stances,
};

/** A million different ballots in a thread, by every method of importance, while this process beats. */
export async function countMillions(): Promise<{ megabytes: number; rows: Row[] }> {
  const thread = new URL("tally-thread.js", import.meta.url);
  const rows: Row[] = [];
  for (const [method, rule = {}] of MEASURED) {
    const { shape } = METHODS[method];
    const ballots = packBallots(OPTIONS, BALLOTS[shape]!(MILLION));
    const counting: Counting = {
      method,
      rule,
      ballot: { shape, options: [...OPTIONS] },
      electorate: { persons: MILLION, shares: MILLION },
      present: { persons: MILLION, shares: MILLION },
    };
    const heart = heartbeat();
    const started = performance.now();
    await inThread(thread, "count", { counting, ballots });
    const seconds = (performance.now() - started) / 1_000;
    const pause = heart.stop();
    rows.push({
      what: `a million ballots in a thread: ${method}; longest pause of the heartbeat`,
      value: `${seconds.toFixed(1)} s; ${pause.toFixed(0)} ms`,
      bound: `pause ≤ ${LONGEST_PAUSE_MS} ms`,
      holds: pause <= LONGEST_PAUSE_MS,
    });
  }
  const megabytes = process.resourceUsage().maxRSS / 1_024;
  rows.push({
    what: "most memory of the process, all of these",
    value: `${megabytes.toFixed(0)} MiB`,
    bound: `< ${MOST_MEGABYTES} MiB`,
    holds: megabytes < MOST_MEGABYTES,
  });
  return { megabytes, rows };
}
