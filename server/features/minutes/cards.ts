import type { ClientBase } from "pg";

/** The result that stands on every screen now, if one does. */
export async function shownResult(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
): Promise<{ shownResult?: string }> {
  const { rows } = await client.query<{ id: string }>({
    name: "shown-result",
    text: `SELECT s.decision_id AS id FROM result_shown s JOIN decision d ON d.id = s.decision_id
      WHERE s.assembly_id = $1 AND d.phase = 'published'`,
    values: [assemblyId],
  });
  return rows[0] ? { shownResult: rows[0].id } : {};
}
