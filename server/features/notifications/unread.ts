import type { ClientBase, Pool } from "pg";

/** The shell says "99+" beyond. */
const MOST_COUNTED = 100;

/** How many notices wait to be read, as far as is worth counting. */
export async function unreadCount(client: Pool | ClientBase, personId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM notice
       WHERE person_id = $1 AND read_at IS NULL AND settled_at IS NULL AND in_app
       LIMIT ${MOST_COUNTED}) unread`,
    [personId],
  );
  return rows[0]?.count ?? 0;
}
