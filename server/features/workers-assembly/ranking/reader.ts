import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { RankingReader, RankingVote } from "#wire/workers-ranking.ts";
import { epochMs } from "../../../platform/instants.ts";
import type { Client, Edition } from "../edition.ts";

type Row = Pick<RankingVote, "decisionId" | "phase" | "extensions"> & {
  opensAt: Date | null;
  closesAt: Date | null;
};

/** The vote of an edition, once it is drawn up; never how many have voted. */
export async function rankingVote(
  client: Client,
  { rankingId }: Pick<Edition, "rankingId">,
): Promise<RankingVote | undefined> {
  if (!rankingId) return undefined;
  const { rows } = await client.query<Row>(
    `SELECT id AS "decisionId", phase, coalesce(opened_at, opens_at) AS "opensAt",
       coalesce(closed_at, closes_at) AS "closesAt",
       (SELECT coalesce(json_agg(json_build_object('until', ${epochMs("i.until")},
          'at', ${epochMs("i.at")}, 'reason', i.what) ORDER BY i.until), '[]')
        FROM incident i WHERE i.decision_id = decision.id AND i.act = 'extend') AS extensions
     FROM decision WHERE id = $1`,
    [rankingId],
  );
  const [row] = rows;
  return row && { ...row, opensAt: row.opensAt?.getTime(), closesAt: row.closesAt?.getTime() };
}

/** How this reader stands to the vote: what the roll says of them alone. */
export async function rankingReader(
  client: Client,
  actor: Actor,
  { assemblyId, rankingId }: Pick<Edition, "assemblyId" | "rankingId">,
): Promise<RankingReader> {
  if (actor.kind !== "person") return "signed-out";
  if (!assemblyId || !can(actor, "decision.cast", assemblySubject(assemblyId))) {
    return "not-on-roll";
  }
  const { rows } = await client.query<{ listed: boolean; taken: boolean }>(
    `SELECT EXISTS (SELECT FROM roll_entry WHERE assembly_id = $1 AND person_id = $3) AS listed,
       EXISTS (SELECT FROM credential_issue WHERE decision_id = $2 AND elector_id = $3) AS taken`,
    [assemblyId, rankingId ?? null, actor.personId],
  );
  const { listed, taken } = rows[0]!;
  if (!listed) return "not-on-roll";
  return taken ? "taken" : "entitled";
}
