import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { MEMBERS_ON_A_DAY } from "../membership/members-sql.ts";

/**
 * Copies the register as of this day in Belgium into the roll of an assembly: everybody whose admission had
 * taken effect and whose departure had not (rules 1.4; the rule in words: app/domain/membership).
 * A resignation handed in and not yet effective keeps its vote. One statement, under a second for
 * forty thousand members.
 */
export async function takeRoll(client: ClientBase, assemblyId: string, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `INSERT INTO roll_entry (assembly_id, person_id, category_id, office_id, language, shares)
     ${MEMBERS_ON_A_DAY}`,
    [assemblyId, dayInBrussels(now)],
  );
  // Forty thousand new rows that the planner knows nothing of make every query on the roll slow.
  await client.query("ANALYZE roll_entry");
  return rowCount ?? 0;
}
