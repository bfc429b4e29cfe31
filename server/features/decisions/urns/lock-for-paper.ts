import type { PoolClient } from "pg";
import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { DecisionPhase } from "#domain/decisions/phase.ts";
import { ballotDefinition } from "../board-definition.ts";
import { DECISION_TURN } from "../turn.ts";

export type PaperVote = {
  assemblyId: string;
  phase: DecisionPhase;
  electorate: Electorate;
  rollTaken: boolean;
  poured: boolean;
  ballot: BallotDefinition;
};

type Row = Omit<PaperVote, "ballot"> & { method: string; options: string[] };

/** A secret decision, held open against its close and against pouring until the transaction ends. */
export async function lockForPaper(
  client: PoolClient,
  decisionId: string,
): Promise<PaperVote | undefined> {
  const { rows } = await client.query<Row>(
    `SELECT d.assembly_id AS "assemblyId", d.phase, d.electorate, d.method,
       a.phase = 'live' AND a.roll_as_of IS NOT NULL AS "rollTaken",
       (SELECT array_agg(o.id ORDER BY o.position)
        FROM decision_option o WHERE o.decision_id = d.id) AS options,
       EXISTS (SELECT FROM paper_sheet p WHERE p.decision_id = d.id) AS poured
     FROM (SELECT pg_advisory_xact_lock_shared(${DECISION_TURN})) AS turn,
       decision d JOIN assembly a ON a.id = d.assembly_id JOIN urn u ON u.decision_id = d.id
     WHERE d.id = $1::uuid FOR SHARE OF d`,
    [decisionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { method, options, ...vote } = row;
  return { ...vote, ballot: ballotDefinition(method, options) };
}
