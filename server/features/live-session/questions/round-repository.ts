import type { ClientBase } from "pg";
import type { BurstTimes, QuestionStage } from "#domain/live-session/rounds.ts";
import { closableFrom, type HeardStream } from "#domain/live-session/stage/remote-ears.ts";

type Client = Pick<ClientBase, "query">;

export type RoundRow = { number: number; stage: QuestionStage; earliestEnd?: number };

/** The round at hand; before anything was gathered, the first one as it begins. */
export async function latestRound(client: Client, assemblyId: string): Promise<RoundRow> {
  const { rows } = await client.query<{
    number: number;
    stage: QuestionStage;
    earliest: Date | null;
  }>(
    `SELECT number, stage, earliest_end AS earliest FROM question_round
     WHERE assembly_id = $1 ORDER BY number DESC LIMIT 1`,
    [assemblyId],
  );
  const [row] = rows;
  if (!row) return { number: 1, stage: "collect" };
  const { number, stage, earliest } = row;
  return { number, stage, ...(earliest ? { earliestEnd: earliest.getTime() } : {}) };
}

/** Writes where a round is; `burst` where it begins to take voices. */
export async function saveRound(
  client: Client,
  assemblyId: string,
  round: { number: number; stage: QuestionStage; burst?: BurstTimes },
  now: Date,
): Promise<void> {
  const { number, stage, burst } = round;
  const instant = (ms: number | undefined) => (ms === undefined ? null : new Date(ms));
  await client.query(
    `INSERT INTO question_round AS r (assembly_id, number, stage, opened_at, announced_at,
       earliest_end, ends_at, shown_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $3 = 'shown' THEN $4::timestamptz END)
     ON CONFLICT (assembly_id, number) DO UPDATE SET stage = excluded.stage,
       announced_at = coalesce(excluded.announced_at, r.announced_at),
       earliest_end = coalesce(excluded.earliest_end, r.earliest_end),
       ends_at = coalesce(excluded.ends_at, r.ends_at),
       shown_at = coalesce(excluded.shown_at, r.shown_at)`,
    [
      assemblyId,
      number,
      stage,
      now,
      instant(burst?.announcedAt),
      instant(burst?.earliestEnd),
      instant(burst?.endsAt),
    ],
  );
}

/** A burst that was under way has what it lost while its session was suspended. */
export async function lengthenBurst(
  client: Client,
  assemblyId: string,
  { since, now }: { since: Date; now: Date },
): Promise<void> {
  await client.query(
    `UPDATE question_round SET ends_at = ends_at + ($3::timestamptz - $2::timestamptz),
       earliest_end = earliest_end + ($3::timestamptz - $2::timestamptz)
     WHERE assembly_id = $1 AND stage = 'burst'`,
    [assemblyId, since, now],
  );
}

/** From when on what is announced now may be closed; undefined where nothing is streamed. */
export async function heardFrom(
  client: Client,
  assemblyId: string,
  announcedAt: number,
): Promise<number | undefined> {
  const { rows } = await client.query<{ stream: HeardStream }>(
    "SELECT stream FROM site WHERE assembly_id = $1 AND kind <> 'stop'",
    [assemblyId],
  );
  return closableFrom(
    announcedAt,
    rows.map(({ stream }) => stream),
  );
}

/** What waited in silence is shown to everybody; returns how many questions take voices. */
export async function showPublished(client: Client, assemblyId: string): Promise<number> {
  await client.query(
    "UPDATE question SET silent = false WHERE assembly_id = $1 AND silent AND state = 'published'",
    [assemblyId],
  );
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM question
     WHERE assembly_id = $1 AND state = 'published' AND kind = 'open'`,
    [assemblyId],
  );
  return rows[0]?.count ?? 0;
}
