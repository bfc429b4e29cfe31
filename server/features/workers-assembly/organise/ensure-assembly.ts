import { apartId } from "#domain/kernel/apart.ts";
import type { Client, Edition } from "../edition.ts";

// Workshops begin in the morning.
const MORNING = "(held.day + time '09:30') AT TIME ZONE 'Europe/Brussels'";

/** The assembly apart in which an edition votes and meets: made the first time it is asked for. */
export async function ensureAssembly(
  client: Client,
  edition: Pick<Edition, "id" | "assemblyId">,
): Promise<string> {
  if (edition.assemblyId) return edition.assemblyId;
  const chance = await client.query<{ id: string }>("SELECT gen_random_uuid()::text AS id");
  const assemblyId = apartId(chance.rows[0]!.id);
  await client.query(
    `WITH made AS (
       INSERT INTO assembly (id, slug, kind, title, day, starts_at, place, profile_version)
       SELECT $2::uuid, CASE WHEN EXISTS (SELECT FROM assembly a WHERE a.slug = w.slug)
           THEN w.slug || '-' || left($2::uuid::text, 4) ELSE w.slug END,
         'workers', w.titles, held.day, ${MORNING}, w.place,
         (SELECT version FROM statute_profile ORDER BY effective_from DESC, version DESC LIMIT 1)
       FROM workers_assembly w
       CROSS JOIN LATERAL (SELECT coalesce(w.meets_on, w.created_on) AS day) held
       WHERE w.id = $1 RETURNING id)
     UPDATE workers_assembly SET assembly_id = made.id FROM made WHERE workers_assembly.id = $1`,
    [edition.id, assemblyId],
  );
  return assemblyId;
}

/** Until it meets, its title, day and place are those of its edition. */
export async function followEdition(client: Client, editionId: string): Promise<void> {
  await client.query(
    `UPDATE assembly SET title = w.titles, place = w.place, day = held.day, starts_at = ${MORNING}
     FROM workers_assembly w
     CROSS JOIN LATERAL (SELECT coalesce(w.meets_on, w.created_on) AS day) held
     WHERE w.id = $1 AND assembly.id = w.assembly_id AND assembly.phase IN ('prepared', 'convened')`,
    [editionId],
  );
}
