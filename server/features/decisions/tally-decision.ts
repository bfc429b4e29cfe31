import type { PoolClient } from "pg";
import type { AnyReport } from "#domain/decisions/registry.ts";
import { isMethodName } from "#domain/decisions/registry.ts";
import type { BoardDefinition } from "#domain/decisions/secret/board.ts";
import { type OpenedBallot, tallyOpened } from "#domain/decisions/secret/opened.ts";
import { tieRuleOf } from "#domain/decisions/tie-declared.ts";
import { ballotDefinition } from "./ballot-definition.ts";
import { readNamed } from "./named-ballots.ts";
import type { DecisionState } from "./repository.ts";

/** What a closed decision is counted by. */
export type Counting = Parameters<typeof tallyOpened>[0];

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
  };
}

/** Counts a decision whose ballots can be read: by name, or out of an urn that was opened. */
export async function tallyDecision(
  client: PoolClient,
  decision: DecisionState,
): Promise<AnyReport> {
  const { tie } = countingOf(decision);
  if (decision.seal === "none") {
    return tallyOpened(countingOf(decision), await readNamed(client, decision.id));
  }
  const { definition, opened } = await readOpened(client, decision.id);
  return tallyOpened({ ...definition, ...(tie ? { tie } : {}) }, opened);
}

/** What the opened ballots of a secret vote say, and the definition that its board rests on. */
export async function readOpened(
  client: Pick<PoolClient, "query">,
  decisionId: string,
): Promise<{ definition: BoardDefinition; opened: OpenedBallot[] }> {
  const { rows } = await client.query<{ definition: BoardDefinition; opened: OpenedBallot[] }>(
    `SELECT u.definition, coalesce((
       SELECT json_agg(json_build_object('content', o.content, 'ballots', o.ballots)
         ORDER BY o.content COLLATE "C")
       FROM opened_ballot o WHERE o.decision_id = u.decision_id), '[]') AS opened
     FROM urn u WHERE u.decision_id = $1 AND u.stage = 'opened'`,
    [decisionId],
  );
  const [urn] = rows;
  if (!urn) throw new Error("this urn is not open");
  return urn;
}
