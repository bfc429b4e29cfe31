import { isMethodName } from "#domain/decisions/registry.ts";
import type { Counting } from "#domain/decisions/secret/opened.ts";
import { tieRuleOf } from "#domain/decisions/tie-declared.ts";
import { ballotDefinition } from "../ballot-definition.ts";
import type { DecisionState } from "../repository.ts";

/** By what a decision is counted, with the lot or the casting vote where there was one. */
export function countingOf({ ballot, frozen, tieRule, tie }: DecisionState): Counting {
  const { method, rule } = ballot;
  if (!isMethodName(method)) throw new Error(`no counting method ${method}`);
  return {
    method,
    rule,
    tie: tieRuleOf(tieRule, tie),
    ballot: ballotDefinition(ballot),
    electorate: { persons: frozen.persons ?? 0, shares: frozen.shares ?? 0 },
    present: { persons: frozen.presentPersons ?? 0, shares: frozen.presentShares ?? 0 },
    ...(frozen.holders ? { holders: frozen.holders } : {}),
  };
}
