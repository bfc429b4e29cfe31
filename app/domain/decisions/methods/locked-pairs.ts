import { beats, type Pairwise } from "../pairwise.ts";
import type { Step } from "../report.ts";
import { meetTie, type TieBreaker, type TieMet } from "../tie.ts";
import { noVictories, type Victories } from "./victories.ts";

/** A victory of one option over another, `votes` ballots to `against`, and whether it was locked. */
export type RankedPair = {
  winner: string;
  loser: string;
  votes: number;
  against: number;
  locked: boolean;
};

/** Why pairs were not locked: a chain of locked victories says the contrary, or equals did. */
export type SkippedPairs = Step &
  (
    | { code: "pair-skipped"; winner: string; loser: string; votes: number; because: string[] }
    | { code: "equal-pairs-skipped"; options: string[]; votes: number }
  );

export type LockedPairs = {
  pairs: RankedPair[];
  skipped: SkippedPairs[];
  ties: TieMet[];
  /** Whether a chain of locked victories leads from a to b. */
  leads: (a: number, b: number) => boolean;
};

type Victory = { a: number; b: number; votes: number; against: number };

/** Locks victories from the strongest down; `rankedPairs` says what equal ones do. */
export function lockPairs(pairs: Pairwise, tie: TieBreaker): LockedPairs {
  const { options } = pairs;
  const lock: Lock = {
    options,
    tie,
    victories: noVictories(options.length),
    done: { pairs: [], skipped: [], ties: [] },
  };
  for (const equals of victoriesByStrength(pairs)) lockEquals(lock, equals);
  return { ...lock.done, leads: (a, b) => lock.victories.leads(a, b) };
}

type Lock = {
  options: readonly string[];
  tie: TieBreaker;
  victories: Victories;
  done: Pick<LockedPairs, "pairs" | "skipped" | "ties">;
};

/** Groups of equally strong victories, the strongest first; within one, the order of the list. */
function victoriesByStrength(pairs: Pairwise): Victory[][] {
  const { size, over } = pairs;
  const all: Victory[] = [];
  for (let a = 0; a < size; a += 1) {
    for (let b = 0; b < size; b += 1) {
      if (!beats(pairs, a, b)) continue;
      all.push({ a, b, votes: over[a * size + b]!, against: over[b * size + a]! });
    }
  }
  all.sort((x, y) => y.votes - x.votes || x.against - y.against);
  const groups: Victory[][] = [];
  for (const victory of all) {
    const group = groups.at(-1);
    const equal = group?.[0]?.votes === victory.votes && group[0].against === victory.against;
    if (group && equal) group.push(victory);
    else groups.push([victory]);
  }
  return groups;
}

function lockEquals(lock: Lock, equals: readonly Victory[]): void {
  const open: Victory[] = [];
  for (const victory of equals) {
    if (lock.victories.leads(victory.b, victory.a)) lockOrSkip(lock, victory);
    else open.push(victory);
  }
  if (open.length < 2) return open.forEach((victory) => lockOrSkip(lock, victory));

  // All at once: the order matters only to those that now lie on a circle.
  const together = lock.victories.copy();
  for (const { a, b } of open) together.add(a, b);
  const onCircle: Victory[] = [];
  for (const victory of open) {
    if (together.leads(victory.b, victory.a)) onCircle.push(victory);
    else lockOrSkip(lock, victory);
  }
  for (const circles of sharingCircles(onCircle, together)) lockByRule(lock, circles);
}

/** Victories on circles, apart where no circle leads from the ones to the others and back. */
function sharingCircles(onCircle: readonly Victory[], { leads }: Victories): Victory[][] {
  const groups: Victory[][] = [];
  for (const victory of onCircle) {
    const shared = groups.find(([other]) => {
      const [x, y] = [victory.a, other!.a];
      return x === y || (leads(x, y) && leads(y, x));
    });
    if (shared) shared.push(victory);
    else groups.push([victory]);
  }
  return groups;
}

/** Equal victories on circles together: the declared rule orders them, or all of them are skipped. */
function lockByRule(lock: Lock, circles: readonly Victory[]): void {
  const { options, tie, done } = lock;
  const met = new Set(circles.flatMap(({ a, b }) => [a, b]));
  const between = options.filter((_, place) => met.has(place));
  const tieMet = meetTie(tie, "pair", between);
  done.ties.push(tieMet);
  if (tieMet.fell === "unsettled") {
    done.skipped.push({
      code: "equal-pairs-skipped",
      options: between,
      votes: circles[0]?.votes ?? 0,
    });
    for (const victory of circles) done.pairs.push(reported(options, victory, false));
    return;
  }
  const { fell } = tieMet;
  const places = new Map(fell.map((option, at) => [option, at]));
  const placeOf = (option: number) => places.get(options[option]!)!;
  const ordered = [...circles].sort(
    (x, y) => placeOf(x.a) - placeOf(y.a) || placeOf(x.b) - placeOf(y.b),
  );
  for (const victory of ordered) lockOrSkip(lock, victory);
}

function lockOrSkip({ options, victories, done }: Lock, victory: Victory): void {
  const { a, b } = victory;
  const skipped = victories.leads(b, a);
  done.pairs.push(reported(options, victory, !skipped));
  if (!skipped) return victories.add(a, b);
  done.skipped.push({
    code: "pair-skipped",
    winner: options[a]!,
    loser: options[b]!,
    votes: victory.votes,
    because: victories.chain(b, a).map((place) => options[place]!),
  });
}

function reported(
  options: readonly string[],
  { a, b, votes, against }: Victory,
  locked: boolean,
): RankedPair {
  return { winner: options[a]!, loser: options[b]!, votes, against, locked };
}
