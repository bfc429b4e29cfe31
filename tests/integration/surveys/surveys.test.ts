import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#domain/kernel/actor.ts";
import { code } from "../live-session/session.ts";
import { type CampaignWorld, createCampaignWorld, fields, must } from "./campaign.ts";

/** Said by nobody else: wherever it is found, somebody's answer is found. */
const SECRET = "zylophage";

let world: CampaignWorld;
let survey: string;

beforeAll(async () => {
  world = await createCampaignWorld(40);
  const { surveys, first, slug, observer, registerNo } = world;
  must(
    await surveys.tend.name(first, {
      ...{ slug, part: "observer", registerNo: await registerNo(observer) },
    }),
  );
});
afterAll(() => world.close());

describe("a campaign", () => {
  it("is handed over: who began it has no right in it", async () => {
    const { surveys, organiser, first, slug } = world;
    expect(code(await surveys.coordination(organiser, slug))).toBe("not-allowed");
    expect(code(await surveys.coordination(first, slug))).toBe("ok");
    expect(code(await surveys.campaign(organiser, slug))).toBe("not-found");
  });

  it("is coordinated by nobody of the employer's side, and an observer has one part", async () => {
    const { surveys, first, slug, director, adviser, observer, registerNo } = world;
    for (const person of [director, adviser]) {
      const named = { slug, part: "coordinator", registerNo: await registerNo(person) } as const;
      expect(code(await surveys.tend.name(first, named))).toBe("campaign-employer-side");
    }
    const again = { slug, part: "coordinator", registerNo: await registerNo(observer) } as const;
    expect(code(await surveys.tend.name(first, again))).toBe("campaign-has-part");
  });

  it("asks nobody before it is published", async () => {
    const { surveys, first, slug } = world;
    const draft = must(
      await surveys.tend.addSurvey(first, {
        ...fields("title", { fr: "Trop tôt" }),
        sourceLanguage: "fr",
        slug,
      } as never),
    ).slug;
    expect(code(await world.launch(draft))).toBe("survey-not-ready");
    await expect(world.launched()).rejects.toThrow("campaign-not-published");
    expect(code(await surveys.tend.publish(first, slug))).toBe("ok");
  });
});

describe("a survey that runs", () => {
  beforeAll(async () => {
    survey = await world.launched();
  });

  it("asks members, and neither the support team nor who observes", async () => {
    const { surveys, others, first, adviser, observer } = world;
    const standing = async (actor: Actor) => must(await surveys.answering(actor, survey)).standing;
    expect(await standing(others[3]!)).toBe("asked");
    expect(await standing(first)).toBe("asked");
    expect(await standing(adviser)).toBe("not-asked");
    expect(await standing(observer)).toBe("observer");
    expect(code(await world.answer(adviser, survey, { q1: ["o1"] }))).toBe("survey-not-asked");
    expect(code(await world.answer(observer, survey, { q1: ["o1"] }))).toBe("survey-observer");
    expect(
      code(
        await surveys.answer(
          { kind: "anonymous" },
          { slug: survey, version: 1, language: "fr", filledIn: {} },
        ),
      ),
    ).toBe("not-signed-in");
  });

  it("is offered in languages that somebody else reviewed", async () => {
    const { surveys, others } = world;
    expect(must(await surveys.answering(others[3]!, survey)).languages).toEqual(["fr", "nl"]);
  });

  it("takes one answer of each, however often and however fast it is sent", async () => {
    const [one] = world.others.slice(3);
    const twice = await Promise.all(
      [1, 2, 3].map(() => world.answer(one!, survey, { q1: ["o1"], q2: ["o1"] })),
    );
    expect(twice.map(code).sort()).toEqual(["ok", "survey-answered", "survey-answered"]);
    expect(code(await world.answer(world.others[4]!, survey, { q1: ["o7"] }))).toBe("bad-input");
    expect(code(await world.answer(world.others[4]!, survey, { q1: [""] }))).toBe("survey-empty");
    expect(code(await world.answer(world.others[4]!, survey, { q1: ["o1"] }, 9))).toBe("bad-input");
  });

  it("keeps papers sealed until ten lie there, then pours them with one transaction number", async () => {
    const { pool, surveys, others } = world;
    const waiting = async () => {
      const { rows } = await pool.query<{ n: number }>(
        "SELECT count(*)::int AS n FROM survey_tray",
      );
      return rows[0]!.n;
    };
    for (const person of others.slice(5, 13)) {
      must(await world.answer(person, survey, { q1: ["o2"], q2: ["o1"], q3: [SECRET] }));
    }
    await surveys.keep();
    expect(await waiting()).toBe(9);
    const sealed = await pool.query<{ sealed: Buffer }>("SELECT sealed FROM survey_tray");
    expect(new Set(sealed.rows.map((row) => row.sealed.length)).size).toBe(1);
    expect(sealed.rows.some((row) => row.sealed.includes(SECRET))).toBe(false);

    must(await world.answer(others[13]!, survey, { q1: ["o2"], q2: ["o2"] }));
    await surveys.keep();
    expect(await waiting()).toBe(0);
    const { rows } = await pool.query<{ xmins: number }>(
      `SELECT count(DISTINCT x)::int AS xmins FROM (
         SELECT xmin::text AS x FROM survey_answer UNION ALL SELECT xmin::text FROM survey_mark
         UNION ALL SELECT xmin::text FROM survey_text) all_rows`,
    );
    expect(rows[0]!.xmins).toBe(1);
    const inOrder = await pool.query<{ id: string }>("SELECT id FROM survey_answer ORDER BY ctid");
    const found = inOrder.rows.map(({ id }) => id);
    expect(found).toEqual([...found].sort());
  });

  it("reminds those alone who have not answered, and tells nobody who they are", async () => {
    const { pool, surveys, first, others } = world;
    const promise = { slug: survey, whoActs: "la coordination", answerBy: "2026-05-01" };
    expect(code(await surveys.run.remind(first, promise))).toBe("survey-reminded-enough");
    world.later(1);
    must(await surveys.run.remind(first, promise));
    const { rows } = await pool.query<{ id: string }>(
      "SELECT person_id AS id FROM notice WHERE kind = 'survey-reminder'",
    );
    const reminded = rows.map(({ id }) => id);
    expect(reminded).toContain(others[20]!.personId);
    for (const person of others.slice(5, 14)) expect(reminded).not.toContain(person.personId);
    const page = must(await surveys.field(first, survey));
    expect(page.sendings.map(({ number }) => number)).toEqual([1, 2]);
    expect(page.answered).toBe(10);
    for (const person of others) expect(JSON.stringify(page)).not.toContain(person.personId);
  });

  it("mends its words in a version of their own, and changes nothing else", async () => {
    const { surveys, first, second } = world;
    const { revision } = must(await surveys.design(first, survey)).survey;
    const words = {
      ...{ slug: survey, revision, questionId: "q1", from: 1, to: 5, margin: "" as const },
      ...fields("text", { fr: "Ça va bien ?", nl: "Gaat het goed?" }),
      ...fields("options", { fr: "Oui\nNon", nl: "Ja\nNee" }),
      ...fields("help", {}),
      ...fields("rows", {}),
      ...fields("low", {}),
      ...fields("high", {}),
      kind: "single",
    };
    const more = { ...words, ...fields("options", { fr: "Oui\nNon\nBof", nl: "Ja\nNee\nBof" }) };
    expect(code(await surveys.redesign.question(first, more as never))).toBe("survey-runs");
    expect(code(await surveys.redesign.question(first, words as never))).toBe("ok");
    const next = must(await surveys.design(second, survey)).survey.revision;
    const correction = { slug: survey, revision: next, reason: "pas clair" };
    expect(code(await surveys.redesign.correct(first, correction))).toBe("survey-not-ready");
    const review = { slug: survey, revision: next, language: "nl" as const };
    expect(code(await surveys.redesign.review(first, review))).toBe("survey-own-words");
    must(await surveys.redesign.review(second, review));
    must(await surveys.redesign.correct(first, correction));
    expect(must(await surveys.answering(world.others[20]!, survey)).survey.version).toBe(2);
    // Who had the page open before answers the version they read.
    must(await world.answer(world.others[14]!, survey, { q1: ["o1"], q2: ["o1"] }));
    must(await world.answer(world.others[15]!, survey, { q1: ["o1"], q2: ["o1"] }, 2));
  });

  it("shows nothing of what was said while it runs, to nobody", async () => {
    const { surveys, first } = world;
    expect(code(await surveys.results(first, survey))).toBe("not-found");
    const words = { slug: survey, question: "", show: "new" } as const;
    expect(code(await surveys.sorting(first, words))).toBe("survey-still-open");
  });
});

describe("a survey that closed", () => {
  it("takes nothing more at its hour, before any job came, and keeps what was acknowledged", async () => {
    world.later(7);
    const { surveys, others, pool } = world;
    expect(must(await surveys.answering(others[21]!, survey)).standing).toBe("closed");
    expect(code(await world.answer(others[21]!, survey, { q1: ["o1"] }))).toBe("survey-closed");
    await surveys.keep();
    const { rows } = await pool.query<{ marks: number; answers: number; tray: number }>(
      `SELECT (SELECT count(*)::int FROM survey_mark) AS marks,
         (SELECT count(*)::int FROM survey_answer) AS answers,
         (SELECT count(*)::int FROM survey_tray) AS tray`,
    );
    expect(rows[0]).toEqual({ marks: 12, answers: 12, tray: 0 });
  });

  it("was written anew: not even batches are told apart", async () => {
    const { rows } = await world.pool.query<{ xmins: number }>(
      `SELECT count(DISTINCT x)::int AS xmins FROM (
         SELECT xmin::text AS x FROM survey_answer UNION ALL SELECT xmin::text FROM survey_mark) r`,
    );
    expect(rows[0]!.xmins).toBe(1);
  });

  it("is counted once and published by its coordination", async () => {
    const { surveys, first, others, organiser } = world;
    expect(code(await surveys.results(others[3]!, survey))).toBe("not-found");
    expect(code(await surveys.run.publish(organiser, survey))).toBe("not-allowed");
    expect(must(await surveys.results(first, survey)).release.field).toMatchObject({
      size: 41,
      complete: 12,
      partial: 0,
    });
    expect(code(await surveys.openJson(first, survey))).toBe("not-found");
    must(await surveys.run.publish(first, survey));
    const shown = must(await surveys.results({ kind: "anonymous" }, survey));
    expect(shown.release.speaksOf).toBe("respondents");
    expect(shown.versions).toBe(2);
    const csv = must(
      await surveys.openCsv({ kind: "anonymous" }, { slug: survey, language: "fr" }),
    );
    expect(csv).toContain("Ça va bien ?");
  });

  it("has its free answers sorted by people, with likeness as advice", async () => {
    const { surveys, first, second } = world;
    const asked = { slug: survey, question: "", show: "new" } as const;
    const { answers } = must(await surveys.sorting(first, asked));
    expect(answers).toHaveLength(8);
    const [one, two] = answers;
    must(
      await surveys.sort.addDemand(first, {
        ...{ slug: survey, theme: "t1", language: "fr", text: "Une demande", textId: one!.id },
      }),
    );
    const after = must(await surveys.sorting(second, asked));
    expect(after.counts).toEqual({ waiting: 7, sorted: 1, aside: 0 });
    const demandId = after.demands[0]!.id;
    must(await surveys.sort.place(second, { slug: survey, textId: two!.id, demandId }));
    must(await surveys.sort.setAside(second, { slug: survey, textId: answers[2]!.id }));
    expect(must(await surveys.results({ kind: "anonymous" }, survey)).demands).toEqual([
      { id: demandId, theme: "t1", language: "fr", text: "Une demande" },
    ]);
  });

  it("tells an adviser, a director, an organiser and who observes nothing of it, at any query", async () => {
    const { surveys, slug, organiser, director, adviser, observer } = world;
    for (const actor of [organiser, director, adviser, observer]) {
      const sorting = { slug: survey, question: "", show: "sorted" } as const;
      const refused = [
        await surveys.coordination(actor, slug),
        await surveys.design(actor, survey),
        await surveys.field(actor, survey),
        await surveys.sorting(actor, sorting),
        await surveys.run.remind(actor, { slug: survey, whoActs: "x", answerBy: "2026-09-01" }),
        await surveys.run.closeEarly(actor, { slug: survey, reason: "x" }),
      ];
      expect(refused.map(code)).toEqual(refused.map(() => "not-allowed"));
      const open = [
        await surveys.page(actor, {}),
        await surveys.campaign(actor, slug),
        await surveys.answering(actor, survey),
        await surveys.results(actor, survey),
        await surveys.openJson(actor, survey),
        await surveys.openCsv(actor, { slug: survey, language: "fr" }),
      ];
      expect(JSON.stringify(open.map((one) => must<unknown>(one)))).not.toContain(SECRET);
    }
  });

  it("leaves no word and no name in journals, notices or events", async () => {
    const { rows } = await world.pool.query<{ line: string }>(
      `SELECT to_jsonb(a)::text AS line FROM audit_entry a
       UNION ALL SELECT to_jsonb(n)::text FROM notice n
       UNION ALL SELECT to_jsonb(o)::text FROM outbox_event o
       UNION ALL SELECT to_jsonb(m)::text FROM mail m`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ line }) => line.includes(SECRET))).toEqual([]);
  });

  it("is forgotten a year later but for what was published", async () => {
    const { pool, surveys } = world;
    world.later(370);
    await surveys.keep();
    const { rows } = await pool.query<{ left: number }>(
      `SELECT (SELECT count(*) FROM survey_answer)::int + (SELECT count(*) FROM survey_text)::int
         + (SELECT count(*) FROM survey_mark)::int + (SELECT count(*) FROM survey_population)::int
         AS left`,
    );
    expect(rows[0]!.left).toBe(0);
    const page = must(await surveys.results({ kind: "anonymous" }, survey));
    expect(page.release.field.complete).toBe(12);
    expect(page.demands).toHaveLength(1);
  });
});
