import type { Pool } from "pg";
import type { DecisionCard } from "#wire/decisions.ts";
import { CARD_COLUMNS, type CardRow, toCard } from "../cards.ts";

/** The counts of an assembly that wait for a public lot, secret or not, as the bureau sees them. */
export async function waitingLots(pool: Pool, assemblyId: string): Promise<DecisionCard[]> {
  const { rows } = await pool.query<CardRow>(
    `SELECT ${CARD_COLUMNS} FROM decision d
     WHERE d.assembly_id = $1 AND d.phase = 'counted' AND d.tie_rule = 'lot' ORDER BY d.position`,
    [assemblyId],
  );
  return rows.map((row) => toCard(row, true)).filter((card) => card.waitingTie !== undefined);
}
