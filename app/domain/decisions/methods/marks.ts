import { type BallotTotals, placesOf, type Profile, totalsOf } from "../profile.ts";
import { explainCount, type OutcomeMargin, type Report, type Step } from "../report.ts";
import { fillSeats, groupByNumber } from "../seats.ts";
import type { TieBreaker } from "../tie.ts";

/** How many ballots mark each option. */
export type MarksDetail = { marks: { option: string; ballots: number }[]; vacant: number };

export type MarksStep = Step &
  (
    | { code: "too-many-marks"; ballots: number; most: number }
    | { code: "last-elected" | "first-not-elected"; option: string; ballots: number }
    | { code: "nobody-marked"; options: string[] }
  );

export type MarksReport<Name extends string> = Report<Name, MarksDetail, MarksStep>;

/**
 * Counts marks: the options on most ballots are elected. A ballot with more than `most` marks says
 * nothing that can be counted and is invalid. An option that nobody marked is not elected, even
 * where that leaves a seat vacant.
 */
export function tallyMarks<Name extends string>(
  method: Name,
  profile: Profile,
  { seats, most }: { seats: number; most: number },
  tie: TieBreaker,
): MarksReport<Name> {
  const options = [...profile.options];
  const { marks, ballots } = countMarks(profile, most);
  const groups = groupByNumber(options, marks);
  const at = placesOf(options);
  const marksOf = (option: string) => marks[at.get(option)!]!;
  const electable = groups.filter(([option]) => marksOf(option!) > 0).length;
  const filled = fillSeats(groups, seats, tie, electable);
  const unread = ballots.invalid - (profile.invalid ?? 0);
  return {
    method,
    options,
    ballots,
    seats,
    ...filled,
    margin: marksMargin(marks, seats, ballots.cast - (profile.invalid ?? 0)),
    explanation: explainCount(ballots, () => [
      ...(unread > 0 ? [{ code: "too-many-marks" as const, ballots: unread, most }] : []),
      ...boundary(filled.order.flat(), filled.winners.length, marksOf),
    ]),
    detail: {
      marks: options.map((option) => ({ option, ballots: marksOf(option) })),
      vacant: filled.tiedForLast ? 0 : seats - filled.winners.length,
    },
  };
}

function countMarks(profile: Profile, most: number): { marks: number[]; ballots: BallotTotals } {
  const ballots = { ...totalsOf(profile, "approve") };
  const marks = profile.options.map(() => 0);
  const at = placesOf(profile.options);
  for (const { content, count } of profile.ballots) {
    if (content.kind !== "approve") continue;
    if (content.options.length > most) {
      ballots.invalid += count;
      ballots.counted -= count;
    } else {
      for (const option of content.options) marks[at.get(option)!]! += count;
    }
  }
  return { marks, ballots };
}

/** Who was elected last and who came next; and whom nobody marked. */
function boundary(
  order: string[],
  elected: number,
  marksOf: (option: string) => number,
): MarksStep[] {
  const last = order[elected - 1];
  const next = order[elected];
  const unmarked = order.filter((option) => marksOf(option) === 0);
  const steps: MarksStep[] = [];
  if (last !== undefined) {
    steps.push({ code: "last-elected", option: last, ballots: marksOf(last) });
  }
  if (next !== undefined && marksOf(next) > 0) {
    steps.push({ code: "first-not-elected", option: next, ballots: marksOf(next) });
  }
  if (unmarked.length > 0) steps.push({ code: "nobody-marked", options: unmarked });
  return steps;
}

/**
 * Exact: a ballot that drops the last elected for the first one not elected closes the gap between
 * them by two, there are at least as many such ballots as the gap is wide, and no ballot does more
 * for any pair. Where seats are vacant, one mark for an option without any elects it.
 */
function marksMargin(marks: number[], seats: number, fillable: number): OutcomeMargin {
  const sorted = marks.toSorted((a, b) => b - a);
  const [last, next] = [sorted[seats - 1], sorted[seats]];
  const fewest = sorted.at(-1);
  if (fillable === 0 || fewest === undefined) return { exact: true };
  // With a seat for everyone, an option without a mark needs one, or an elected one must lose all.
  if (last === undefined || next === undefined) return { changed: fewest || 1, exact: true };
  return { changed: last === 0 ? 1 : Math.floor((last - next) / 2) + 1, exact: true };
}
