import type { Pool, PoolClient } from "pg";
import type { Translated } from "#domain/kernel/languages.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import { inElectorate } from "./elector-sql.ts";

/** A window shorter than this is watched on the live page, and not by mail. */
const DAYS = "interval '2 days'";

type Vote = { id: string; assemblyId: string; titles: Translated; closesAt: string };

/**
 * Job process: of a vote that stays open for days, past half of its time, those who came to the
 * assembly or to a stop of its tour and have not voted are told once. Says nothing of the others. Not
 * in an assembly of workers: whoever runs the mail server would read there who has not voted (rules 5.7).
 * Returns how many votes were told of.
 */
export async function remindVoters(platform: Platform): Promise<number> {
  const votes = await pastHalf(platform.pool, platform.clock.now());
  for (const vote of votes) {
    await inTransaction(platform.pool, (client) => remindOf(platform, client, vote));
  }
  return votes.length;
}

// In SQL what app/domain/decisions/past-half.ts says of one vote.
async function pastHalf(pool: Pool, now: Date): Promise<Vote[]> {
  const { rows } = await pool.query<Vote>(
    `SELECT d.id, d.assembly_id AS "assemblyId",
       (SELECT json_object_agg(key, value ->> 'title') FROM jsonb_each(d.texts)) AS titles,
       to_char(d.closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "closesAt"
     FROM decision d JOIN assembly a ON a.id = d.assembly_id
     WHERE d.phase = 'open' AND a.kind <> 'workers' AND NOT d.rehearsal AND d.suspended_at IS NULL
       AND d.closes_at - d.opened_at >= ${DAYS}
       AND d.closes_at > $1 AND $1 - d.opened_at > d.closes_at - $1
       AND NOT EXISTS (SELECT FROM vote_reminder r WHERE r.decision_id = d.id)`,
    [now],
  );
  return rows;
}

async function remindOf(platform: Platform, client: PoolClient, vote: Vote): Promise<void> {
  // Of two job processes one writes the row, and with it the notices.
  const { rowCount } = await client.query(
    `INSERT INTO vote_reminder (decision_id, reminded_at) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [vote.id, platform.clock.now()],
  );
  if (rowCount !== 1) return;
  // Whoever took a secret ballot may have cast it or not: nobody knows, so nobody asks them.
  const { rows } = await client.query<{ id: string }>(
    `SELECT roll.person_id AS id FROM decision d
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     WHERE d.id = $1 AND ${inElectorate()}
       AND EXISTS (SELECT FROM attendance t
         WHERE t.assembly_id = d.assembly_id AND t.person_id = roll.person_id)
       AND NOT EXISTS (SELECT FROM ballot b
         WHERE b.decision_id = d.id AND b.elector_id = roll.person_id)
       AND NOT EXISTS (SELECT FROM credential_issue i
         WHERE i.decision_id = d.id AND i.elector_id = roll.person_id)`,
    [vote.id],
  );
  await notify(
    platform,
    client,
    {
      kind: "vote-reminder",
      body: `assembly:${vote.assemblyId}`,
      link: `/decisions/${vote.id}`,
      details: { title: vote.titles, closesAt: vote.closesAt },
      key: `vote-reminder/${vote.id}`,
      urgency: "soon",
    },
    rows.map(({ id }) => id),
  );
}
