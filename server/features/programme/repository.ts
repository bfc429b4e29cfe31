import { withoutNulls } from "#domain/kernel/json.ts";
import type { Bookable } from "#domain/programme/session.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import { epochMs } from "../../platform/instants.ts";
import { type Client } from "./rows.ts";

export type SessionRow = Bookable & {
  id: string;
  assembly: { id: string; phase: AssemblyPhase };
  siteId: string;
  startsAt: number;
  room: string;
  revision: number;
  news: number;
  rapporteurId?: string;
  taken: { registered: number; waiting: number };
};

/** A session, held until the end of the transaction: who asks for a place meanwhile waits. */
export async function lockSession(client: Client, id: string): Promise<SessionRow | undefined> {
  const held = await client.query("SELECT FROM programme_session WHERE id = $1 FOR NO KEY UPDATE", [
    id,
  ]);
  if (!held.rowCount) return undefined;
  // A statement of its own: it sees what those before it in the queue have written.
  const { rows } = await client.query<SessionRow>(
    `SELECT s.id, json_build_object('id', a.id, 'phase', a.phase) AS assembly,
       s.site_id AS "siteId", ${epochMs("s.starts_at")} AS "startsAt", ${epochMs("s.ends_at")} AS "endsAt",
       s.room, s.registers, s.capacity, s.cancelled_at IS NOT NULL AS cancelled, s.revision, s.news,
       s.rapporteur_id AS "rapporteurId",
       (SELECT json_build_object(
           'registered', count(*) FILTER (WHERE r.state = 'registered'),
           'waiting', count(*) FILTER (WHERE r.state = 'waiting'))
         FROM programme_registration r WHERE r.session_id = s.id) AS taken
     FROM programme_session s JOIN assembly a ON a.id = s.assembly_id WHERE s.id = $1`,
    [id],
  );
  return rows[0] && withoutNulls(rows[0]);
}

export type SiteRow = {
  id: string;
  slug: string;
  kind: string;
  assemblyId: string;
  cancelled: boolean;
};

export async function lockSite(client: Client, id: string): Promise<SiteRow | undefined> {
  const { rows } = await client.query<SiteRow>(
    `SELECT id, slug, kind, assembly_id AS "assemblyId", cancelled_at IS NOT NULL AS cancelled
     FROM site WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0];
}
