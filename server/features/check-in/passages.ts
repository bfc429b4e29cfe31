import type { ClientBase } from "pg";
import type { Passage } from "#domain/check-in/interval.ts";

export type Passages = { counted: Passage[]; undone: Passage[] };

/** Everything that doors noted of these people, whenever it came. */
export async function allPassages(
  client: ClientBase,
  assemblyId: string,
  persons: string[],
): Promise<Map<string, Passages>> {
  const { rows } = await client.query<{
    person: string;
    siteId: string;
    kind: "arrive" | "leave";
    at: Date;
    undone: boolean;
  }>(
    `SELECT person_id AS person, site_id AS "siteId", kind, at, undone_at IS NOT NULL AS undone
     FROM door_act WHERE assembly_id = $1 AND person_id = ANY($2::uuid[]) ORDER BY at, id`,
    [assemblyId, persons],
  );
  const found = new Map<string, Passages>();
  for (const row of rows) {
    const passages = found.get(row.person) ?? { counted: [], undone: [] };
    const at = row.at.getTime();
    const passage: Passage =
      row.kind === "leave"
        ? { kind: "leave", at }
        : { kind: "arrive", at, siteId: row.siteId, channel: "door" };
    passages[row.undone ? "undone" : "counted"].push(passage);
    found.set(row.person, passages);
  }
  return found;
}

/** Stops of the tour end at their hour; who was never noted as gone is gone then. */
export async function endsOfStops(
  client: ClientBase,
  assemblyId: string,
): Promise<Map<string, number>> {
  const { rows } = await client.query<{ id: string; endsAt: Date }>(
    `SELECT id, ends_at AS "endsAt" FROM site WHERE assembly_id = $1 AND kind = 'stop'`,
    [assemblyId],
  );
  return new Map(rows.map(({ id, endsAt }) => [id, endsAt.getTime()]));
}

/** When the session was closed for all, if it was. */
export async function closedAtOf(
  client: ClientBase,
  assemblyId: string,
): Promise<{ closedAt?: number }> {
  const { rows } = await client.query<{ at: Date | null }>(
    `SELECT max(j.at) AS at FROM assembly a
     JOIN audit_entry j ON j.subject = 'assembly:' || a.id AND j.action = 'session.closed'
     WHERE a.id = $1 AND a.phase = 'closed'`,
    [assemblyId],
  );
  const at = rows[0]?.at;
  return at ? { closedAt: at.getTime() } : {};
}
