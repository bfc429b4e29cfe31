import type { ClientBase, Pool } from "pg";
import type { Platform } from "../../platform/platform.ts";
import { doorPeople } from "./door-people.ts";
import { passHash, type WayInKeys } from "./way-in-keys.ts";

type Client = Pick<ClientBase, "query">;

/** A pause for other readers after so many passes: one takes some microseconds. */
const AT_ONCE = 2_000;

/** The assembly whose passes are made; `day` is an ISO date. */
export type PassAssembly = { id: string; day: string; rollTaken: boolean };

/** Whose pass a secret is, in which assembly; undefined for one that was replaced or never made. */
export async function passOf(
  client: Client,
  token: string,
): Promise<{ assemblyId: string; personId: string } | undefined> {
  const { rows } = await client.query<{ assemblyId: string; personId: string }>(
    `SELECT assembly_id AS "assemblyId", person_id AS "personId"
     FROM entry_pass WHERE token_hash = $1`,
    [passHash(token)],
  );
  return rows[0];
}

/** The secret of somebody's own pass, made when it is first asked for. */
export async function ownPass(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  keys: WayInKeys,
  { assemblyId, personId }: { assemblyId: string; personId: string },
): Promise<string> {
  const { rows } = await pool.query<{ serial: number; hash: string }>(
    `SELECT serial, token_hash AS hash FROM entry_pass WHERE assembly_id = $1 AND person_id = $2`,
    [assemblyId, personId],
  );
  const [known] = rows;
  const serial = known?.serial ?? 0;
  const token = keys.passToken(assemblyId, personId, serial);
  if (known?.hash !== passHash(token)) {
    await keepPass(pool, { assemblyId, personId, serial, token, now: clock.now() });
  }
  return token;
}

type NewPass = {
  assemblyId: string;
  personId: string;
  serial: number;
  token: string;
  now: Date;
};

/** The hash of a pass in place of the one before, which opens nothing from now on. */
export async function keepPass(client: Client, pass: NewPass): Promise<void> {
  const { assemblyId, personId, serial, token, now } = pass;
  await client.query(
    `INSERT INTO entry_pass (assembly_id, person_id, serial, token_hash, made_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (assembly_id, person_id) DO UPDATE
     SET serial = excluded.serial, token_hash = excluded.token_hash, made_at = excluded.made_at`,
    [assemblyId, personId, serial, passHash(token), now],
  );
}

/** Passes for everybody expected who has none yet. */
export async function makePasses(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  keys: WayInKeys,
  { id, day, rollTaken }: PassAssembly,
): Promise<void> {
  const missing = await personsWithoutPass(pool, { id, day, rollTaken });
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const persons = missing.slice(start, start + AT_ONCE);
    await pool.query(
      `INSERT INTO entry_pass (assembly_id, person_id, token_hash, made_at)
       SELECT $1, person, hash, $4 FROM unnest($2::uuid[], $3::text[]) AS p (person, hash)
       ON CONFLICT DO NOTHING`,
      [id, persons, persons.map((person) => passHash(keys.passToken(id, person, 0))), clock.now()],
    );
  }
}

async function personsWithoutPass(
  pool: Pool,
  { id, day, rollTaken }: PassAssembly,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `${doorPeople(rollTaken)}
     SELECT person_id AS id FROM expected
     WHERE NOT EXISTS (SELECT FROM entry_pass e
       WHERE e.assembly_id = $1 AND e.person_id = expected.person_id)`,
    [id, day],
  );
  return rows.map((row) => row.id);
}
