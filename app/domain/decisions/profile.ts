import { type Result, ok, refuse } from "../kernel/result.ts";
import { type BallotContent, type BallotShape, encodeBallot } from "./ballot.ts";

/** Equal ballots, counted together. */
export type BallotGroup = { content: BallotContent; count: number };

/**
 * What is counted: options by id, ballots in groups, and how many papers could not be read.
 * `ballots` may be walked more than once: an array, or, where a million different ballots would not
 * fit as objects, something compact that makes the groups while it is walked. Their order means
 * nothing, and the same content may come in several groups.
 */
export type Profile = {
  options: readonly string[];
  ballots: Iterable<BallotGroup>;
  invalid?: number;
};

/** How many ballots there were, and what became of them: `cast = blank + invalid + counted`. */
export type BallotTotals = { cast: number; blank: number; invalid: number; counted: number };

/** Groups single ballots; groups come in the order of their canonical texts, whatever order they had. */
export function groupBallots(
  options: readonly string[],
  contents: Iterable<BallotContent>,
  invalid = 0,
): Profile {
  const groups = new Map<string, BallotGroup>();
  for (const content of contents) {
    const text = encodeBallot(content);
    const group = groups.get(text);
    if (group) group.count += 1;
    else groups.set(text, { content, count: 1 });
  }
  const ballots = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  return { options, ballots, invalid };
}

/**
 * Why a profile cannot be counted. `sum-too-large`: the ballots, or what the method adds up from
 * them, are more than a number holds exactly (2^53 − 1). `empty-rank`: a rank without an option.
 * `negative-grade`: or not whole. `too-many-options`: more than the method has room for.
 */
export type ProfileRefusal =
  | "duplicate-option"
  | "count-not-whole"
  | "sum-too-large"
  | "wrong-shape"
  | "unknown-option"
  | "option-twice"
  | "empty-rank"
  | "negative-grade"
  | "too-many-options";

/** What a tally throws where it meets such ballots: it walks them once, and checks them then. */
export class BallotsRefused extends RangeError {
  readonly code: ProfileRefusal;

  constructor(code: ProfileRefusal) {
    super(`These ballots cannot be counted: ${code}`);
    this.code = code;
  }
}

/** Looks at every ballot before a count: a profile that passes is counted exactly or the sum is refused. */
export function checkProfile(
  profile: Profile,
  shape: BallotShape,
): Result<BallotTotals, ProfileRefusal> {
  if (new Set(profile.options).size !== profile.options.length) return refuse("duplicate-option");
  const faultOf = faultFinder(profile.options);
  const totals = { cast: 0, blank: 0, invalid: profile.invalid ?? 0, counted: 0 };
  if (!isCount(totals.invalid)) return refuse("count-not-whole");
  let sum = totals.invalid;
  for (const { content, count } of profile.ballots) {
    if (!isCount(count)) return refuse("count-not-whole");
    sum += count;
    if (!isCount(sum)) return refuse("sum-too-large");
    if (content.kind !== "blank" && content.kind !== shape) return refuse("wrong-shape");
    const fault = faultOf(content);
    if (fault) return refuse(fault);
    totals[saysNothing(content) ? "blank" : "counted"] += count;
  }
  return ok({ ...totals, cast: sum });
}

/**
 * The totals of a profile that a method is about to count.
 * @throws BallotsRefused where `checkProfile` refuses.
 */
export function totalsOf(profile: Profile, shape: BallotShape): BallotTotals {
  const checked = checkProfile(profile, shape);
  if (!checked.ok) throw new BallotsRefused(checked.refusal.code);
  return checked.value;
}

/** A ballot that names no option is blank, however it was written. */
export function saysNothing(content: BallotContent): boolean {
  switch (content.kind) {
    case "blank":
      return true;
    case "choice":
      return false;
    case "approve":
      return content.options.length === 0;
    case "rank":
      return content.ranks.length === 0;
    case "grade":
      return Object.keys(content.grades).length === 0;
    case "per-option":
      return Object.keys(content.choices).length === 0;
  }
}

/** Whether a number can count ballots. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The place of each option in the profile. */
export function placesOf(options: readonly string[]): Map<string, number> {
  return new Map(options.map((option, at) => [option, at]));
}

/** Looks at the names of one ballot after the other, without making a set for each: there are many. */
function faultFinder(
  options: readonly string[],
): (content: BallotContent) => ProfileRefusal | undefined {
  const places = placesOf(options);
  const lastNamedOn = new Float64Array(options.length);
  let ballot = 0;
  const nameFault = (option: string): ProfileRefusal | undefined => {
    const place = places.get(option);
    if (place === undefined) return "unknown-option";
    if (lastNamedOn[place] === ballot) return "option-twice";
    lastNamedOn[place] = ballot;
    return undefined;
  };
  return (content) => {
    ballot += 1;
    return contentFault(content, nameFault);
  };
}

function contentFault(
  content: BallotContent,
  nameFault: (option: string) => ProfileRefusal | undefined,
): ProfileRefusal | undefined {
  switch (content.kind) {
    case "blank":
      return undefined;
    case "choice":
      return nameFault(content.option);
    case "approve":
      return firstFault(content.options, nameFault);
    case "rank":
      return firstFault(content.ranks, (equals) =>
        equals.length === 0 ? "empty-rank" : firstFault(equals, nameFault),
      );
    case "grade":
      if (!Object.values(content.grades).every(isCount)) return "negative-grade";
      return firstFault(Object.keys(content.grades), nameFault);
    case "per-option":
      return firstFault(Object.keys(content.choices), nameFault);
  }
}

function firstFault<T>(
  items: readonly T[],
  faultOf: (item: T) => ProfileRefusal | undefined,
): ProfileRefusal | undefined {
  for (const item of items) {
    const fault = faultOf(item);
    if (fault) return fault;
  }
  return undefined;
}
