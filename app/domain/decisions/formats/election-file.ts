import type { JsonObject } from "../../kernel/json.ts";
import type { BallotContent, BallotShape } from "../ballot.ts";
import type { BallotGroup, Profile } from "../profile.ts";
import type { TieRule } from "../tie.ts";
import type { TextReader } from "./text-reader.ts";

/** What a file holds: the ballots, and what it says of how to count them. */
export type ElectionFile = {
  title?: string;
  /** The name of each option of the profile, in its order. Names may repeat; ids do not. */
  names: string[];
  /** The ballots are read again from the text each time they are walked, so a million of them fit. */
  profile: Profile;
  /** Of the ballots that say something; missing where none does. */
  shape?: BallotShape;
  seats?: number;
  /** Names of options that the file declares withdrawn: they are in no list and on no ballot. */
  withdrawn?: string[];
  method?: string;
  settings?: JsonObject;
  tie?: TieRule;
};

/** The most options that are read: a larger number in a file is a mistake or an attack. */
export const MOST_OPTIONS = 100_000;

/**
 * Walks every ballot once, for its mistakes: more of them than a number holds exactly, with
 * `totals.invalid` papers that could not be read, or of different shapes. Returns their shape.
 * @throws MalformedFile
 */
export function checkBallots(
  reader: TextReader,
  groups: Iterable<BallotGroup>,
  totals: { invalid: number } = { invalid: 0 },
): BallotShape | undefined {
  let shape: BallotShape | undefined;
  let sum = 0;
  const checkSum = () => {
    if (Number.isSafeInteger(sum + totals.invalid)) return;
    reader.fail(`at most ${Number.MAX_SAFE_INTEGER} ballots in all up to here`);
  };
  for (const { content, count } of groups) {
    sum += count;
    checkSum();
    if (content.kind === "blank") continue;
    shape ??= content.kind;
    if (content.kind !== shape) reader.fail(`ballots of kind ${shape} only, up to here`);
  }
  checkSum();
  return shape;
}

/** Ballots that are made anew at each walk. */
export function walkable(walk: () => Iterator<BallotGroup>): Iterable<BallotGroup> {
  return { [Symbol.iterator]: walk };
}

/** Ranks as a ballot; none at all is a blank one. */
export function rankBallot(ranks: string[][]): BallotContent {
  return ranks.length > 0 ? { kind: "rank", ranks } : { kind: "blank" };
}
