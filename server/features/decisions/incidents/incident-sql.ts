import type { ClientBase } from "pg";
import type { IncidentAct, IncidentKind } from "#domain/live-session/stage/incident.ts";

/** An entry of the incident log, on its way in. */
export type Incident = {
  assemblyId: string;
  kind: IncidentKind;
  act: IncidentAct;
  what: string;
  by: string;
  /** When it happened; the log keeps beside it when it was written. */
  at: Date;
  notedAt: Date;
  siteId?: string;
  decisionId?: string;
  until?: Date;
};

/** Writes an entry of the incident log, at the item of the agenda that is current. */
export async function writeIncident(
  client: Pick<ClientBase, "query">,
  incident: Incident,
): Promise<void> {
  await client.query(
    `INSERT INTO incident (assembly_id, kind, act, at, noted_at, noted_by, what, site_id,
       decision_id, until, item_id)
     SELECT a.id, $2, $3, $4, $5, $6, $7, $8, $9, $10, a.current_item_id
     FROM assembly a WHERE a.id = $1`,
    [
      incident.assemblyId,
      incident.kind,
      incident.act,
      incident.at,
      incident.notedAt,
      incident.by,
      incident.what,
      incident.siteId,
      incident.decisionId,
      incident.until,
    ],
  );
}

/** What the last suspension of a vote or, without one, of the session was for. */
export async function lastSuspension(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  decisionId?: string,
): Promise<{ kind: IncidentKind; what: string } | undefined> {
  const { rows } = await client.query<{ kind: IncidentKind; what: string }>(
    `SELECT kind, what FROM incident
     WHERE assembly_id = $1 AND act = $2 AND decision_id IS NOT DISTINCT FROM $3
     ORDER BY noted_at DESC, id DESC LIMIT 1`,
    [assemblyId, decisionId ? "suspend" : "suspend-session", decisionId],
  );
  return rows[0];
}
