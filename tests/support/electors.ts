import { createHash, randomUUID } from "node:crypto";
import type { Pool } from "pg";

/** Somebody signed in: the id in the register and the cookie their browser would send. */
export type SignedIn = { personId: string; cookie: string };

/** Opens a session for each of these people, as signing in would, and returns the cookies. */
export async function signIn(pool: Pool, personIds: readonly string[]): Promise<SignedIn[]> {
  const ids = personIds.map(() => randomUUID().replaceAll("-", ""));
  await pool.query(
    `INSERT INTO auth_session (id, person_id, expires_at)
     SELECT id, person, now() + interval '1 day' FROM unnest($1::text[], $2::uuid[]) AS s(id, person)`,
    [ids.map((id) => createHash("sha256").update(id).digest("hex")), personIds],
  );
  return personIds.map((personId, index) => ({
    personId,
    cookie: `palabre_session=${ids[index] ?? ""}`,
  }));
}

/** The first `count` people on an assembly's roll. */
export async function peopleOnRoll(
  pool: Pool,
  assemblyId: string,
  count: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ person_id: string }>(
    "SELECT person_id FROM roll_entry WHERE assembly_id = $1 ORDER BY person_id LIMIT $2",
    [assemblyId, count],
  );
  return rows.map((row) => row.person_id);
}
