import type { ClientBase } from "pg";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { SiteEntry } from "#wire/check-in.ts";
import { epochMs } from "../../platform/instants.ts";

type Client = Pick<ClientBase, "query">;

export type AssemblyHead = {
  id: string;
  slug: string;
  title: Translated;
  phase: AssemblyPhase;
  /** ISO date. */
  day: string;
  guestsWelcome: boolean;
  passesAskedAt?: string;
};

const HEAD = `
  SELECT json_strip_nulls(json_build_object('id', a.id, 'slug', a.slug, 'title', a.title,
    'phase', a.phase, 'day', a.day, 'guestsWelcome', a.guests_welcome,
    'passesAskedAt', a.passes_asked_at)) AS head
  FROM assembly a`;

export async function assemblyBySlug(
  client: Client,
  slug: string,
): Promise<AssemblyHead | undefined> {
  return headWhere(client, "a.slug = $1", slug);
}

export async function assemblyById(client: Client, id: string): Promise<AssemblyHead | undefined> {
  return headWhere(client, "a.id = $1", id);
}

/** The phase of an assembly, held until the end of the transaction. */
export async function holdPhase(
  client: Client,
  assemblyId: string,
): Promise<AssemblyPhase | undefined> {
  const { rows } = await client.query<{ phase: AssemblyPhase }>(
    "SELECT phase FROM assembly WHERE id = $1 FOR SHARE",
    [assemblyId],
  );
  return rows[0]?.phase;
}

/** The assembly that a short address leads to. */
export async function assemblyByCode(
  client: Client,
  code: string,
): Promise<AssemblyHead | undefined> {
  return headWhere(client, "a.id = (SELECT s.assembly_id FROM site s WHERE s.code = $1)", code);
}

async function headWhere(
  client: Client,
  condition: string,
  value: string,
): Promise<AssemblyHead | undefined> {
  const { rows } = await client.query<{ head: AssemblyHead }>(`${HEAD} WHERE ${condition}`, [
    value,
  ]);
  return rows[0]?.head;
}

/** Every site of an assembly in its order, online ones too. */
export async function sitesOf(client: Client, assemblyId: string): Promise<SiteEntry[]> {
  const { rows } = await client.query<{ site: SiteEntry }>(
    `SELECT json_build_object('id', id, 'slug', slug, 'kind', kind, 'name', name, 'city', city,
       'code', code, 'startsAt', ${epochMs("starts_at")},
       'endsAt', ${epochMs("ends_at")}) AS site
     FROM site WHERE assembly_id = $1 ORDER BY position, id`,
    [assemblyId],
  );
  return rows.map((row) => row.site);
}

/** Sites that have a door: people sit there. */
export function withDoors(sites: readonly SiteEntry[]): SiteEntry[] {
  return sites.filter(({ kind }) => kind !== "online");
}
