import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGroupTexts, type GroupTexts } from "#server/features/codev/group-key.ts";
import { createSealing } from "#server/platform/sealing.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { createTestPlatform, type TestPlatform } from "../../support/platform.ts";

let database: TestDatabase;
let test: TestPlatform;
let texts: GroupTexts;

beforeAll(async () => {
  database = await createTestDatabase();
  test = createTestPlatform(database.url);
  texts = createGroupTexts(createSealing(test.platform.env), test.platform.random);
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

async function createCycle(): Promise<{ cycleId: string; personId: string }> {
  const { pool } = test.platform;
  const personId = randomUUID();
  await pool.query("INSERT INTO person (id, family_name) VALUES ($1, 'Peeters')", [personId]);
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO codev_cycle (name, language, mode, created_by, created_at)
     VALUES ('Un groupe', 'fr', 'online', $1, now()) RETURNING id`,
    [personId],
  );
  const cycleId = rows[0]?.id ?? "";
  await texts.begin(pool, cycleId);
  return { cycleId, personId };
}

describe("what a group writes", () => {
  it("is read again, replaced and removed, and lies in no table as it was written", async () => {
    const { pool } = test.platform;
    const { cycleId, personId } = await createCycle();
    const place = { cycleId, personId, kind: "plan" } as const;
    expect(await texts.write(pool, place, "Appeler la commune")).toBe(true);
    expect(await texts.write(pool, place, "Appeler la commune lundi")).toBe(true);
    expect(await texts.read(pool, place)).toEqual({
      ...place,
      text: "Appeler la commune lundi",
      revision: 2,
    });
    const { rows } = await pool.query<{ sealed: Buffer }>("SELECT sealed FROM codev_text");
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes("commune")).toBe(false);
    await texts.write(pool, place, "");
    expect(await texts.read(pool, place)).toBeUndefined();
  });

  it("opens neither in another group nor as another person's", async () => {
    const { pool } = test.platform;
    const [one, other] = [await createCycle(), await createCycle()];
    await texts.write(pool, { ...one, kind: "notepad" }, "à moi");
    await pool.query("UPDATE codev_text SET person_id = $2 WHERE cycle_id = $1", [
      one.cycleId,
      other.personId,
    ]);
    const moved = { cycleId: one.cycleId, personId: other.personId, kind: "notepad" } as const;
    await expect(texts.read(pool, moved)).rejects.toThrow("sealed under another key");
    await pool.query("UPDATE codev_text SET cycle_id = $2 WHERE cycle_id = $1", [
      one.cycleId,
      other.cycleId,
    ]);
    await expect(texts.read(pool, { ...other, kind: "notepad" })).rejects.toThrow();
  });

  it("goes with the key, and nothing is written afterwards", async () => {
    const { pool } = test.platform;
    const { cycleId, personId } = await createCycle();
    const place = { cycleId, personId, kind: "subject" } as const;
    await texts.write(pool, place, "Mes tarifs");
    await texts.destroy(pool, cycleId);
    expect(await texts.list(pool, { cycleId, kinds: ["subject"] })).toEqual([]);
    expect(await texts.write(pool, place, "Encore")).toBe(false);
    const { rowCount } = await pool.query("SELECT FROM codev_text WHERE cycle_id = $1", [cycleId]);
    expect(rowCount).toBe(0);
  });
});
