import { fillSeats, type FilledSeats } from "../seats.ts";
import { meetTie, type TieBreaker } from "../tie.ts";

/** Seats given, and how long each lasts: missing for those between whom nothing settled it. */
export type Appointments = FilledSeats & { termOf: Map<string, number> };

/**
 * Gives seats of different length down an order of equal groups. Beside a group that the last seat
 * cuts, the declared rule is asked about one whose seats are not all of the same length.
 */
export function appoint(
  candidacy: { groups: string[][]; electable: number; seats: number; terms: number[] },
  tie: TieBreaker,
): Appointments {
  const { groups, electable, seats, terms } = candidacy;
  const filled = fillSeats(groups, seats, tie, electable);
  const elected = new Set(filled.winners);
  const appointed: Appointments = {
    ...filled,
    winners: [],
    order: [],
    ties: [],
    termOf: new Map(),
  };
  for (const group of filled.order) {
    const from = appointed.winners.length;
    const isElected = elected.has(group[0]!);
    const there = isElected ? terms.slice(from, from + group.length) : [];
    giveTerms(group, there, appointed, tie);
    if (isElected) appointed.winners.push(...appointed.order.flat().slice(from));
  }
  return { ...appointed, ties: [...appointed.ties, ...filled.ties] };
}

function giveTerms(group: string[], terms: number[], given: Appointments, tie: TieBreaker): void {
  const allEqual = new Set(terms).size <= 1;
  const met = allEqual ? undefined : meetTie(tie, "order", group);
  if (met) given.ties.push(met);
  if (met?.fell === "unsettled") {
    given.order.push(group);
    return;
  }
  const inOrder = met?.fell ?? group;
  terms.forEach((term, at) => given.termOf.set(inOrder[at]!, term));
  given.order.push(...(met ? inOrder.map((option) => [option]) : [group]));
}
