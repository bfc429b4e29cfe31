import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import { ballotOf } from "#domain/decisions/ballot-of.ts";
import { isMethodName } from "#domain/decisions/registry.ts";

/** What says what ballots may say, as columns give it. */
export type BallotRow = {
  method: string;
  rule: Record<string, unknown>;
  max_choices: number | null;
  min_choices: number | null;
  /** Ids in the declared order; null where there is none yet. */
  options: string[] | null;
};

/** The columns of a BallotRow; `d` is the decision. */
export const BALLOT_COLUMNS = `
  d.method, d.rule, d.max_choices, d.min_choices,
  (SELECT array_agg(o.id ORDER BY o.position)
   FROM decision_option o WHERE o.decision_id = d.id) AS options`;

/** What a ballot of this decision may say. */
export function ballotDefinition({
  method,
  rule,
  max_choices,
  min_choices,
  options,
}: BallotRow): BallotDefinition {
  if (!isMethodName(method)) throw new Error(`no counting method ${method}`);
  return ballotOf({
    method,
    rule,
    options: options ?? [],
    maxChoices: max_choices ?? undefined,
    minChoices: min_choices ?? undefined,
  });
}
