import { createHash } from "node:crypto";
import { compareMethods, type OtherCount, type OwnCount } from "#domain/decisions/comparison.ts";
import { type PackedBallots, unpackBallots } from "#domain/decisions/packed-ballots.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import { type Counting, openedOf, tallyProfile } from "#domain/decisions/secret/opened.ts";
import { sortBallots } from "#domain/decisions/sort-ballots.ts";
import { canonicalJson } from "#domain/kernel/json.ts";

export type ToCount = { counting: Counting; ballots: PackedBallots };

/** What an opened urn gives: its ballots in the order of what they say, without their places. */
export type OpenedUrn = { report: AnyReport; opened: PackedBallots; openedHash: string };

/** What may be done to ballots in a thread of its own (count-apart.ts). */
export const TALLY_TASKS = {
  count: ({ counting, ballots }: ToCount): AnyReport =>
    tallyProfile(counting, unpackBallots(ballots)),
  open: ({ counting, ballots }: ToCount): OpenedUrn => {
    const opened = sortBallots(ballots);
    const report = tallyProfile(counting, unpackBallots(opened));
    return { report, opened, openedHash: hashOpened(opened) };
  },
  compare: ({ own, ballots }: { own: OwnCount; ballots: PackedBallots }): OtherCount[] =>
    compareMethods(unpackBallots(ballots), own),
};

/** As `openedHash` of the domain, without a text that holds all ballots. */
function hashOpened(opened: PackedBallots): string {
  const hash = createHash("sha256");
  let before = "[";
  for (const ballot of openedOf(unpackBallots(opened))) {
    hash.update(before + canonicalJson(ballot));
    before = ",";
  }
  return hash.update(before === "[" ? "[]" : "]").digest("hex");
}

export type TallyTask = keyof typeof TALLY_TASKS;
export type TallyOrder<T extends TallyTask> = Parameters<(typeof TALLY_TASKS)[T]>[0];
export type TallyAnswer<T extends TallyTask> = ReturnType<(typeof TALLY_TASKS)[T]>;

export function doTallyTask<T extends TallyTask>(task: T, order: TallyOrder<T>): TallyAnswer<T> {
  const work = TALLY_TASKS[task] as unknown as (order: TallyOrder<T>) => TallyAnswer<T>;
  return work(order);
}
