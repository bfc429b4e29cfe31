import type { Pool } from "pg";
import type { RollAnswer } from "#wire/board.ts";
import { nameOf } from "../../../platform/person-name.ts";
import { inElectorate } from "../elector-sql.ts";

/** Whether the roll is marked for this person and for the legal persons they represent on a day. */
export async function rollAnswer(
  pool: Pool,
  decisionId: string,
  personId: string,
  day: string,
): Promise<RollAnswer[]> {
  const { rows } = await pool.query<RollAnswer & { channel: RollAnswer["channel"] | null }>(
    `SELECT p.id AS "electorId", p.id = $2 AS self, i.channel,
       ${nameOf("p")} AS name,
       roll.person_id IS NOT NULL AND ${inElectorate()} AS entitled
     FROM decision d
     JOIN person p ON p.id = $2 OR p.id IN (
       SELECT legal_person_id FROM representation
       WHERE representative_id = $2 AND valid_from <= $3::date
         AND (valid_to IS NULL OR valid_to >= $3::date))
     LEFT JOIN roll_entry roll ON roll.assembly_id = d.assembly_id AND roll.person_id = p.id
     LEFT JOIN credential_issue i ON i.decision_id = d.id AND i.elector_id = p.id
     WHERE d.id = $1 ORDER BY p.id <> $2, name`,
    [decisionId, personId, day],
  );
  return rows.map(({ channel, ...answer }) => (channel ? { ...answer, channel } : answer));
}
