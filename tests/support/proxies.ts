import type { Pool } from "pg";
import { DEFAULT_PROFILE } from "../../app/domain/decisions/statute-profile.ts";

/** Statutes under which members may be represented; nobody has verified them unless said. */
export async function allowProxies(
  pool: Pool,
  assemblyId: string,
  { max = 1, verified = true }: { max?: number; verified?: boolean } = {},
): Promise<void> {
  const status = verified ? "verified" : "assumed";
  const profile = {
    ...DEFAULT_PROFILE,
    channels: {
      ...DEFAULT_PROFILE.channels,
      live_remote: { ...DEFAULT_PROFILE.channels.live_remote, status: "verified" },
      proxy: { value: true, article: "art. 40", status },
    },
    proxy: { value: { delegateMustBeMember: true, maxPerDelegate: max }, article: "", status },
    oneTenthCap: { ...DEFAULT_PROFILE.oneTenthCap, status: "verified" },
    majorities: {
      ...DEFAULT_PROFILE.majorities,
      ordinary: { ...DEFAULT_PROFILE.majorities.ordinary, status: "verified" },
    },
    quorums: {
      ...DEFAULT_PROFILE.quorums,
      ordinary: { ...DEFAULT_PROFILE.quorums.ordinary, status: "verified" },
    },
  };
  const version = `proxies-${max}-${status}`;
  await pool.query(
    `INSERT INTO statute_profile (version, effective_from, values) VALUES ($1, '2020-01-01', $2)
     ON CONFLICT DO NOTHING`,
    [version, profile],
  );
  await pool.query("UPDATE assembly SET profile_version = $2 WHERE id = $1", [assemblyId, version]);
  await pool.query("UPDATE decision SET profile_version = $2 WHERE assembly_id = $1", [
    assemblyId,
    version,
  ]);
}

/** Gives everybody without one a number in the register. */
export async function numberPeople(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE person p SET register_no = 'N' || numbered.n
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person) AS numbered
     WHERE numbered.id = p.id AND p.register_no IS NULL`,
  );
}

/** How a giver names somebody. */
export async function namesOf(
  pool: Pool,
  personId: string,
): Promise<{ registerNo: string; familyName: string }> {
  const { rows } = await pool.query<{ registerNo: string; familyName: string }>(
    `SELECT register_no AS "registerNo", family_name AS "familyName" FROM person WHERE id = $1`,
    [personId],
  );
  const [named] = rows;
  if (!named) throw new Error("nobody by this id");
  return named;
}
