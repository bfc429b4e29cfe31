import type { Pool } from "pg";
import type { PaperElector } from "#wire/urns.ts";
import { inElectorate } from "../elector-sql.ts";

const SHOWN = 20;

/** People on the roll by name, register number or id, with what marks them in each secret vote. */
export async function paperElectors(
  pool: Pool,
  assemblyId: string,
  query: string,
): Promise<PaperElector[]> {
  const wanted = query.trim();
  if (wanted.length < 2) return [];
  const { rows } = await pool.query<PaperElector>(
    `SELECT p.id AS "personId", p.register_no AS "registerNo", office.name AS office,
       btrim(p.given_name || ' ' || p.family_name) AS name,
       coalesce((
         SELECT json_object_agg(d.id, CASE
           WHEN i.channel IS NOT NULL THEN i.channel
           WHEN ${inElectorate("d", "r")} THEN 'free'
           ELSE 'none' END)
         FROM decision d
         LEFT JOIN credential_issue i ON i.decision_id = d.id AND i.elector_id = p.id
         WHERE d.assembly_id = $1 AND d.ballot_kind = 'secret'), '{}') AS marks
     FROM roll_entry r JOIN person p ON p.id = r.person_id
     LEFT JOIN office ON office.id = p.office_id
     WHERE r.assembly_id = $1
       AND (p.id::text = $2 OR p.register_no = $2 OR (p.given_name || ' ' || p.family_name) ILIKE $3)
     ORDER BY p.register_no = $2 DESC NULLS LAST, p.family_name, p.given_name LIMIT ${SHOWN}`,
    [assemblyId, wanted, `%${wanted.replace(/[\\%_]/g, "\\$&")}%`],
  );
  return rows;
}
