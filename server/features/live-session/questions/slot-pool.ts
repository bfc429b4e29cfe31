import type { ClientBase } from "pg";
import type { Service, SlotCandidate } from "#domain/live-session/fair-slots.ts";
import { epochMs } from "../../../platform/instants.ts";

type Client = Pick<ClientBase, "query">;

// Every open question of assembly $1 under the one that speaks for it: itself, or the one into which
// it was merged.
const FAMILY = `
  SELECT coalesce(m.merged_into_id, m.id) AS head, m.id, m.language, m.author_id, m.created_at,
    coalesce(m.site_id::text, 'online') AS place
  FROM question m
  WHERE m.assembly_id = $1 AND m.kind = 'open' AND m.state NOT IN ('refused', 'withdrawn')`;

/**
 * Open questions that everybody has seen and nobody has asked yet. Where exposures are not counted,
 * all questions stood before everybody who gave a voice.
 */
export async function slotPool(client: Client, assemblyId: string): Promise<SlotCandidate[]> {
  const { rows } = await client.query<SlotCandidate>(
    `WITH family AS (${FAMILY}), pool AS (
       SELECT * FROM question WHERE assembly_id = $1 AND kind = 'open' AND state = 'published'
         AND NOT silent
     )
     SELECT q.id, q.number, q.supports,
       ${epochMs("q.created_at")} AS "receivedAt",
       CASE WHEN a.question_mode = 'continuous' THEN q.exposures ELSE (
         SELECT count(DISTINCT s.person_id)::int FROM question_support s
         WHERE s.question_id IN (SELECT id FROM pool)) END AS exposures,
       array(SELECT DISTINCT language FROM family WHERE head = q.id ORDER BY 1) AS languages,
       array(SELECT DISTINCT place FROM family WHERE head = q.id ORDER BY 1) AS places
     FROM pool q JOIN assembly a ON a.id = q.assembly_id
     ORDER BY q.number`,
    [assemblyId],
  );
  return rows;
}

/** Groups that rules §4.5 counts; the first two have a place in a slot. */
export const GROUPS = {
  language: "f.language",
  place: "f.place",
  membership: `CASE WHEN f.author_id IS NULL THEN 'unknown'
    WHEN EXISTS (SELECT FROM roll_entry e WHERE e.assembly_id = h.assembly_id
      AND e.person_id = f.author_id) THEN 'member' ELSE 'other' END`,
  first: `CASE WHEN f.author_id IS NULL THEN 'unknown'
    WHEN EXISTS (SELECT FROM question o WHERE o.author_id = f.author_id
      AND o.assembly_id <> h.assembly_id AND o.created_at < f.created_at) THEN 'again'
    ELSE 'first' END`,
} as const;

/** How many questions of each group were published, and how many of those were asked aloud. */
export async function servicesBy(
  client: Client,
  assemblyId: string,
  group: keyof typeof GROUPS,
): Promise<Record<string, Service>> {
  const { rows } = await client.query<Service & { key: string }>(
    `WITH family AS (${FAMILY})
     SELECT ${GROUPS[group]} AS key, count(*)::int AS received,
       count(*) FILTER (WHERE h.state IN ('queued', 'asked', 'answered_oral', 'answered_written')
         )::int AS asked
     FROM family f JOIN question h ON h.id = f.head
     WHERE h.number IS NOT NULL AND NOT h.silent AND h.state NOT IN ('refused', 'withdrawn', 'merged')
     GROUP BY 1`,
    [assemblyId],
  );
  return Object.fromEntries(rows.map(({ key, ...service }) => [key, service]));
}
