import type { ClientBase } from "pg";
import type { PresenceView } from "#wire/check-in.ts";
import type { MySessionView } from "#wire/live-session.ts";

/**
 * Who on the roll is present now, by site; everybody else is `online`. The rooms of the day stand
 * there from the first minute, empty or not. A stop of the tour is over before the day.
 */
export async function presenceByPlace(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<PresenceView> {
  const { rows } = await client.query<{ places: PresenceView }>({
    name: "presence-by-place",
    text: `
      WITH here AS (
        SELECT t.site_id, count(*)::int AS persons, sum(e.shares)::int AS shares
        FROM attendance t JOIN roll_entry e USING (assembly_id, person_id)
        WHERE t.assembly_id = $1 AND t.left_at IS NULL GROUP BY t.site_id
      ), place AS (
        SELECT s.id::text AS key, s.name, s.city, s.kind, s.position,
          coalesce(here.persons, 0) AS persons, coalesce(here.shares, 0) AS shares
        FROM site s LEFT JOIN here ON here.site_id = s.id
        WHERE s.assembly_id = $1 AND s.kind IN ('main', 'satellite')
        UNION ALL
        SELECT 'online', '', '', 'online', 1000, coalesce(sum(persons), 0), coalesce(sum(shares), 0)
        FROM here WHERE NOT EXISTS (
          SELECT FROM site s WHERE s.id = here.site_id AND s.kind IN ('main', 'satellite'))
      )
      SELECT json_object_agg(key, json_build_object('name', name, 'city', city, 'kind', kind,
        'position', position, 'persons', persons, 'shares', shares)) AS places FROM place`,
    values: [assemblyId],
  });
  return rows[0]?.places ?? {};
}

/** Everybody who is somewhere: what a quorum is measured on. */
export function presentAnywhere(places: PresenceView): { persons: number; shares: number } {
  return Object.values(places).reduce(
    (sum, { persons, shares }) => ({ persons: sum.persons + persons, shares: sum.shares + shares }),
    { persons: 0, shares: 0 },
  );
}

/** Where one person is: their site while they are at one. */
export async function myCheckIn(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  personId: string,
): Promise<MySessionView["checkIn"]> {
  const { rows } = await client.query<{ siteId: string | null }>({
    name: "my-check-in",
    text: `SELECT site_id AS "siteId" FROM attendance
      WHERE assembly_id = $1 AND person_id = $2 AND left_at IS NULL`,
    values: [assemblyId, personId],
  });
  const siteId = rows[0]?.siteId;
  return siteId ? { siteId } : {};
}
