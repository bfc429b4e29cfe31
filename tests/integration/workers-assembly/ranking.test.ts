import { afterEach, beforeAll, afterAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot } from "#domain/decisions/ballot.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { acting } from "../../support/acting.ts";
import { createRankingWorld, type RankingWorld } from "./ranking-world.ts";

let world: RankingWorld;
beforeAll(async () => {
  world = await createRankingWorld();
});
afterEach(() => {
  world.at.now = new Date("2026-03-02T09:00:00Z");
});
afterAll(() => world.close());

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const codes = (...numbers: number[]) => numbers.map((one) => `P${String(one).padStart(2, "0")}`);
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one);
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

async function stageOf(slug: string): Promise<string> {
  const { rows } = await world.pool.query<{ stage: string }>(
    "SELECT stage FROM workers_assembly WHERE slug = $1",
    [slug],
  );
  return rows[0]!.stage;
}

type Vote = { slug: string; decisionId: string };

async function publishedOf({ slug, decisionId }: Vote) {
  const published = await world.decisions.publish(world.inOffice(slug, "chair"), { decisionId });
  expect(code(published)).toBe("ok");
  const result = await world.feature.ranking.result({ kind: "anonymous" }, slug);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("how it will be chosen", () => {
  it("is declared before the list is frozen; another method with a reason that everybody reads", async () => {
    const { run, done, first, planOf, addEdition, feature, pool } = world;
    const { slug, id } = await addEdition();
    const plan = (more: object) => run(first, "workers-ranking.plan", planOf(slug, more));
    expect(code(await plan({ method: "schulze" }))).toBe("reason-required");
    await done(
      first,
      "workers-ranking.plan",
      planOf(slug, { method: "score", reason: "Peu de propositions." }),
    );
    const page = await feature.ranking.page({ kind: "anonymous" }, slug, {});
    expect(page).toMatchObject({
      ok: true,
      value: {
        plan: {
          method: "score",
          changes: [
            { from: "equal-shares", to: "score", reason: "Peu de propositions.", on: "2026-03-02" },
          ],
        },
      },
    });
    await pool.query(
      "UPDATE workers_assembly SET stage = 'frozen', list_hash = 'a', frozen_on = '2026-03-02' WHERE id = $1",
      [id],
    );
    expect(code(await plan({ method: "schulze", reason: "Trop tard" }))).toBe(
      "ranking-method-settled",
    );
    expect(code(await plan({ method: "score", most: 12 }))).toBe("ranking-method-settled");
    expect(code(await plan({ method: "score", closesAt: "2026-03-20T18:00" }))).toBe("ok");
  });

  it("is the matter of its coordination alone", async () => {
    const { run, planOf, edition, organiser, director, adviser, observer, workers } = world;
    for (const actor of [organiser, director, adviser, observer, workers[0]!]) {
      const planned = await run(actor, "workers-ranking.plan", planOf(edition.slug));
      expect(code(planned)).toBe("not-allowed");
      const drawn = await run(actor, "workers-ranking.draw-up", { slug: edition.slug });
      expect(code(drawn)).toBe("not-allowed");
      expect(code(await world.feature.ranking.planPage(actor, edition.slug))).toBe("not-allowed");
    }
  });
});

describe("the vote", () => {
  it("is not announced while a text is unreviewed, or without its hours", async () => {
    const { run, first, frozen } = world;
    const waiting = await frozen({ proposals: 9, unreviewed: true });
    const asked = await run(first, "workers-ranking.draw-up", { slug: waiting.slug });
    expect(asked).toMatchObject({ refusal: { code: "ranking-unreviewed", details: { count: 1 } } });
    const hourless = await frozen({ proposals: 9, plan: { opensAt: "", closesAt: "" } });
    expect(code(await run(first, "workers-ranking.draw-up", { slug: hourless.slug }))).toBe(
      "ranking-hours-missing",
    );
  });

  it("opens and closes at its hours without a session, and takes three to ten approvals", async () => {
    const { drawnUp, decisions, pool, at, DURING, AFTER } = world;
    const { slug, decisionId } = await drawnUp({ proposals: 35 });
    expect(await stageOf(slug)).toBe("ranking");
    const phase = async () => {
      await decisions.keepWindows();
      const { rows } = await pool.query<{ phase: string }>(
        "SELECT phase FROM decision WHERE id = $1",
        [decisionId],
      );
      return rows[0]!.phase;
    };
    expect(await phase()).toBe("draft");
    at.now = DURING;
    expect(await phase()).toBe("open");
    const page = await decisions.page({ kind: "system" }, decisionId);
    expect(page).toMatchObject({
      ok: true,
      value: {
        ballot: { shape: "approve", minChoices: 3, maxChoices: 10 },
        ballotKind: "secret",
        mayChange: true,
        tieRule: "lot",
        entitled: 8,
      },
    });
    at.now = AFTER;
    expect(await phase()).toBe("closed");
  });

  it.each([
    ["schulze", { shape: "rank" }],
    ["score", { shape: "grade", grades: 11 }],
    ["majority-judgment", { shape: "grade", grades: 6 }],
  ] as const)("asks for what %s counts, where the assembly decided so", async (method, ballot) => {
    const plan = { method, reason: "Décidé en assemblée." };
    const { decisionId } = await world.drawnUp({ proposals: 9, seats: 4, plan });
    const page = await world.decisions.page({ kind: "system" }, decisionId);
    expect(page).toMatchObject({ ok: true, value: { method, ballot, rule: { seats: 4 } } });
  });
});

describe("ballots on paper", () => {
  it("are handed out before the assembly meets, keyed by two, and lie in the same urn", async () => {
    const { drawnUp, decisions, at, DURING, AFTER, workers, inOffice, second } = world;
    const vote = await drawnUp({ proposals: 9, seats: 1 });
    const { slug, decisionId } = vote;
    at.now = DURING;
    await decisions.keepWindows();
    const { run } = acting(decisions);
    const desk = inOffice(slug, "desk");
    const others = [workers[1]!, workers[2]!].map((one) => inOffice(slug, "scrutineer", one));
    const give = (electorId: string) =>
      run(desk, "paper.give", { decisionIds: [decisionId], electorId });
    expect(code(await give(second.personId))).toBe("ok");
    expect(code(await give(workers[3]!.personId))).toBe("ok");
    expect(code(await give(world.director.personId))).toBe("not-entitled");
    const enter = (at: number, slip: number, content: string) =>
      run(others[at]!, "paper.enter", { decisionId, slip, content });
    const approve = (...options: string[]) => encodeBallot({ kind: "approve", options });
    expect(code(await enter(0, 1, approve("P01", "P02")))).toBe("bad-input");
    for (const reader of [0, 1]) {
      expect(code(await enter(reader, 1, approve("P01", "P02", "P03")))).toBe("ok");
      expect(code(await enter(reader, 2, "invalid"))).toBe("ok");
    }
    const poured = await run(desk, "paper.pour", { decisionId, missingReason: "" });
    expect(code(poured)).toBe("ok");
    at.now = AFTER;
    await decisions.keepWindows();
    await decisions.jobs["decision.count"]({ decisionId });
    const chair = inOffice(slug, "chair");
    await decisions.drawLot(chair, { decisionId, seed: "PALABRE|papier" });
    const { report } = await publishedOf(vote);
    expect(report.ballots).toEqual({ cast: 2, blank: 0, invalid: 1, counted: 1 });
  });
});

describe("the result", () => {
  it("gives every group its part, and two lists with their own order (rules 7, V3)", async () => {
    const { counted, pool } = world;
    // A01 to A08 are P01 to P08, B01 to B08 P13 to P20, C01 to C08 P25 to P32.
    const vote = await counted({ proposals: 35 }, [
      ...times(60, codes(...range(1, 8))),
      ...times(25, codes(...range(13, 20))),
      ...times(15, codes(...range(25, 32))),
    ]);
    const before = await world.feature.ranking.result({ kind: "anonymous" }, vote.slug);
    expect(code(before)).toBe("not-counted");
    const chair = world.inOffice(vote.slug, "chair");
    expect(code(await world.decisions.publish(chair, vote))).toBe("tie-not-settled");
    await world.decisions.drawLot(chair, { decisionId: vote.decisionId, seed: "PALABRE|essai" });
    const result = await publishedOf(vote);
    const chosenIn = (from: number, to: number) =>
      result.chosen.filter((one) => codes(...range(from, to)).includes(one)).length;
    expect([chosenIn(1, 12), chosenIn(13, 24), chosenIn(25, 35)]).toEqual([5, 2, 1]);
    expect(result.report.detail).toMatchObject({ purse: { num: "521", den: "6250" } });
    expect(result.others.map(({ approvals, options }) => [approvals, options.length])).toEqual([
      [60, 3],
      [25, 6],
      [15, 7],
      [0, 11],
    ]);
    expect(await stageOf(vote.slug)).toBe("ranked");
    const { rows } = await pool.query<{ code: string }>(
      `SELECT 'P' || lpad(number::text, 2, '0') AS code FROM proposal
       WHERE workers_assembly_id = $1 AND chosen_place IS NOT NULL ORDER BY chosen_place`,
      [vote.id],
    );
    expect(rows.map((row) => row.code)).toEqual(result.chosen);
  });

  it("completes by approvals what purses do not fill (rules 7, V4)", async () => {
    const vote = await world.counted({ proposals: 6, seats: 4, plan: { least: 2 } }, [
      ...times(6, codes(1, 2, 3, 4)),
      ...times(4, codes(5, 6)),
    ]);
    const chair = world.inOffice(vote.slug, "chair");
    await world.decisions.drawLot(chair, { decisionId: vote.decisionId, seed: "PALABRE|essai" });
    const { chosen } = await publishedOf(vote);
    const of = (few: string[]) => chosen.filter((one) => few.includes(one)).length;
    expect([of(codes(1, 2, 3, 4)), of(codes(5, 6))]).toEqual([3, 1]);
  });

  it("lets a lot that anybody can repeat decide between equals, by the codes on the ballot (V5)", async () => {
    const seed = "PALABRE|2026-11-14|451362";
    const tied = codes(3, 7, 11, 19);
    const vote = await world.counted({ proposals: 20, seats: 2, plan: { least: 1 } }, [
      ...times(4, tied),
    ]);
    const chair = world.inOffice(vote.slug, "chair");
    expect(code(await world.decisions.publish(chair, vote))).toBe("tie-not-settled");
    const scrutineer = world.inOffice(vote.slug, "scrutineer");
    const drawn = await world.decisions.drawLot(scrutineer, { decisionId: vote.decisionId, seed });
    expect(code(drawn)).toBe("ok");
    const result = await publishedOf(vote);
    expect(result.chosen).toEqual(codes(3, 19));
    expect(result.report.ties[0]?.fell).toEqual(codes(3, 19, 11, 7));
    expect(result.page.tieSeed).toBe(seed);
  });

  it("gives its ballots to its workers alone, never to who observes for the management", async () => {
    const vote = await world.counted({ proposals: 9, seats: 1 }, times(100, codes(1, 2, 3)));
    const { decisionId, slug, assemblyId } = vote;
    const chair = world.inOffice(slug, "chair");
    await world.decisions.drawLot(chair, { decisionId, seed: "PALABRE|essai" });
    await publishedOf(vote);
    const observer: PersonActor = { ...world.observer, apart: [{ assemblyId, part: "observer" }] };
    const bundleOf = async (actor: PersonActor) => {
      const bundle = await world.decisions.urns.bundle(actor, decisionId);
      return bundle.ok ? new Response(bundle.value.body).text() : bundle.refusal.code;
    };
    expect(await bundleOf(chair)).toContain('"opened"');
    expect(await bundleOf(observer)).not.toContain('"opened"');
    const asked = { decisionId, format: "csv", language: "fr" } as const;
    expect(code(await world.decisions.results.ballots(chair, asked))).toBe("ok");
    expect(code(await world.decisions.results.ballots(observer, asked))).toBe("not-allowed");
    const read = await world.feature.ranking.result(observer, slug);
    expect(read).toMatchObject({ ok: true, value: { mayCheck: false } });
  });

  it("counts ballots with too few approvals as invalid, and blank ones as cast", async () => {
    const vote = await world.counted({ proposals: 9, seats: 1 }, [
      ...times(3, codes(1, 2, 3)),
      codes(1, 4, 5),
      codes(6, 7),
      [],
    ]);
    const { report, chosen } = await publishedOf(vote);
    expect(report.ballots).toEqual({ cast: 6, blank: 0, invalid: 2, counted: 4 });
    expect(chosen).toEqual(codes(1));
  });

  it("grades by majority judgment where the assembly decided so (rules 7, V10)", async () => {
    const plan = { method: "majority-judgment", reason: "Peu de propositions." } as const;
    const p = [4, 3, 3, 2, 1];
    const q = [4, 4, 3, 1, 0];
    const ballots = p.map((grade, at): BallotContent => {
      return { kind: "grade", grades: { P01: q[at]!, P02: grade } };
    });
    const vote = await world.counted({ proposals: 2, seats: 1, plan }, ballots);
    const { chosen, others } = await publishedOf(vote);
    expect(chosen).toEqual(codes(2));
    expect(others).toEqual([{ options: codes(1) }]);
  });

  it("tells nothing of a city where few voted, nor what would give it away (rules 7, V8)", async () => {
    const vote = await world.counted({ proposals: 9, seats: 1, plan: { least: 1 } }, [codes(1)]);
    await world.addTurnout(vote, { Liège: [12, 8], Eupen: [2, 9], Mons: [6, 7] });
    const { turnout, eligible } = await publishedOf(vote);
    expect(turnout.map(({ by }) => by)).toEqual(["office", "language"]);
    const told = turnout[0]!.rows.filter(({ counts }) => counts.some((one) => one !== "hidden"));
    expect(told.every(({ names }) => names.length > 1 || names[0] === "Liège")).toBe(true);
    expect(eligible.persons).toBe(8);
  });
});
