import type { Actor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { opennessOf } from "#domain/smartlab/lab.ts";
import type { Funnel } from "#domain/smartlab/meeting.ts";
import type { LabCard } from "#wire/smartlab-pages.ts";
import { epochMs } from "../../platform/instants.ts";
import { type Client } from "./repository.ts";

/** Nobody: for readers who are not signed in, in the place of a person's id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

export function readerId(actor: Actor): string {
  return actor.kind === "person" ? actor.personId : NOBODY;
}

// `l` is the lab, $1 the reader. Rank: how many who wait came before, and they.
const CARD = `
  l.id, l.slug, l.state, l.language, l.title, l.makes, l.theme, l.model, l.own_model AS "ownModel",
  l.origin, l.for_whom AS "forWhom", l.effort, l.city, l.online, l.capacity, l.threshold,
  around.interested, around.joined, around.waiting, ${epochMs("next.starts_at")} AS next,
  CASE WHEN own.standing <> 'left' THEN json_build_object(
    'standing', own.standing, 'role', own.role, 'rank',
    CASE WHEN own.standing = 'waiting' THEN (
      SELECT count(*) FROM lab_person w
      WHERE w.lab_id = l.id AND w.standing = 'waiting' AND w.turn <= own.turn) END) END AS mine`;

/** What a condition may speak of: `l`, `around`, `own` (the reader's standing) and `next`. */
export const CARD_TABLES = `
  lab l
  LEFT JOIN lab_person own ON own.lab_id = l.id AND own.person_id = $1
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE p.standing IN ('interested', 'joined')))::int AS interested,
      (count(*) FILTER (WHERE p.standing = 'joined'))::int AS joined,
      (count(*) FILTER (WHERE p.standing = 'waiting'))::int AS waiting
    FROM lab_person p WHERE p.lab_id = l.id AND p.role <> 'co-facilitator') AS around ON true
  LEFT JOIN LATERAL (
    SELECT m.starts_at FROM lab_meeting m
    WHERE m.lab_id = l.id AND m.cancelled_at IS NULL AND m.ends_at > now()
    ORDER BY m.starts_at LIMIT 1) AS next ON true`;

type Wanted = {
  /** Speaks of the tables above, and of $2… */
  condition: string;
  values: readonly unknown[];
  order?: string;
  limit?: { rows: number; from: number };
};

/** Labs as one reader sees them: how many are around each, never who. */
export async function labCards(
  client: Client,
  actor: Actor,
  { condition, values, order = BY_LIFE, limit }: Wanted,
): Promise<LabCard[]> {
  const { rows } = await client.query<Omit<LabCard, "openness">>(
    `SELECT ${CARD} FROM ${CARD_TABLES} WHERE ${condition}
     ORDER BY ${order} ${limit ? `LIMIT ${limit.rows} OFFSET ${limit.from}` : ""}`,
    [readerId(actor), ...values],
  );
  return rows.map((row) => {
    const card = withoutNulls(row);
    return { ...card, openness: opennessOf(card, card) };
  });
}

/** What one can join first, by date; then what rests and what is over, newest first. */
const BY_LIFE = `
  CASE WHEN l.state IN ('registration', 'meeting') THEN 0 WHEN l.state IN ('interest', 'ready')
    THEN 1 WHEN l.state = 'paused' THEN 2 ELSE 3 END,
  next.starts_at NULLS LAST, coalesce(l.closed_at, l.proposed_at) DESC, l.id`;

/**
 * How far labs came. Who waits or let it go by was interested too; a meeting counts once somebody
 * was marked as there.
 */
export async function funnelsOf(
  client: Client,
  labIds: readonly string[],
): Promise<Map<string, Funnel>> {
  const { rows } = await client.query<Funnel & { id: string }>(
    `SELECT l.id, around.interested, around.registered, coalesce(came.met, 0)::int AS met,
       coalesce(held.meetings, 0)::int AS meetings,
       coalesce(held.minutes, 0)::int AS "sessionMinutes",
       coalesce(held.person_minutes, 0)::int AS "personMinutes"
     FROM unnest($1::uuid[]) AS l (id)
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS interested,
         (count(*) FILTER (WHERE p.joined_at IS NOT NULL))::int AS registered
       FROM lab_person p WHERE p.lab_id = l.id AND p.role <> 'co-facilitator') AS around
     LEFT JOIN LATERAL (
       SELECT count(DISTINCT a.person_id) AS met
       FROM lab_meeting m JOIN lab_attendance a ON a.meeting_id = m.id AND a.state = 'present'
       WHERE m.lab_id = l.id AND ${NO_CO_FACILITATOR}) AS came ON true
     LEFT JOIN LATERAL (
       SELECT count(*) AS meetings, sum(${MINUTES}) AS minutes,
         sum(${MINUTES} * there.present) AS person_minutes
       FROM lab_meeting m
       CROSS JOIN LATERAL (
         SELECT count(*) AS present FROM lab_attendance a
         WHERE a.meeting_id = m.id AND a.state = 'present' AND ${NO_CO_FACILITATOR}) AS there
       WHERE m.lab_id = l.id AND m.cancelled_at IS NULL AND there.present > 0) AS held ON true`,
    [labIds],
  );
  return new Map(rows.map(({ id, ...funnel }) => [id, funnel]));
}

const MINUTES = `
  coalesce(m.minutes_spent, round(extract(epoch FROM m.ends_at - m.starts_at) / 60))`;
const NO_CO_FACILITATOR = `
  NOT EXISTS (SELECT FROM lab_person c WHERE c.lab_id = m.lab_id AND c.person_id = a.person_id
    AND c.role = 'co-facilitator')`;
