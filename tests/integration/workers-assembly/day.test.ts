import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BallotContent, encodeBallot, type Stance } from "#domain/decisions/ballot.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import { createDecisionsFeature } from "#server/features/decisions/index.ts";
import { prepareUrns } from "#server/features/decisions/secret/prepare-urns.ts";
import { createUrnSecrets } from "#server/features/decisions/secret/urn-secrets.ts";
import { gradedDemands } from "#server/features/workers-assembly/day/graded-demands.ts";
import { closeRoll } from "#server/features/workers-assembly/organise/close-roll.ts";
import { createSealing } from "#server/platform/sealing.ts";
import type { DebatePage } from "#wire/workers-day-pages.ts";
import { fillUrn } from "../../support/secret-decision.ts";
import { must } from "../surveys/campaign.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
beforeAll(async () => {
  world = await createLineWorld();
});
afterAll(() => world.close());

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

/** A day of so many proposals that were chosen, set up in two rooms. */
async function daySetUp(proposals: number) {
  const { pool, done, first, addEdition, addProposal, campaignId, at } = world;
  const edition = await addEdition({ stage: "ranked", seats: proposals });
  for (let number = 1; number <= proposals; number += 1) {
    const sentence = `Un repas par jour ${number}`;
    const paragraph = "Pour chaque contrat, même court.";
    const id = await addProposal({
      editionId: edition.id,
      author: first,
      number,
      sentence,
      paragraph,
    });
    await pool.query("UPDATE proposal SET chosen_place = $2 WHERE id = $1", [id, number]);
    await pool.query(
      `INSERT INTO proposal_text (proposal_id, language, sentence, paragraph, of_revision,
         written_by, reviewed_by) VALUES ($1, 'nl', 'Een maaltijd', 'Voor elk contract.', 0, $2, $3)`,
      [id, world.first.personId, world.second.personId],
    );
  }
  await closeRoll(pool, { id: edition.id, campaignId }, at.now);
  const plan = { slug: edition.slug, startsAt: "2026-06-10T10:00", rooms: 2, minutes: 40 };
  await done(first, "debate.set-up", plan);
  const read = async (actor: PersonActor, wanted = "P01") =>
    must(await world.feature.day.debate(actor, { slug: edition.slug, code: wanted }));
  const page = await read(first);
  const debateId = page.debate.id;
  const go = async (...steps: DebatePage["debate"]["step"][]) => {
    for (const step of steps) await done(first, "debate.step", { debateId, step });
  };
  return { ...edition, debateId, read, go };
}

/** What the plenary has on its agenda about a text. */
async function plenaryItem(slug: string) {
  const { rows } = await world.pool.query<{ title: Record<string, string>; minutes: number }>(
    `SELECT i.title, i.minutes FROM agenda_item i JOIN workers_assembly w
       ON w.assembly_id = i.assembly_id WHERE w.slug = $1 ORDER BY i.position LIMIT 1`,
    [slug],
  );
  return rows[0]!;
}

/** What is said of one objection on the page of somebody. */
const objectionOf = (page: DebatePage, number = 1) =>
  page.objections.find((one) => one.number === number)!;

describe("the rooms", () => {
  it("hold the chosen side by side, with the text of the frozen list and its rendering", async () => {
    const { feature, first, workers } = world;
    const { slug, read } = await daySetUp(3);
    const day = must(await feature.day.page(workers[0]!, { slug, language: "fr" }));
    expect(
      day.debates.map(({ code: which, startsAt }) => [which, new Date(startsAt).toISOString()]),
    ).toEqual([
      ["P01", "2026-06-10T08:00:00.000Z"],
      ["P02", "2026-06-10T08:00:00.000Z"],
      ["P03", "2026-06-10T08:50:00.000Z"],
    ]);
    expect(day.rights).toEqual({ enter: true, coordinate: false });
    const page = await read(first);
    expect(page.versions).toHaveLength(1);
    expect(page.renderings).toMatchObject([{ language: "nl", stale: false }]);
    expect(await plenaryItem(slug)).toMatchObject({
      title: { fr: "P01 · Un repas par jour 1", nl: "P01 · Een maaltijd" },
      minutes: 10,
    });
  });

  it("name who facilitates only where they wish it, and never one of the employer's side", async () => {
    const { run, done, first, workers, pool, adviser } = world;
    const { debateId, read, slug } = await daySetUp(1);
    const plan = (facilitator: string) => ({
      ...{ debateId, room: "Atelier A", startsAt: "2026-06-10T10:00", minutes: 45 },
      ...{ plenaryMinutes: 12, facilitator },
    });
    const numberOf = async ({ personId }: PersonActor) => {
      const { rows } = await pool.query<{ no: string }>(
        "SELECT register_no AS no FROM person WHERE id = $1",
        [personId],
      );
      return rows[0]!.no;
    };
    const refused = await run(first, "debate.plan", plan(await numberOf(adviser)));
    expect(code(refused)).toBe("debate-facilitator-unknown");
    const [leader, other] = workers as [PersonActor, PersonActor];
    await done(first, "debate.plan", plan(await numberOf(leader)));
    expect((await read(other)).debate).toMatchObject({ facilitated: true, room: "Atelier A" });
    expect(await plenaryItem(slug)).toMatchObject({ minutes: 12 });
    expect((await read(other)).debate.facilitator).toBeUndefined();
    expect(code(await run(other, "debate.step", { debateId, step: "clarify" }))).toBe(
      "not-allowed",
    );
    await done(leader, "debate.step", { debateId, step: "clarify" });
    await done(leader, "debate.name-me", { debateId, named: "on" });
    expect((await read(other)).debate.facilitator).toBe(leader.name);
  });

  it("are closed to the employer's side, to observers and to whoever is not on the roll", async () => {
    const { feature, organiser, director, adviser, observer, run } = world;
    const { slug, debateId } = await daySetUp(1);
    for (const actor of [organiser, adviser, director, observer]) {
      const page = await feature.day.debate(actor, { slug, code: "P01" });
      expect(code(page)).toBe("debate-employer-side");
      expect(code(await feature.day.rooms.authorise(actor, debateId, "room"))).toBe("not-allowed");
      const said = await run(actor, "debate.say", { debateId, kind: "question", text: "Qui ?" });
      expect(code(said)).toBe("debate-employer-side");
    }
    const anybody = await feature.day.rooms.authorise({ kind: "anonymous" }, debateId, "room");
    expect(code(anybody)).toBe("not-signed-in");
  });
});

describe("a debate", () => {
  it("takes what belongs to its step, and gives its time to each", async () => {
    const { run, done, workers, first } = world;
    const { debateId, read, go } = await daySetUp(1);
    const [ana] = workers as [PersonActor];
    const ask = () => run(ana, "debate.say", { debateId, kind: "question", text: "Pour qui ?" });
    expect(code(await ask())).toBe("debate-other-step");
    await go("clarify");
    expect(code(await ask())).toBe("ok");
    await done(first, "debate.answer-word", { debateId, number: 1, answer: "Pour tout le monde." });
    const page = await read(ana);
    expect(page.debate).toMatchObject({ step: "clarify", stepMinutes: 6 });
    expect(page.words).toEqual([
      {
        number: 1,
        kind: "question",
        language: "fr",
        text: "Pour qui ?",
        answer: "Pour tout le monde.",
      },
    ]);
    const amend = { debateId, version: 1, sentence: "x", paragraph: "y", why: "z" };
    expect(code(await run(ana, "debate.amend", amend))).toBe("debate-other-step");
    await done(first, "debate.hide-word", { debateId, number: 1, reason: "Nomme quelqu’un." });
    expect((await read(ana)).words).toEqual([]);
  });

  it("takes amendments up, shows which clash, and carries others over", async () => {
    const { run, done, first, workers } = world;
    const [ana, bo] = workers as [PersonActor, PersonActor];
    const { debateId, read, go } = await daySetUp(1);
    await go("clarify", "react", "amend");
    const { sentence, paragraph } = (await read(ana)).versions[0]!;
    const amend = (sent: string, para: string) => ({
      debateId,
      version: 1,
      sentence: sent,
      paragraph: para,
      why: "Mieux",
    });
    expect(code(await run(ana, "debate.amend", amend(sentence, paragraph)))).toBe(
      "debate-same-text",
    );
    await done(ana, "debate.amend", amend("Deux repas par jour 1", paragraph));
    await done(bo, "debate.amend", amend("Trois repas par jour 1", paragraph));
    await done(bo, "debate.amend", amend(sentence, "Pour chaque contrat, même très court."));
    const before = await read(ana);
    expect(before.amendments.map(({ clashes }) => clashes)).toEqual([[2], [1], []]);
    expect(before.amendments.map(({ mine }) => mine)).toEqual([true, undefined, undefined]);
    const settle = (number: number, more: object) =>
      run(first, "debate.settle-amendment", {
        ...{ debateId, number, outcome: "taken", version: 1, sentence, paragraph, reason: "Oui" },
        ...more,
      });
    expect(code(await settle(1, { sentence: "Deux repas par jour 1" }))).toBe("ok");
    expect(code(await settle(3, {}))).toBe("changed-meanwhile");
    expect(code(await settle(2, { outcome: "declined" }))).toBe("ok");
    const after = await read(ana);
    expect(after.versions.map((one) => one.sentence)).toEqual([sentence, "Deux repas par jour 1"]);
    expect(after.renderings).toMatchObject([{ language: "nl", ofVersion: 1, stale: true }]);
    expect(after.amendments[2]).toMatchObject({
      state: "open",
      onLast: {
        sentence: "Deux repas par jour 1",
        paragraph: "Pour chaque contrat, même très court.",
      },
    });
    expect(code(await run(ana, "debate.withdraw-amendment", { debateId, number: 3 }))).toBe(
      "not-found",
    );
    await done(bo, "debate.withdraw-amendment", { debateId, number: 3 });
    expect((await read(bo)).amendments).toHaveLength(2);
  });

  it("leaves it to who objects whether a change solves it, or a note may be published", async () => {
    const { run, done, first, workers } = world;
    const [ana, bo] = workers as [PersonActor, PersonActor];
    const { debateId, read, go } = await daySetUp(1);
    await go("clarify", "react", "amend", "objections");
    const object = (by: PersonActor, ground: string, because: string) =>
      done(by, "debate.object", { debateId, ground, because });
    await object(ana, "harms-aim", "cela divise les métiers");
    await object(bo, "beyond-limits", "je ne pourrais pas payer");
    await expect(object(bo, "preference", "non")).rejects.toThrow();
    const offer = { debateId, number: 1 };
    expect(code(await run(first, "debate.offer-change", offer))).toBe("debate-no-change-yet");
    const { sentence } = (await read(ana)).versions[0]!;
    const text = {
      debateId,
      version: 1,
      sentence,
      paragraph: "Pour tous les métiers.",
      reason: "Oui",
    };
    await done(first, "debate.rewrite", text);
    await done(first, "debate.offer-change", offer);
    const agree = { debateId, number: 1, agree: true };
    expect(code(await run(bo, "debate.agree", agree))).toBe("changed-meanwhile");
    await done(ana, "debate.agree", agree);
    expect(objectionOf(await read(bo))).toMatchObject({ state: "solved", inVersion: 2 });
    const note = { debateId, number: 2, note: "Trop cher pour certains." };
    await done(first, "debate.offer-note", note);
    await done(bo, "debate.agree", { debateId, number: 2, agree: false });
    expect(objectionOf(await read(ana), 2)).toMatchObject({ state: "open", note: "" });
    await done(first, "debate.offer-note", note);
    await done(bo, "debate.agree", { debateId, number: 2, agree: true });
    expect(objectionOf(await read(ana), 2)).toMatchObject({ state: "dissent", note: note.note });
  });

  it("asks for two people where its text is in another language", async () => {
    const { run, done, first, second } = world;
    const { debateId, read, go, slug } = await daySetUp(1);
    await go("clarify", "react", "amend");
    const { sentence } = (await read(first)).versions[0]!;
    const text = { debateId, version: 1, sentence, paragraph: "Pour tous.", reason: "Oui" };
    await done(first, "debate.rewrite", text);
    await go("objections", "done");
    const drawUp = () => run(first, "debate.draw-up", { slug, vote: "adoption" });
    expect(code(await drawUp())).toBe("debate-unreviewed");
    const dutch = { debateId, language: "nl", version: 2 };
    await done(first, "debate.render", {
      ...dutch,
      sentence: "Maaltijd",
      paragraph: "Voor allen.",
    });
    expect(code(await run(first, "debate.review", dutch))).toBe("debate-own-review");
    expect((await read(first)).renderings).toMatchObject([{ reviewed: false, stale: true }]);
    await done(second, "debate.review", dutch);
    expect((await read(first)).renderings).toMatchObject([{ reviewed: true, stale: false }]);
    expect(code(await drawUp())).toBe("ok");
    expect(await plenaryItem(slug)).toMatchObject({
      title: { fr: `P01 · ${sentence}`, nl: "P01 · Maaltijd" },
    });
  });
});

describe("adoption and grading", () => {
  /** A vote that was drawn up: opened by its chair, filled, closed, counted and published. */
  async function voted(slug: string, vote: "adoption" | "grading", ballots: BallotContent[]) {
    const { platform, pool, done, first, workers } = world;
    const decisions = createDecisionsFeature(platform);
    const { decisionId } = await done<{ decisionId: string }>(first, "debate.draw-up", {
      slug,
      vote,
    });
    await prepareUrns(platform, createUrnSecrets(createSealing(platform.env)));
    const { rows } = await pool.query<{ id: string }>(
      `UPDATE assembly SET phase = 'live' WHERE id = (SELECT assembly_id FROM workers_assembly
         WHERE slug = $1) RETURNING id`,
      [slug],
    );
    const assemblyId = rows[0]!.id;
    const chair: PersonActor = {
      ...workers[0]!,
      grants: [{ role: "chair", body: `assembly:${assemblyId}` }],
      apart: [{ assemblyId, part: "worker" }],
    };
    const { commands } = decisions;
    const act = async (type: string, payload: object) =>
      must(await commands[type]!.handle(chair, commands[type]!.schema.parse(payload), "x"));
    await act("decision.open", { decisionId, overrideReason: "" });
    await fillUrn({ platform }, decisionId, ballots.map(encodeBallot));
    await act("decision.close", { decisionId });
    await decisions.jobs["decision.count"]({ decisionId });
    await act("decision.publish", { decisionId });
  }

  const stances = (inFavour: number, against: number, abstain: number): Stance[] => [
    ...Array.from({ length: inFavour }, () => "for" as const),
    ...Array.from({ length: against }, () => "against" as const),
    ...Array.from({ length: abstain }, () => "abstain" as const),
  ];

  it("count abstentions apart and give the order of the book (rules 7, V1 and V10)", async () => {
    const { pool, done, run, first, workers, feature, director } = world;
    const { slug, id, go, debateId, read } = await daySetUp(4);
    const [ana] = workers as [PersonActor];
    await go("clarify", "react", "amend", "objections");
    await done(ana, "debate.object", { debateId, ground: "harms-aim", because: "une raison" });
    await done(first, "debate.offer-note", { debateId, number: 1, note: "Une note." });
    await done(ana, "debate.agree", { debateId, number: 1, agree: true });
    await go("done");
    const early = await run(first, "debate.draw-up", { slug, vote: "adoption" });
    expect(code(early)).toBe("debate-unfinished");
    await pool.query("UPDATE debate SET step = 'done' WHERE workers_assembly_id = $1", [id]);
    // More for than against; as many; nobody but abstentions; few, and more for than against.
    const columns = [stances(68, 6, 26), stances(50, 50, 0), stances(0, 0, 100), stances(3, 1, 96)];
    const ballots = Array.from(
      { length: 100 },
      (_, voter): BallotContent => ({
        kind: "per-option",
        choices: Object.fromEntries(columns.map((column, at) => [`p0${at + 1}`, column[voter]!])),
      }),
    );
    const grading = await run(first, "debate.draw-up", { slug, vote: "grading" });
    expect(code(grading)).toBe("wrong-phase");
    await voted(slug, "adoption", ballots);
    const behind = await pool.query(
      `SELECT FROM debate_objection o JOIN debate d ON d.id = o.debate_id
       WHERE d.workers_assembly_id = $1 AND o.person_id IS NOT NULL`,
      [id],
    );
    expect(behind.rowCount).toBe(0);
    expect(code(await run(ana, "debate.withdraw-objection", { debateId, number: 1 }))).toBe(
      "debate-over",
    );
    expect(await gradedDemands(pool, id)).toEqual([]);
    const [p, q] = [
      [4, 3, 3, 2, 1],
      [4, 4, 3, 1, 0],
    ];
    const grades = p.map(
      (one, at): BallotContent => ({
        kind: "grade",
        grades: { p01: q[at]!, p04: one },
      }),
    );
    await voted(slug, "grading", grades);
    const graded = await gradedDemands(pool, id);
    expect(
      graded.map(({ place, adopted, votes, median }) => ({ place, adopted, votes, median })),
    ).toEqual([
      { place: 1, adopted: true, votes: { for: 3, against: 1, abstain: 96 }, median: 3 },
      { place: 2, adopted: true, votes: { for: 68, against: 6, abstain: 26 }, median: 3 },
      { place: 3, adopted: false, votes: { for: 50, against: 50, abstain: 0 }, median: undefined },
      { place: 3, adopted: false, votes: { for: 0, against: 0, abstain: 100 }, median: undefined },
    ]);
    expect(graded[1]).toMatchObject({
      versions: 0,
      dissent: [{ ground: "harms-aim", language: "fr", text: "Une note." }],
    });
    expect(isBefore((await read(ana)).head.stage, "booked")).toBe(true);
    await pool.query("UPDATE workers_assembly SET stage = 'booked' WHERE id = $1", [id]);
    const open = must(await feature.day.debate(director, { slug, code: "P01" }));
    expect(open).toMatchObject({
      words: [],
      amendments: [],
      rights: { speak: false, facilitate: false },
    });
    expect(open.objections.map(({ because }) => because)).toEqual(["Une note."]);
  });
});
