import type { PoolClient } from "pg";
import type { Ledger } from "#domain/decisions/secret/ledger.ts";
import type { DecisionState } from "../repository.ts";

/**
 * Latecomers who wait have no signature and will get none now: the roll must not say that they took
 * a ballot. Before anything is counted.
 */
export async function forgetWaiting(client: PoolClient, decisionId: string): Promise<void> {
  await client.query("DELETE FROM credential_issue WHERE decision_id = $1 AND batch IS NULL", [
    decisionId,
  ]);
}

/**
 * Ends the urn's taking: no credential can be signed any more, and the ledger's numbers stand.
 * Returns how many ballots are in the urn, which nobody knew before.
 */
export async function closeUrn(
  client: PoolClient,
  { id, frozen }: Pick<DecisionState, "id" | "frozen">,
  present: number,
): Promise<number> {
  const { rows } = await client.query<Ledger["issued"] & { ballots: number }>(
    `SELECT count(*) FILTER (WHERE channel = 'online')::int AS online,
       count(*) FILTER (WHERE channel = 'assisted')::int AS assisted,
       count(*) FILTER (WHERE channel = 'paper')::int AS paper,
       count(*) FILTER (WHERE channel = 'no_script')::int AS no_script,
       (SELECT count(*)::int FROM secret_ballot WHERE decision_id = $1) AS ballots
     FROM credential_issue WHERE decision_id = $1`,
    [id],
  );
  const { ballots = 0, ...issued } = rows[0] ?? { online: 0, assisted: 0, paper: 0, no_script: 0 };
  const ledger: Ledger = { entitled: frozen.persons ?? 0, present, issued, ballots };
  await client.query(
    "UPDATE urn SET credential_secret = NULL, ledger = $2 WHERE decision_id = $1",
    [id, ledger],
  );
  return ballots;
}
