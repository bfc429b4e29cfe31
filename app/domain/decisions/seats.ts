import type { Report } from "./report.ts";
import { meetTie, type TieBreaker } from "./tie.ts";

export type FilledSeats = Pick<Report, "winners" | "tiedForLast" | "order" | "ties">;

/**
 * Gives `seats` places down an order of equal groups; only the first `electable` groups may have
 * one. The declared rule is asked only about a group that the last place cuts; if it does not settle
 * it, the whole group stays tied for what is left.
 */
export function fillSeats(
  groups: readonly (readonly string[])[],
  seats: number,
  tie: TieBreaker,
  electable = groups.length,
): FilledSeats {
  const winners: string[] = [];
  let at = 0;
  for (; at < electable && winners.length + groups[at]!.length <= seats; at += 1) {
    winners.push(...groups[at]!);
  }
  const cut = at < electable ? groups[at] : undefined;
  const order = groups.map((group) => [...group]);
  if (!cut || winners.length === seats) return { winners, order, ties: [] };

  const met = meetTie(tie, "seat", cut);
  if (met.fell === "unsettled") return { winners, tiedForLast: [...cut], order, ties: [met] };
  order.splice(at, 1, ...met.fell.map((option) => [option]));
  const places = seats - winners.length;
  return { winners: [...winners, ...met.fell.slice(0, places)], order, ties: [met] };
}

/** Options from the highest value down; equal ones in one group, in the order of the list. */
export function groupByValue<V>(
  options: readonly string[],
  compare: (a: V, b: V) => number,
  valueOf: (option: string, at: number) => V,
): string[][] {
  const valued = options.map((option, at) => ({ option, value: valueOf(option, at) }));
  valued.sort((a, b) => compare(b.value, a.value));
  const groups: string[][] = [];
  valued.forEach(({ option, value }, at) => {
    const before = valued[at - 1];
    if (before && compare(before.value, value) === 0) groups.at(-1)!.push(option);
    else groups.push([option]);
  });
  return groups;
}

/** Options with a number of their own from the highest down. */
export function groupByNumber(options: readonly string[], values: readonly number[]): string[][] {
  return groupByValue(
    options,
    (a: number, b: number) => a - b,
    (_, at) => values[at]!,
  );
}
