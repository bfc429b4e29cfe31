import type { MySessionView, OtherWay } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";

/** Where a person stands in a vote: for whom they may vote, and for whom they have. */
export type MyVote = {
  entitled: boolean;
  /** Others (legal persons) for whom a ballot was cast, and for whom none was yet, by name. */
  doneFor: string[];
  remainingFor: string[];
  /** Whether every ballot that is theirs to cast was cast. */
  complete: boolean;
  /** True where they vote for nobody but themselves: names then need not be said. */
  alone: boolean;
  /** The way their own vote took instead of this browser. */
  otherwise?: OtherWay;
};

/** `castHere`: electors whose secret ballot this browser knows to be in the urn; nobody else does. */
export function myVote(
  mine: MySessionView,
  decision: DecisionCard,
  castHere: Record<string, unknown> = {},
): MyVote {
  const electors = Object.entries(mine.electors);
  const ways = mine.otherwise[decision.id] ?? {};
  const cast = { ...mine.ballots[decision.id], ...ways, ...castHere };
  const own = electors.find(([, elector]) => elector.self)?.[0] ?? "";
  const names = (done: boolean) =>
    electors.filter(([id]) => id in cast === done).map(([, elector]) => elector.name);
  return {
    entitled: electors.length > 0,
    doneFor: names(true),
    remainingFor: names(false),
    complete: electors.length > 0 && electors.every(([id]) => id in cast),
    alone: electors.length === 1 && electors[0]?.[1].self === true,
    otherwise: ways[own],
  };
}
