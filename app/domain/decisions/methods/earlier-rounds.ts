import { meetTie, type TieBreaker, type TieMet, type TiePlace } from "../tie.ts";

/** What tells equal options apart: the votes of every round so far, then the declared rule. */
export type Contest = {
  options: readonly string[];
  tie: TieBreaker;
  /** Votes of each option, by place, after each round. */
  history: number[][];
  /** Every tie met so far. */
  ties: TieMet[];
};

/** Options from most votes down, by the latest round in which they differ; equal throughout, together. */
export function byRounds(places: readonly number[], history: readonly number[][]): number[][] {
  const compare = (a: number, b: number) => {
    const votes = history.findLast((round) => round[a] !== round[b]);
    return votes ? votes[b]! - votes[a]! : 0;
  };
  const groups: number[][] = [];
  for (const place of [...places].sort(compare)) {
    const group = groups.at(-1);
    if (group && compare(group[0]!, place) === 0) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

/** Equal options in order, preferred first; or those among them whom no rule told apart. */
export type Settled = { order: number[] } | { unsettled: number[] };

/**
 * Orders options that have equal votes, and writes down how. To transfer, the first one matters; to
 * exclude, the last one: the declared rule is asked only about those whom no round told apart there.
 */
export function settle(
  contest: Contest,
  place: TiePlace & ("transferred" | "excluded"),
  equal: readonly number[],
): Settled {
  const { options, tie, history, ties } = contest;
  const round = history.length + 1;
  const names = (places: readonly number[]) => places.map((at) => options[at]!);
  const groups = byRounds(equal, history);
  if (groups.length > 1) {
    const fell = names(groups.flat());
    ties.push({ place, round, between: names(equal), rule: "earlier-rounds", fell });
  }
  const at = place === "transferred" ? 0 : groups.length - 1;
  const still = groups[at]!;
  if (still.length === 1) return { order: groups.flat() };
  const met = meetTie(tie, place, names(still), round);
  ties.push(met);
  if (met.fell === "unsettled") return { unsettled: still };
  groups[at] = met.fell.map((option) => options.indexOf(option));
  return { order: groups.flat() };
}
