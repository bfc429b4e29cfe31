import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  frozenHash,
  type FrozenProposal,
  frozenText,
} from "#domain/workers-assembly/frozen-list.ts";
import type { Book } from "#domain/workers-assembly/book.ts";
import { gradedDemands } from "#server/features/workers-assembly/day/graded-demands.ts";
import { employerSide } from "#server/platform/employer-side.ts";
import { demoId } from "../../../prisma/seed/ids.ts";
import { type Demo, openDemo } from "../seed/demo.ts";

let demo: Demo;
beforeAll(async () => {
  demo = await openDemo();
}, 120_000);
afterAll(() => demo.drop());

it("has 35 proposals in each list that is frozen, whose hash anybody finds again", async () => {
  const editions = await demo.query<{ id: string; slug: string; hash: string | null }>(
    "SELECT id, slug, list_hash AS hash FROM workers_assembly ORDER BY id",
  );
  expect(editions).toHaveLength(3);
  for (const { id, slug, hash } of editions.slice(0, 2)) {
    const list = await demo.query<FrozenProposal>(
      `SELECT id, number, kind, theme, city, language, sentence, paragraph FROM proposal
       WHERE workers_assembly_id = $1 ORDER BY number`,
      [id],
    );
    expect(list.map(({ number }) => number)).toEqual(Array.from({ length: 35 }, (_, at) => at + 1));
    expect(await frozenHash(frozenText(slug, list))).toBe(hash);
  }
});

it("has every text of both lists in French and in Dutch, reviewed by somebody else", async () => {
  const [rows] = await demo.query<{ reviewed: number }>(
    `SELECT count(*)::int AS reviewed FROM proposal_text t JOIN proposal p ON p.id = t.proposal_id
     WHERE p.number IS NOT NULL AND t.reviewed_by <> t.written_by AND t.language <> p.language`,
  );
  expect(rows?.reviewed).toBe(70);
});

it("carries everybody who is behind a demand in the ledger from the proposal it came from", async () => {
  const [rows] = await demo.query<{ lost: number; behind: number }>(
    `SELECT count(*)::int AS behind, (count(*) FILTER (WHERE NOT EXISTS (
         SELECT FROM proposal p JOIN proposal_person o ON o.proposal_id = p.id
         WHERE p.sentence = i.title AND o.person_id = b.person_id AND o.part = b.role)))::int AS lost
     FROM ledger_item i JOIN ledger_person b ON b.item_id = i.id WHERE i.kind = 'demand'`,
  );
  expect(rows?.behind).toBeGreaterThan(35);
  expect(rows?.lost).toBe(0);
});

it("lets nobody of the employer's side be behind a proposal", async () => {
  const rows = await demo.query(
    `SELECT b.person_id FROM proposal_person b JOIN affiliation f ON f.person_id = b.person_id
     WHERE f.kind = 'support_staff' AND f.valid_to IS NULL`,
  );
  expect(rows).toEqual([]);
});

it("has an assembly apart for each, with a roll where the list is frozen and workers in office", async () => {
  const rows = await demo.query<{ phase: string; size: number | null; rolled: number }>(
    `SELECT a.phase, w.roll_size AS size,
       (SELECT count(*)::int FROM roll_entry r WHERE r.assembly_id = a.id) AS rolled
     FROM workers_assembly w JOIN assembly a ON a.id = w.assembly_id AND a.kind = 'workers'
     ORDER BY w.id`,
  );
  expect(rows.map(({ phase }) => phase)).toEqual(["closed", "convened", "prepared"]);
  for (const { size, rolled } of rows.slice(0, 2)) {
    expect(rolled).toBeGreaterThan(1_000);
    expect(size).toBe(rolled);
  }
  const [employers] = await demo.query<{ holding: number; rolled: number }>(
    `WITH side AS (SELECT p.id FROM person p WHERE ${employerSide("p.id", "current_date")})
     SELECT (SELECT count(*)::int FROM role_grant g JOIN side ON side.id = g.person_id
         WHERE g.body LIKE 'assembly:________-____-8a55-%') AS holding,
       (SELECT count(*)::int FROM roll_entry r JOIN side ON side.id = r.person_id
         JOIN assembly a ON a.id = r.assembly_id
         WHERE a.kind = 'workers' AND a.phase <> 'closed') AS rolled`,
  );
  expect(employers).toEqual({ holding: 0, rolled: 0 });
});

it("adopted and graded eight texts in 2024, and has forgotten who said what", async () => {
  const client = new pg.Client({ connectionString: demo.url });
  await client.connect();
  const demands = await gradedDemands(client, demoId("workers-assembly", 1));
  await client.end();
  expect(demands).toHaveLength(8);
  expect(demands.every(({ adopted, median }) => adopted && median !== undefined)).toBe(true);
  expect(new Set(demands.map(({ place }) => place)).size).toBe(8);
  expect(demands.flatMap(({ dissent }) => dissent)).toHaveLength(2);
  const behind = await demo.query(
    `SELECT FROM debate_word WHERE person_id IS NOT NULL
     UNION ALL SELECT FROM debate_amendment WHERE person_id IS NOT NULL
     UNION ALL SELECT FROM debate_objection WHERE person_id IS NOT NULL`,
  );
  expect(behind).toEqual([]);
});

it("has a book that says what the votes said, and 35 items of the ledger that come from it", async () => {
  const [book] = await demo.query<{ content: string; hash: string; versions: number }>(
    `SELECT content, hash, version AS versions FROM demand_book_version
     ORDER BY version DESC LIMIT 1`,
  );
  const { demands, annex } = JSON.parse(book!.content) as Book;
  expect(book?.versions).toBe(2);
  expect(createHash("sha256").update(book!.content, "utf8").digest("hex")).toBe(book?.hash);
  expect(demands.map(({ place }) => place ?? 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(annex).toHaveLength(27);
  const items = await demo.query(
    `SELECT FROM ledger_item i JOIN proposal p ON p.id::text = i.origin_id
     WHERE i.origin_feature = 'workers-assembly' AND i.title = p.sentence
       AND i.debated = (p.chosen_place IS NOT NULL)`,
  );
  expect(items).toHaveLength(35);
  const named = await demo.query("SELECT FROM ledger_person WHERE listed");
  expect(named).toHaveLength(0);
});
