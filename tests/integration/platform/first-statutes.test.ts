import pg from "pg";
import { expect, it } from "vitest";
import { writeFirstStatutes } from "#server/cli/commands/first-statutes.ts";
import { createTestDatabase } from "../../support/database.ts";

it("gives a real cooperative its categories and unverified statutes, once, and keeps its own", async () => {
  const database = await createTestDatabase();
  const pool = new pg.Pool({ connectionString: database.url });
  await writeFirstStatutes(pool);
  await pool.query(
    "UPDATE member_category SET label = '{\"fr\":\"Travailleur·ses\"}' WHERE id = 'A'",
  );
  await writeFirstStatutes(pool);
  const { rows } = await pool.query<{ id: string; fr: string }>(
    "SELECT id, label->>'fr' AS fr FROM member_category ORDER BY id",
  );
  expect(rows).toEqual([
    { id: "A", fr: "Travailleur·ses" },
    { id: "B", fr: "Catégorie B" },
    { id: "C", fr: "Catégorie C" },
  ]);
  const profiles = await pool.query<{ status: string }>(
    "SELECT values->'majorities'->'statutes'->>'status' AS status FROM statute_profile",
  );
  expect(profiles.rows).toEqual([{ status: "assumed" }]);
  await pool.end();
  await database.drop();
});
