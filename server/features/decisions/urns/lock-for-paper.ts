import type { PoolClient } from "pg";
import type { BallotDefinition } from "#domain/decisions/ballot.ts";
import { BALLOT_COLUMNS, ballotDefinition, type BallotRow } from "../ballot-definition.ts";
import { type LockedVote, lockVote } from "../secret/secret-vote.ts";
import { takesVotes } from "../takes-votes.ts";

export type PaperVote = LockedVote & {
  rollTaken: boolean;
  /** The slips are in the urn: none is handed out any more. */
  poured: boolean;
  ballot: BallotDefinition;
};

type Row = BallotRow & Pick<PaperVote, "rollTaken" | "poured">;

/** A secret decision with its urn, held against its close and against pouring. */
export async function lockForPaper(
  client: PoolClient,
  decisionId: string,
): Promise<PaperVote | undefined> {
  const vote = await lockVote(client, decisionId);
  if (!vote) return undefined;
  const { rows } = await client.query<Row>(
    `SELECT ${BALLOT_COLUMNS}, ${takesVotes()} AS "rollTaken",
       EXISTS (SELECT FROM paper_sheet p WHERE p.decision_id = d.id) AS poured
     FROM decision d JOIN assembly a ON a.id = d.assembly_id JOIN urn u ON u.decision_id = d.id
     WHERE d.id = $1`,
    [decisionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { rollTaken, poured } = row;
  return { ...vote, rollTaken, poured, ballot: ballotDefinition(row) };
}
