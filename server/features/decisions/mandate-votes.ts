import type { ClientBase } from "pg";
import type { Holder } from "#domain/decisions/one-tenth.ts";
import type { Standing } from "./elector-sql.ts";

type Client = Pick<ClientBase, "query">;

/** A vote that was cast, or a secret ballot that was taken, with what was found of its mandate. */
export type TakenVote = { actorId: string; electorId: string } & Pick<
  Standing,
  "represented" | "taken_by_mandate"
>;

/**
 * Notes which votes were taken by mandate, in the transaction that takes them: the cap of one tenth
 * is checked on these (rules §1.4). Somebody who comes and votes themselves takes theirs back.
 */
export async function noteMandates(
  client: Client,
  decisionId: string,
  votes: readonly TakenVote[],
): Promise<void> {
  const concerned = votes.filter((vote) => vote.represented || vote.taken_by_mandate);
  if (concerned.length === 0) return;
  const back = concerned.filter((vote) => !vote.represented);
  const byMandate = concerned.filter((vote) => vote.represented);
  await client.query(
    `WITH back AS (
       DELETE FROM mandate_vote WHERE decision_id = $1 AND giver_id = ANY($2::uuid[])
     )
     INSERT INTO mandate_vote (decision_id, giver_id, holder_id)
     SELECT $1, giver, holder FROM unnest($3::uuid[], $4::uuid[]) AS i(giver, holder) ORDER BY giver
     ON CONFLICT (decision_id, giver_id) DO UPDATE SET holder_id = EXCLUDED.holder_id`,
    [
      decisionId,
      back.map((vote) => vote.electorId),
      byMandate.map((vote) => vote.electorId),
      byMandate.map((vote) => vote.actorId),
    ],
  );
}

/**
 * Holders of mandates in one vote, as the cap looks at them: their own vote and those they took for
 * others. Numbers alone, in an order that names nobody.
 */
export async function holdersOf(client: Client, decisionId: string): Promise<Holder[]> {
  const { rows } = await client.query<Holder>(
    `WITH voted AS (
       SELECT elector_id FROM ballot WHERE decision_id = $1
       UNION ALL SELECT elector_id FROM credential_issue WHERE decision_id = $1
     )
     SELECT (EXISTS (SELECT FROM voted WHERE elector_id = v.holder_id))::int AS own,
       count(*)::int AS mandates
     FROM mandate_vote v
     WHERE v.decision_id = $1 AND v.giver_id IN (SELECT elector_id FROM voted)
     GROUP BY v.holder_id ORDER BY mandates DESC, own DESC`,
    [decisionId],
  );
  return rows;
}

/** Whether an assembly has accepted mandates: its votes then hang on what allows them. */
export async function hasMandates(client: Client, assemblyId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM mandate WHERE assembly_id = $1 AND state = 'accepted' LIMIT 1",
    [assemblyId],
  );
  return rowCount === 1;
}
