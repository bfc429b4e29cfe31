import type { ClientBase } from "pg";
import type { MySessionView } from "#wire/live-session.ts";

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
