import { afterAll, beforeAll, expect, it } from "vitest";
import { type Demo, openDemo } from "../seed/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
}, 120_000);
afterAll(() => demo.drop());

it("chose for debate in 2024 the eight that the ledger says were debated", async () => {
  const rows = await demo.query<{ number: number; place: number | null; debated: boolean }>(
    `SELECT p.number, p.chosen_place AS place, i.debated FROM proposal p
     JOIN workers_assembly w ON w.id = p.workers_assembly_id AND w.slug = 'premiere-assemblee'
     JOIN ledger_item i ON i.kind = 'demand' AND i.title = p.sentence ORDER BY p.number`,
  );
  expect(rows).toHaveLength(35);
  const chosen = rows.filter(({ place }) => place !== null);
  expect(chosen.map(({ place }) => place).toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(chosen.map(({ number }) => number)).toEqual(
    rows.filter(({ debated }) => debated).map(({ number }) => number),
  );
});

it("shows what approvals alone would have left out: a place of the smallest group", async () => {
  const [row] = await demo.query<{ least: number; most: number }>(
    `WITH approved AS (
       SELECT a->>'option' AS option, (a->>'ballots')::int AS ballots, t.report->'winners' AS winners
       FROM tally t JOIN workers_assembly w ON w.ranking_id = t.decision_id
       CROSS JOIN LATERAL jsonb_array_elements(t.report->'detail'->'approvals') AS a
       WHERE w.slug = 'premiere-assemblee')
     SELECT min(ballots) FILTER (WHERE winners ? option) AS least,
       max(ballots) FILTER (WHERE NOT winners ? option) AS most FROM approved`,
  );
  expect(row!.most).toBeGreaterThan(row!.least);
});
