import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";

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

// Two events of one day count in the order in which they were recorded.
const LATEST_FIRST = "ORDER BY effective_on DESC, recorded_at DESC, id DESC";

/** The roll that assembly $1 would have if it were taken on day $2. */
export const MEMBERS_ON_A_DAY = `
  SELECT $1::uuid AS assembly_id, p.id AS person_id, standing.category_id, p.office_id, p.language,
    coalesce(standing.shares, 0) AS shares
  FROM (
    SELECT person_id,
      (array_agg(kind ${LATEST_FIRST})
        FILTER (WHERE kind NOT IN ('category_changed', 'shares_changed', 'refused')))[1] AS kind,
      (array_agg(category_id ${LATEST_FIRST}) FILTER (WHERE category_id IS NOT NULL))[1]
        AS category_id,
      (array_agg(shares ${LATEST_FIRST}) FILTER (WHERE shares IS NOT NULL))[1] AS shares
    FROM membership_event WHERE effective_on <= $2::date
    GROUP BY person_id
  ) AS standing
  JOIN person p ON p.id = standing.person_id
  WHERE standing.kind = 'admitted'`;
