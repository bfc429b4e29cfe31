import type { Pool } from "pg";

/** A person of a small invented register. */
export type TestPerson = { id: string; name: string };

/**
 * Members of category A with ten shares each, admitted in 2020: « Member 1 », « Member 2 »…
 * Returns them in that order.
 */
export async function createPeople(pool: Pool, count: number): Promise<TestPerson[]> {
  await pool.query(
    `INSERT INTO member_category (id, label, valid_from) VALUES ('A', '{"fr":"A"}', '2010-01-01')
     ON CONFLICT DO NOTHING`,
  );
  const people = await createGuests(pool, count, "Member");
  await pool.query(
    `INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on)
     SELECT uuidv7(), id, 'admitted', 'A', 10, '2020-01-01' FROM unnest($1::uuid[]) AS id`,
    [people.map((person) => person.id)],
  );
  return people;
}

/** People in the register of persons who are not members. */
export async function createGuests(
  pool: Pool,
  count: number,
  name = "Guest",
): Promise<TestPerson[]> {
  const { rows } = await pool.query<TestPerson>(
    `INSERT INTO person (id, given_name, family_name, language)
     SELECT uuidv7(), $2, n::text, (ARRAY['fr','nl','de','en'])[1 + n % 4]
     FROM generate_series(1, $1::int) AS n
     RETURNING id, given_name || ' ' || family_name AS name`,
    [count, name],
  );
  return rows;
}
