import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import { readElection } from "#domain/decisions/formats/read-election.ts";
import { countBy } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { BallotFormat } from "#wire/decision-results.ts";
import { type Container, createContainer } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { createElection, type ElectionOptions } from "../../support/election.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, type LiveAssembly } from "../../support/live-assembly.ts";

/** Everybody: what is published needs no sign-in. */
const VISITOR: Actor = { kind: "anonymous" };
const OPTIONS = ["ana", "bob", "cleo"];

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  assembly = await createLiveAssembly(pool, 120);
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const rank = (...options: string[]): BallotContent => ({
  kind: "rank",
  ranks: options.map((option) => [option]),
});

/** Written as if each elector in turn had cast one, then closed, counted and proclaimed. */
async function publish(election: ElectionOptions, contents: BallotContent[]): Promise<string> {
  const id = await createElection(pool, assembly, election);
  await pool.query(
    `INSERT INTO ballot (decision_id, elector_id, content, receipt, cast_at)
     SELECT $1, elector, content, 'r', now() FROM unnest($2::uuid[], $3::text[]) AS b(elector, content)`,
    [
      id,
      assembly.electors.slice(0, contents.length).map((elector) => elector.id),
      contents.map(encodeBallot),
    ],
  );
  await pool.query("UPDATE decision SET phase = 'closed', closed_at = now() WHERE id = $1", [id]);
  await container.api.decisions.jobs["decision.count"]({ decisionId: id });
  await pool.query("UPDATE decision SET phase = 'published', published_at = now() WHERE id = $1", [
    id,
  ]);
  return id;
}

const FORMATS = ["csv", "json", "blt"] as const;

function take(decisionId: string, format: BallotFormat) {
  return container.api.decisions.results.ballots(VISITOR, { decisionId, format, language: "fr" });
}

const RANKS = [
  ...Array.from({ length: 45 }, () => rank("ana", "cleo")),
  ...Array.from({ length: 40 }, () => rank("bob", "cleo")),
  ...Array.from({ length: 30 }, () => rank("cleo", "bob")),
];

describe("what other methods would have given", () => {
  it("is counted by the job, for the methods that take such ballots", async () => {
    const id = await publish({ method: "irv", options: OPTIONS }, RANKS);
    await container.api.decisions.results.compareMissing();
    const told = await container.api.decisions.results.comparison(VISITOR, id);
    if (!told.ok) throw new Error(told.refusal.code);
    const winners = Object.fromEntries(
      told.value.map((it) => [it.method, it.winners.map((option) => option.id)]),
    );
    expect(winners).toEqual({
      stv: ["bob"],
      schulze: ["cleo"],
      "ranked-pairs": ["cleo"],
      borda: ["cleo"],
    });
  });
});

describe("ballots as files", () => {
  it("give the same count to whoever reads them, in every format", async () => {
    const id = await publish({ method: "stv", rule: { seats: 2 }, options: OPTIONS }, RANKS);
    const report = await container.api.decisions.report(VISITOR, id);
    if (!report.ok || report.value.report.method !== "stv") throw new Error("no report");
    for (const format of FORMATS) {
      const file = await take(id, format);
      if (!file.ok) throw new Error(file.refusal.code);
      const read = readElection(format, file.value.text);
      if (!read.ok) throw new Error(read.problem.expected);
      const { names, profile } = read.value;
      const counted = countBy("stv", profile, { seats: 2 }, tieBreaker({ kind: "none" }));
      if (!counted.ok || counted.value.method !== "stv") throw new Error("not counted");
      const nameOf = (option: string) => names[profile.options.indexOf(option)];
      expect(counted.value.winners.map(nameOf)).toEqual(["ANA", "BOB"]);
      expect(counted.value.ballots).toEqual(report.value.report.ballots);
    }
  });

  it("are not given below a hundred ballots", async () => {
    const id = await publish({ method: "schulze", options: OPTIONS }, RANKS.slice(0, 99));
    for (const format of FORMATS) expect(await take(id, format)).toMatchObject({ ok: false });
  });

  it("are given to nobody before the count is proclaimed", async () => {
    const id = await publish({ method: "schulze", options: OPTIONS }, RANKS);
    await pool.query("UPDATE decision SET phase = 'counted' WHERE id = $1", [id]);
    expect(await take(id, "csv")).toMatchObject({ ok: false });
    expect(await container.api.decisions.results.comparison(VISITOR, id)).toMatchObject({
      ok: false,
    });
    expect(await container.api.decisions.results.breakdowns(VISITOR, id)).toMatchObject({
      ok: false,
    });
  });
});

describe("turnout by group (V8)", () => {
  it("leaves the query with small cells hidden, and those that would give them away", async () => {
    // Who voted and who did not, of electorates that are all large enough to stand alone.
    const groups = { Liège: [12, 18], Eupen: [2, 19], Mons: [16, 17] } as const;
    const ids = assembly.electors.map(({ id }) => id);
    let at = 0;
    const voters: string[] = [];
    await pool.query("DELETE FROM roll_entry WHERE assembly_id = $1", [assembly.id]);
    for (const [office, [voted, stayed]] of Object.entries(groups)) {
      const here = ids.slice(at, at + voted + stayed);
      at += here.length;
      voters.push(...here.slice(0, voted));
      await pool.query("INSERT INTO office (id, name, language) VALUES ($1, $1, 'fr')", [office]);
      await pool.query(
        `INSERT INTO roll_entry (assembly_id, person_id, category_id, office_id, language, shares)
         SELECT $1, person, 'A', $3, 'fr', 1 FROM unnest($2::uuid[]) AS person`,
        [assembly.id, here, office],
      );
    }
    const id = await publish({ method: "approval", options: OPTIONS }, []);
    await pool.query(
      `INSERT INTO ballot (decision_id, elector_id, content, receipt, cast_at)
       SELECT $1, person, '{"kind":"blank"}', 'r', now() FROM unnest($2::uuid[]) AS person`,
      [id, voters],
    );
    const told = await container.api.decisions.results.breakdowns(VISITOR, id);
    if (!told.ok) throw new Error(told.refusal.code);
    const { columns, rows, totals } = told.value.find(({ by }) => by === "office")!;
    expect(columns).toEqual(["voted", "not-voted"]);
    expect(totals).toEqual([30, 54]);
    const cells = rows.flatMap(({ counts }) => counts);
    expect(rows.find(({ names }) => names.join() === "Eupen")?.counts).toEqual([
      "hidden",
      "hidden",
    ]);
    expect(cells.filter((cell) => cell === "hidden").length).toBe(4);
    expect(cells).not.toContain(2);
  });
});
