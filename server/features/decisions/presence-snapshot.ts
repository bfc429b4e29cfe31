import type { PoolClient } from "pg";
import { giversAt, isRepresented } from "../mandates/mandate-sql.ts";
import { inElectorate } from "./elector-sql.ts";

type Weight = { persons: number; shares: number };

/**
 * Who of the electorate is there now, in person or represented, and how many of these by a
 * delegate: the quorum as it stood at this moment of the vote.
 */
export async function presenceSnapshot(
  client: PoolClient,
  decisionId: string,
): Promise<{ present: Weight; represented: Weight }> {
  const { rows } = await client.query<Weight & { absent: number; absent_shares: number }>(
    `SELECT count(*)::int AS persons, coalesce(sum(roll.shares), 0)::int AS shares,
       count(*) FILTER (WHERE ${isRepresented()})::int AS absent,
       coalesce(sum(roll.shares) FILTER (WHERE ${isRepresented()}), 0)::int AS absent_shares
     FROM decision d JOIN roll_entry roll ON roll.assembly_id = d.assembly_id
     WHERE d.id = $1 AND ${inElectorate()} AND roll.person_id IN (
       SELECT t.person_id FROM attendance t
       WHERE t.assembly_id = d.assembly_id AND t.left_at IS NULL
       UNION ${giversAt("d.assembly_id")})`,
    [decisionId],
  );
  const { persons = 0, shares = 0, absent = 0, absent_shares = 0 } = rows[0] ?? {};
  return {
    present: { persons, shares },
    represented: { persons: absent, shares: absent_shares },
  };
}
