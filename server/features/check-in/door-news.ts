import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { DoorNews, DoorStanding } from "#wire/check-in.ts";
import { epochMs } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { takenByDelegates } from "../mandates/mandate-sql.ts";
import { openDoor } from "./door-list.ts";

/** What others commit while we read may carry an hour a little before ours. */
const OVERLAP_MS = 10_000;

/**
 * Who came or went since a device last asked, whoever noted it; from 0, everybody who was ever here.
 * Says where each of them is now. Stops of the tour show who is there until their hour.
 */
export async function doorNews(
  { pool, clock }: Platform,
  actor: Actor,
  { slug, since }: { slug: string; since: number },
): Promise<Result<DoorNews>> {
  const opened = await openDoor(pool, actor, slug);
  if (!opened.ok) return opened;
  const now = clock.now().getTime();
  const { rows } = await pool.query<{ id: string }>(
    `SELECT person_id AS id FROM attendance
     WHERE assembly_id = $1 AND (arrived_at >= $2 OR left_at BETWEEN $2 AND $3)
     UNION
     SELECT person_id FROM door_act
     WHERE assembly_id = $1 AND (received_at >= $2 OR undone_at >= $2)`,
    [opened.value.id, new Date(Math.max(0, since - OVERLAP_MS)), new Date(now)],
  );
  const moved = rows.map((row) => row.id);
  return ok({ now, standings: await standingsOf(pool, opened.value.id, moved, now) });
}

/** Where each of these people is now, or since when they are gone. */
export async function standingsOf(
  pool: Pool,
  assemblyId: string,
  persons: string[],
  now: number,
): Promise<Record<string, DoorStanding>> {
  if (persons.length === 0) return {};
  const { rows } = await pool.query<{ standings: Record<string, DoorStanding> }>(
    `WITH last AS (
       SELECT asked.id, t.arrived_at, t.left_at, t.site_id,
         t.arrived_at IS NOT NULL AND (t.left_at IS NULL OR t.left_at > $3) AS present
       FROM unnest($2::uuid[]) AS asked (id) LEFT JOIN LATERAL (
         SELECT arrived_at, left_at, site_id FROM attendance
         WHERE assembly_id = $1 AND person_id = asked.id
         ORDER BY arrived_at DESC LIMIT 1) AS t ON true
     )
     SELECT coalesce(json_object_agg(id, json_strip_nulls(json_build_object(
       'present', present,
       'at', ${epochMs("CASE WHEN present THEN arrived_at ELSE coalesce(left_at, $3) END")},
       'siteId', CASE WHEN present THEN site_id END,
       'taken', CASE WHEN present THEN nullif((${takenByDelegates("$1", "last.id")}), 0) END))),
       '{}') AS standings FROM last`,
    [assemblyId, persons, new Date(now)],
  );
  return rows[0]?.standings ?? {};
}
