import type { Pool } from "pg";
import type { Electorate } from "#domain/decisions/electorate.ts";
import type { ElectorateCount } from "#wire/decision-designer.ts";
import { MEMBERS_ON_A_DAY } from "../../membership/members-sql.ts";
import { inElectorate } from "../elector-sql.ts";

/**
 * How many an electorate picks from an assembly's roll or, before it is taken, from those who would
 * be on it today.
 */
export async function countElectorateOf(
  pool: Pool,
  assembly: { id: string; rollTaken: boolean },
  electorate: Electorate,
  day: string,
): Promise<ElectorateCount> {
  const { rows } = await pool.query<{ persons: number; of: number }>(
    `SELECT count(*) FILTER (WHERE ${inElectorate()})::int AS persons, count(*)::int AS of
     FROM (${rollSql(assembly)}) AS roll
     CROSS JOIN (SELECT NULL::uuid AS id, 'draft' AS phase, $3::jsonb AS electorate) AS d`,
    [assembly.id, day, electorate],
  );
  return { ...(rows[0] ?? { persons: 0, of: 0 }), rollTaken: assembly.rollTaken };
}

/** The roll of assembly $1 or, before it is taken, the one it would have on day $2. */
export function rollSql({ rollTaken }: { rollTaken: boolean }): string {
  return rollTaken
    ? "SELECT * FROM roll_entry WHERE assembly_id = $1 AND $2::date IS NOT NULL"
    : MEMBERS_ON_A_DAY;
}
