import type { Pool } from "pg";
import {
  type CrossTable,
  type PublishedTable,
  SMALL_CELLS,
  suppressSmallCells,
} from "#domain/decisions/suppression.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { inElectorate } from "../elector-sql.ts";
import { decisionReport } from "../queries.ts";

/** By what a roll may be grouped. Never by both: a cell of two groupings is somebody. */
export const DIMENSIONS = ["office", "category"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Turnout by group: who voted, who did not. What they voted is told for all electors together. */
export type Breakdown = { by: Dimension; table: PublishedTable };

const GROUP_OF: Record<Dimension, string> = {
  office: "coalesce(roll.office_id, '')",
  category: "roll.category_id",
};

/** The only way to numbers by group: small cells never leave it (rules §5.3). */
export async function breakDown(
  pool: Pool,
  actor: Actor,
  decisionId: string,
  by: Dimension,
): Promise<Result<Breakdown>> {
  const counted = await decisionReport(pool, actor, decisionId);
  if (!counted.ok) return counted;
  return ok({
    by,
    table: suppressSmallCells(await readTurnout(pool, decisionId, by), SMALL_CELLS),
  });
}

async function readTurnout(pool: Pool, decisionId: string, by: Dimension): Promise<CrossTable> {
  const { rows } = await pool.query<{ id: string; entitled: number; voted: number }>(
    `SELECT ${GROUP_OF[by]} AS id, count(*)::int AS entitled,
       count(*) FILTER (WHERE b.elector_id IS NOT NULL OR mark.elector_id IS NOT NULL)::int AS voted
     FROM decision d
     JOIN roll_entry roll ON roll.assembly_id = d.assembly_id AND ${inElectorate()}
     LEFT JOIN ballot b ON b.decision_id = d.id AND b.elector_id = roll.person_id
     LEFT JOIN credential_issue mark ON mark.decision_id = d.id AND mark.elector_id = roll.person_id
     WHERE d.id = $1 GROUP BY 1 ORDER BY 1`,
    [decisionId],
  );
  return {
    rows: rows.map(({ id, entitled, voted }) => ({
      id,
      counts: [voted, entitled - voted],
      electorate: entitled,
    })),
  };
}
