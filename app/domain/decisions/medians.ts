import type { GradeCounts } from "./grades.ts";

/**
 * Majority judgment looks at the median of an option's grades, the lower middle one of an even
 * number, then removes one such grade and looks again (M. Balinski and R. Laraki, "A theory of
 * measuring, electing, and ranking", PNAS 104, 2007; rules §3.6). With the grades sorted this walks
 * from the middle outward, one side after the other; so the n-th grade removed is read off its
 * place, and two options with as many grades are compared without removing any.
 */
export function removedGrade(counts: GradeCounts, position: number): number {
  return gradeAt(counts, placeAt(numberOf(counts), position));
}

/** Where two options part: how many medians were the same, and the first two that were not. */
export type Parting = { removed: number; first: number; second: number };

/**
 * Where the removals of two options with equally many grades first differ, or undefined where all
 * their grades are the same.
 */
export function partingOf(first: GradeCounts, second: GradeCounts): Parting | undefined {
  const number = numberOf(first);
  const middle = Math.floor((number - 1) / 2);
  let [below, above] = [-Infinity, Infinity];
  let [upToFirst, upToSecond] = [0, 0];
  first.forEach((ballots, grade) => {
    upToFirst += ballots;
    upToSecond += second[grade]!;
    // Sorted, from `from` up to `to` the two differ: one still has this grade, the other a better one.
    const [from, to] = [Math.min(upToFirst, upToSecond), Math.max(upToFirst, upToSecond)];
    if (from === to) return;
    if (from <= middle) below = Math.max(below, Math.min(to - 1, middle));
    if (to - 1 > middle) above = Math.min(above, Math.max(from, middle + 1));
  });
  const positions = [below, above].filter(Number.isFinite).map((at) => positionOf(number, at));
  if (positions.length === 0) return undefined;
  const removed = Math.min(...positions);
  return {
    removed,
    first: removedGrade(first, removed),
    second: removedGrade(second, removed),
  };
}

/** Above 0 where the first option is better, 0 where nothing separates the two. */
export function compareMedians(first: GradeCounts, second: GradeCounts): number {
  const parting = partingOf(first, second);
  return parting ? parting.first - parting.second : 0;
}

export function numberOf(counts: GradeCounts): number {
  return counts.reduce((sum, ballots) => sum + ballots, 0);
}

/** The grade at this place when grades are sorted from the worst. */
function gradeAt(counts: GradeCounts, place: number): number {
  let upTo = 0;
  return counts.findIndex((ballots) => (upTo += ballots) > place);
}

/** The place, among `number` sorted grades, of the one removed after `position` others. */
function placeAt(number: number, position: number): number {
  const middle = Math.floor((number - 1) / 2);
  const distance = Math.ceil(position / 2);
  const downward = (position + number) % 2 === 0;
  return downward ? middle - distance : middle + distance;
}

function positionOf(number: number, place: number): number {
  const distance = place - Math.floor((number - 1) / 2);
  const firstOutward = number % 2 === 1 ? distance < 0 : distance > 0;
  return 2 * Math.abs(distance) - (firstOutward ? 1 : 0);
}
