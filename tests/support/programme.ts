import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import { localTime } from "../../app/domain/kernel/local-time.ts";

const HOUR_MS = 3_600_000;

/** A place of an assembly, open for a day from `startsAt`. */
export async function createSite(
  pool: Pool,
  assemblyId: string,
  { kind = "main", startsAt }: { kind?: string; startsAt: Date },
): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  const slug = `site-${id.slice(0, 8)}`;
  await pool.query(
    `INSERT INTO site (id, assembly_id, slug, kind, name, city, position, starts_at, ends_at)
     VALUES ($1, $2, $3, $4, 'La halle', 'Liège', 1, $5, $6)`,
    [id, assemblyId, slug, kind, startsAt, new Date(startsAt.getTime() + 10 * HOUR_MS)],
  );
  return { id, slug };
}

export type SessionFields = Record<string, unknown> & { startsAt: Date };

/** What an organiser's form carries for a session of one hour. */
export function sessionFields(
  siteId: string,
  { startsAt, ...more }: SessionFields,
): Record<string, unknown> {
  return {
    siteId,
    kind: "workshop",
    title: { fr: "Un atelier" },
    languages: ["fr"],
    startsAt: localTime(startsAt),
    endsAt: localTime(new Date(startsAt.getTime() + HOUR_MS)),
    room: "Salle 1",
    registers: true,
    ...more,
  };
}

/** The hour that this instant is in, so that forms of minutes say it exactly. */
export function fullHour(instant: number): Date {
  return new Date(Math.ceil(instant / HOUR_MS) * HOUR_MS);
}
