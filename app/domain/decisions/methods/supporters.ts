import { type BallotTotals, placesOf, type Profile, totalsOf } from "../profile.ts";

/** Who approves what, by places in the options' list. Voters who approve alike come in groups. */
export type Supporters = {
  options: readonly string[];
  ballots: BallotTotals;
  /** How many voters each group has. */
  sizes: Float64Array;
  /** The groups that approve each option. */
  groupsOf: Int32Array[];
  /** How many voters approve each option. */
  approvals: number[];
};

/** Reads approval ballots. @throws RangeError where `checkProfile` refuses. */
export function readSupporters(profile: Profile): Supporters {
  const ballots = totalsOf(profile, "approve");
  const at = placesOf(profile.options);
  const sizes: number[] = [];
  const groups: number[][] = profile.options.map(() => []);
  const approvals = profile.options.map(() => 0);
  for (const { content, count } of profile.ballots) {
    if (content.kind !== "approve" || content.options.length === 0 || count === 0) continue;
    for (const option of content.options) {
      const place = at.get(option)!;
      groups[place]!.push(sizes.length);
      approvals[place]! += count;
    }
    sizes.push(count);
  }
  return {
    options: profile.options,
    ballots,
    sizes: Float64Array.from(sizes),
    groupsOf: groups.map((some) => Int32Array.from(some)),
    approvals,
  };
}

/** Voters of one class among the supporters of an option. */
export type Share = { class: number; voters: bigint };

/**
 * Voters in classes: those who supported the same of the options bought so far, whose purses are
 * therefore equal. Buying an option splits each class in those who support it and the others.
 */
export type Classes = {
  number: number;
  /** Of the supporters of what was bought last: the class they left, and theirs now, maybe the same. */
  paid: readonly { from: number; to: number }[];
  classOf(group: number): number;
  /** The supporters of an option, by class. */
  sharesOf(option: number): readonly Share[];
  /** The classes after buying an option. The last answer is kept: runs mostly repeat each other. */
  buying(option: number): Classes;
};

/** Class numbers that are kept for later runs, in memory of a quarter of a GiB. */
const MOST_KEPT = 2 ** 26;

/** All voters in one class: nothing is bought yet. */
export function undividedClasses(supporters: Supporters): Classes {
  const depth = Math.floor(MOST_KEPT / Math.max(1, supporters.sizes.length));
  return classesOf(supporters, new Int32Array(supporters.sizes.length), 1, [], depth);
}

function classesOf(
  supporters: Supporters,
  classOf: Int32Array,
  number: number,
  paid: Classes["paid"],
  keep: number,
): Classes {
  const shares = new Map<number, readonly Share[]>();
  let last: { option: number; classes: Classes } | undefined;
  return {
    number,
    paid,
    classOf: (group) => classOf[group]!,
    sharesOf(option) {
      const known = shares.get(option) ?? countShares(supporters, classOf, number, option);
      shares.set(option, known);
      return known;
    },
    buying(option) {
      if (last?.option === option) return last.classes;
      const split = splitClasses(supporters, classOf, number, option);
      const classes = classesOf(supporters, split.classOf, split.number, split.paid, keep - 1);
      last = keep > 0 ? { option, classes } : undefined;
      return classes;
    },
  };
}

function countShares(
  { groupsOf, sizes }: Supporters,
  classOf: Int32Array,
  number: number,
  option: number,
): Share[] {
  const voters = new Float64Array(number);
  const met: number[] = [];
  for (const group of groupsOf[option]!) {
    const its = classOf[group]!;
    if (voters[its] === 0) met.push(its);
    voters[its]! += sizes[group]!;
  }
  return met.map((its) => ({ class: its, voters: BigInt(voters[its]!) }));
}

/** A class that supports the option as a whole stays as it is; of another one, supporters leave. */
function splitClasses(
  { groupsOf }: Supporters,
  before: Int32Array,
  number: number,
  option: number,
): { classOf: Int32Array; number: number; paid: { from: number; to: number }[] } {
  const staying = new Int32Array(number);
  for (const its of before) staying[its]! += 1;
  for (const group of groupsOf[option]!) staying[before[group]!]! -= 1;
  const classOf = before.slice();
  const movedTo = new Int32Array(number).fill(-1);
  const paid: { from: number; to: number }[] = [];
  let after = number;
  for (const group of groupsOf[option]!) {
    const from = before[group]!;
    if (movedTo[from] === -1) {
      const to = staying[from] === 0 ? from : after++;
      movedTo[from] = to;
      paid.push({ from, to });
    }
    classOf[group] = movedTo[from]!;
  }
  return { classOf, number: after, paid };
}
