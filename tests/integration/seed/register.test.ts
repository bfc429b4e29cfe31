import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isEmpty, seedDemo } from "../../../prisma/seed/index.ts";
import { PERSONAS } from "../../../prisma/seed/personas.ts";
import { createTestDatabase } from "../../support/database.ts";
import { NOW, openDemo, type Demo } from "./demo.ts";

let demo: Demo;

beforeAll(async () => {
  demo = await openDemo();
}, 120_000);

afterAll(() => demo.drop());

/** The stock by category, worked out apart from the code that takes rolls. */
async function stock(day: string): Promise<Record<string, number>> {
  const rows = await demo.query<{ category: string; members: number }>(
    `SELECT admitted.category_id AS category, count(*)::int AS members
     FROM membership_event admitted
     WHERE admitted.kind = 'admitted' AND admitted.effective_on <= $1
       AND NOT EXISTS (
         SELECT FROM membership_event gone
         WHERE gone.person_id = admitted.person_id
           AND gone.kind IN ('resigned', 'excluded', 'left_by_right', 'deceased')
           AND gone.effective_on <= $1)
     GROUP BY 1`,
    [day],
  );
  return Object.fromEntries(rows.map(({ category, members }) => [category, members]));
}

async function count(sql: string): Promise<number> {
  const [row] = await demo.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row?.count ?? 0;
}

describe("the register of the demo", () => {
  it("has the published stocks at the end of 2023 and of 2024, and today", async () => {
    expect(await stock("2023-12-31")).toEqual({ A: 37_569, B: 75, C: 26 });
    expect(await stock("2024-12-31")).toEqual({ A: 41_580, B: 94, C: 28 });
    expect(await stock("2026-11-21")).toEqual({ A: 41_580, B: 94, C: 28 });
  });

  it("has the published flows, and shows that they do not close", async () => {
    const rows = await demo.query<{ year: number | null; kind: string; count: number }>(
      `SELECT extract(year FROM effective_on)::int AS year, kind, count(*)::int AS count
       FROM membership_event
       WHERE kind <> 'shares_changed' AND (effective_on >= '2023-01-01' OR effective_on IS NULL)
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(rows).toEqual([
      { year: 2023, kind: "admitted", count: 3_666 },
      { year: 2023, kind: "resigned", count: 174 },
      { year: 2024, kind: "admitted", count: 4_207 },
      { year: 2024, kind: "resigned", count: 175 },
      { year: null, kind: "excluded", count: 6 },
    ]);
    expect(37_670 + 4_207 - 175 - 6).toBe(41_702 - 6);
  });

  it("invents nothing after the last year that is known", async () => {
    expect(await count("membership_event WHERE effective_on > '2024-12-31'")).toBe(0);
    expect(await count("dated_fact WHERE year > 2025")).toBe(0);
  });

  it("makes persons and shares diverge", async () => {
    const shares = await count("membership_event WHERE kind = 'admitted' AND shares = 1");
    expect(shares).toBeGreaterThan(30_000);
    expect(await count("membership_event WHERE shares > 1")).toBeGreaterThan(4_000);
  });

  it("gives every organisation one natural person who speaks for it", async () => {
    const legal = await count("person WHERE kind = 'legal'");
    expect(legal).toBeGreaterThanOrEqual(28);
    expect(
      await count(
        `representation r JOIN person p ON p.id = r.representative_id AND p.kind = 'natural'`,
      ),
    ).toBe(legal);
    expect(await count("(SELECT DISTINCT family_name FROM person WHERE kind = 'legal') AS l")).toBe(
      legal,
    );
  });

  it("surrounds the members with other people, and reaches most of them", async () => {
    expect(await count("office")).toBe(8);
    expect(await count("affiliation WHERE kind = 'unit_holder'")).toBeGreaterThan(200);
    expect(await count("affiliation WHERE kind = 'support_staff'")).toBeGreaterThanOrEqual(100);
    expect(await count("affiliation WHERE kind = 'guest'")).toBeGreaterThan(0);
    const persons = await count("person");
    const unreached = await count("person WHERE email_status <> 'working'");
    expect(unreached / persons).toBeGreaterThan(0.02);
    expect(unreached / persons).toBeLessThan(0.04);
    expect(await count(`person WHERE email IS NOT NULL AND email !~ '\\.example$'`)).toBe(0);
  });

  it("gives the personas their roles today, in bodies that exist", async () => {
    for (const { personId, email, roles, member } of PERSONAS) {
      const [row] = await demo.query<{ email: string; roles: string[]; member: boolean }>(
        `SELECT p.email,
           ARRAY(SELECT DISTINCT g.role FROM role_grant g WHERE g.person_id = p.id
             AND g.valid_from <= $2 AND (g.valid_to IS NULL OR g.valid_to >= $2)
             AND NOT EXISTS (SELECT FROM assembly a WHERE g.body = 'assembly:' || a.id
               AND a.kind = 'workers')) AS roles,
           EXISTS (SELECT FROM membership_event e WHERE e.person_id = p.id) AS member
         FROM person p WHERE p.id = $1`,
        [personId, NOW],
      );
      expect(row).toEqual({ email, roles, member });
    }
    expect(
      await count(
        `role_grant g WHERE g.body LIKE 'assembly:%' AND NOT EXISTS
           (SELECT FROM assembly a WHERE g.body = 'assembly:' || a.id)`,
      ),
    ).toBe(0);
  });
});

describe("seeding", () => {
  it("fills an empty database only, and leaves another as it is", async () => {
    const before = await count("person");
    expect(await isEmpty(demo.url)).toBe(false);
    await expect(seedDemo(demo.url, () => {}, NOW)).rejects.toThrow("empty database");
    expect(await count("person")).toBe(before);
  });

  it("gives the same cooperative every time", async () => {
    const other = await createTestDatabase();
    try {
      expect(await isEmpty(other.url)).toBe(true);
      await seedDemo(other.url, () => {}, NOW);
      const again = await fingerprint(other.url);
      expect(again).toEqual(await fingerprint(demo.url));
    } finally {
      await other.drop();
    }
  }, 120_000);
});

async function fingerprint(url: string): Promise<unknown> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `SELECT
       (SELECT md5(string_agg(concat_ws('|', id, given_name, family_name, email), ',' ORDER BY id))
        FROM person) AS people,
       (SELECT md5(string_agg(concat_ws('|', person_id, kind, effective_on, shares), ','
        ORDER BY id)) FROM membership_event) AS events,
       (SELECT md5(string_agg(concat_ws('|', decision_id, elector_id, option_id, receipt), ','
        ORDER BY decision_id, elector_id)) FROM ballot) AS ballots,
       (SELECT md5(string_agg(concat_ws('|', id, body), ',' ORDER BY id)) FROM item_document) AS texts`,
  );
  await client.end();
  return rows[0];
}
