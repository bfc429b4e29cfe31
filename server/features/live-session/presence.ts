import type { ClientBase } from "pg";

type Client = Pick<ClientBase, "query">;

/** Persons and the shares they hold. Shares count for a quorum and never for a vote. */
export type Weight = { persons: number; shares: number };

/**
 * For whom person $2 stands in assembly $1. They are present and gone together: the attendance
 * list of the minutes names the legal persons too (rules 1.4, 1.8).
 */
export const REPRESENTED = `
  SELECT r.legal_person_id FROM representation r JOIN assembly a ON a.id = $1
  WHERE r.representative_id = $2 AND r.valid_from <= a.day
    AND (r.valid_to IS NULL OR r.valid_to >= a.day)`;

/** Everybody on the roll of one assembly. */
export async function rollTotals(client: Client, assemblyId: string): Promise<Weight> {
  const { rows } = await client.query<Weight>({
    name: "roll-totals",
    text: `SELECT count(*)::int AS persons, coalesce(sum(shares), 0)::int AS shares
      FROM roll_entry WHERE assembly_id = $1`,
    values: [assemblyId],
  });
  return rows[0] ?? { persons: 0, shares: 0 };
}
