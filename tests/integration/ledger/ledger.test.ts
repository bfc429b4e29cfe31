import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ledgerOrigin, takeUpInLab } from "#server/features/ledger/enter.ts";
import { ledgerHome } from "#server/features/ledger/home.ts";
import { inTransaction } from "#server/platform/database.ts";
import { code } from "../live-session/session.ts";
import { createLedgerWorld, type LedgerWorld } from "./ledger-world.ts";

let world: LedgerWorld;
beforeAll(async () => {
  world = await createLedgerWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.day = "2026-01-15";
  await world.platform.pool.query("DELETE FROM notice");
});

const ANSWER = { outcome: "accepted", reason: "C’est juste.", owner: "service études" };

describe("an item", () => {
  it("is entered once for its origin, and told once to who must answer", async () => {
    const { enter, people, toldTo, itemOf } = world;
    const origin = { feature: "smartlab", id: randomUUID() } as const;
    const id = await enter({ origin });
    expect(await enter({ origin, title: "Autre chose" })).toBe(id);
    expect(await toldTo(people.director)).toEqual(["ledger-entered"]);
    expect(await toldTo(people.organiser)).toEqual([]);
    const { item, moves } = await itemOf(id);
    expect(item).toMatchObject({ state: "waiting", dueOn: "2026-07-15", enteredOn: "2026-01-15" });
    expect(moves.map(({ event }) => event)).toEqual(["entered"]);
  });

  it("is answered by those it is addressed to alone, and once", async () => {
    const { enter, people, run, done, toldTo, itemOf } = world;
    const itemId = await enter();
    await done(people.bo, "ledger.support", { itemId });
    for (const actor of [people.organiser, people.facilitator, people.ana]) {
      expect(code(await run(actor, "ledger.answer", { itemId, ...ANSWER }))).toBe("not-allowed");
    }
    const twice = await Promise.all(
      [1, 2].map(() => run(people.director, "ledger.answer", { itemId, ...ANSWER })),
    );
    expect(twice.map(code).sort()).toEqual(["ledger-not-waiting", "ok"]);
    expect(await toldTo(people.ana)).toEqual(["ledger-answered"]);
    expect(await toldTo(people.bo)).toEqual(["ledger-answered"]);
    const { item, moves } = await itemOf(itemId);
    expect(item).toMatchObject({ state: "answered", outcome: "accepted" });
    expect(moves.at(-1)?.words).toMatchObject({ by: "board", owner: "service études" });
  });

  it("says what is done instead where it is adapted", async () => {
    const { enter, people, run } = world;
    const itemId = await enter();
    const adapted = { itemId, ...ANSWER, outcome: "adapted" };
    expect(code(await run(people.director, "ledger.answer", adapted))).toBe("bad-input");
    const whole = { ...adapted, adapted: "Une épargne volontaire." };
    expect(code(await run(people.director, "ledger.answer", whole))).toBe("ok");
  });

  it("is contested once, for the assembly, and never by those who answer", async () => {
    const { enter, people, run, done, toldTo, itemOf, clock } = world;
    const itemId = await enter();
    const contest = { itemId, reason: "La raison ne tient pas." };
    expect(code(await run(people.facilitator, "ledger.contest", contest))).toBe("wrong-phase");
    await done(people.director, "ledger.answer", { itemId, ...ANSWER, outcome: "refused" });
    for (const actor of [people.director, people.organiser, people.ana]) {
      expect(code(await run(actor, "ledger.contest", contest))).toBe("not-allowed");
    }
    clock.day = "2026-03-01";
    await done(people.facilitator, "ledger.contest", contest);
    expect(await toldTo(people.director)).toContain("ledger-contested");
    expect((await itemOf(itemId)).item).toMatchObject({ state: "waiting", dueOn: "2026-09-01" });
    await done(people.director, "ledger.answer", { itemId, ...ANSWER });
    expect(code(await run(people.facilitator, "ledger.contest", contest))).toBe(
      "ledger-contested-once",
    );
    const { moves } = await itemOf(itemId);
    expect(moves.map(({ event }) => event)).toEqual([
      "entered",
      "answered",
      "contested",
      "answered",
    ]);
  });

  it("that is referred waits for the other one, who is told", async () => {
    const { enter, people, run, done, toldTo, itemOf } = world;
    const itemId = await enter();
    const refer = { itemId, ...ANSWER, outcome: "referred", referTo: "assembly" };
    await done(people.director, "ledger.answer", refer);
    expect(await toldTo(people.organiser)).toEqual(["ledger-entered"]);
    expect((await itemOf(itemId)).item).toMatchObject({ state: "waiting", addressee: "assembly" });
    const answer = { itemId, ...ANSWER };
    expect(code(await run(people.director, "ledger.answer", answer))).toBe("not-allowed");
    await done(people.organiser, "ledger.answer", answer);
  });

  it("tells those behind it how far it has come, and ties to an aim of the strategy once", async () => {
    const { enter, people, done, run, toldTo, itemOf, platform } = world;
    const itemId = await enter();
    const progress = { itemId, progress: "under-way", note: "Sept signatures." };
    expect(code(await run(people.facilitator, "ledger.progress", progress))).toBe("not-allowed");
    await done(people.organiser, "ledger.progress", progress);
    expect(await toldTo(people.ana)).toEqual(["ledger-moved"]);
    const { rows } = await platform.pool.query<{ id: string }>(
      `INSERT INTO ledger_objective (slug, title, position) VALUES ('sante', '{"fr": "Santé"}', 0)
       RETURNING id`,
    );
    const aim = { itemId, objectiveId: rows[0]?.id };
    await done(people.director, "ledger.aim", aim);
    await done(people.director, "ledger.aim", aim);
    const { aims, moves } = await itemOf(itemId);
    expect(aims).toMatchObject([{ slug: "sante" }]);
    expect(moves.filter(({ event }) => event === "aimed")).toHaveLength(1);
  });

  it("keeps a history that nobody rewrites", async () => {
    const { enter, platform } = world;
    const id = await enter();
    for (const sql of [
      "UPDATE ledger_move SET outcome = 'accepted' WHERE item_id = $1",
      "DELETE FROM ledger_move WHERE item_id = $1",
      "UPDATE ledger_version SET text = 'x' WHERE item_id = $1",
    ]) {
      await expect(platform.pool.query(sql, [id])).rejects.toThrow("append-only");
    }
  });

  it("names an author where they wish it alone, and never a supporter", async () => {
    const { enter, people, run, done, itemOf } = world;
    const itemId = await enter();
    await done(people.bo, "ledger.support", { itemId });
    await done(people.bo, "ledger.support", { itemId });
    expect(await itemOf(itemId)).toMatchObject({
      authors: { count: 1, named: [] },
      supporters: 1,
      mine: { role: "supporter" },
    });
    const name = { itemId, listed: "true" };
    expect(code(await run(people.bo, "ledger.name-me", name))).toBe("not-found");
    await done(people.ana, "ledger.name-me", name);
    expect((await itemOf(itemId)).authors.named).toHaveLength(1);
    await done(people.ana, "ledger.name-me", { itemId, listed: "false" });
    expect((await itemOf(itemId)).authors.named).toEqual([]);
    // What anybody is shown holds no id of those behind it.
    for (const reader of [people.director, people.organiser, people.facilitator]) {
      const seen = JSON.stringify(await itemOf(itemId, reader));
      for (const { personId } of [people.ana, people.bo]) expect(seen).not.toContain(personId);
    }
    await done(people.bo, "ledger.unsupport", { itemId });
    expect((await itemOf(itemId)).supporters).toBe(0);
  });

  it("is taken up in a lab, and both ends know", async () => {
    const { enter, people, itemOf, toldTo, platform } = world;
    const itemId = await enter();
    const labId = randomUUID();
    await platform.pool.query(
      `INSERT INTO lab (id, slug, language, title, theme, model, origin, why_now, makes, online,
         proposed_at) VALUES ($1, 'permanence', 'fr', 'Une permanence', 'x', 'x', 'recommendation',
         'x', 'x', true, now())`,
      [labId],
    );
    expect(await ledgerOrigin(platform.pool, itemId)).toMatchObject({
      title: "Des chèques-repas pour les contrats courts",
    });
    expect(await ledgerOrigin(platform.pool, "no id")).toBeUndefined();
    const take = () =>
      inTransaction(platform.pool, (client) =>
        takeUpInLab(platform, client, { itemId, labId, by: people.bo.personId }),
      );
    await take();
    await take();
    const { labs, item, moves } = await itemOf(itemId);
    expect(labs).toMatchObject([{ slug: "permanence" }]);
    expect(item.progress).toBe("taken-up");
    expect(moves.filter(({ event }) => event === "taken-up")).toHaveLength(1);
    expect(await toldTo(people.ana)).toEqual(["ledger-taken-up"]);
  });
});

describe("what a group recommends", () => {
  const WRITTEN = {
    kind: "recommendation",
    addressee: "board",
    language: "fr",
    title: "Créer un annuaire public des membres par métier",
    text: "Chaque client y trouve qui sait faire quoi.",
    actions: "Recenser\nPublier",
  };

  it("is seen by those who write alone, until everything is settled and it is published", async () => {
    const { people, run, done, feature, toldTo, enter } = world;
    const twin = await enter({ title: "Un annuaire des membres, public et par métier" });
    const { item: other } = await world.itemOf(twin);
    expect(code(await run(people.ana, "ledger.write", WRITTEN))).toBe("not-allowed");
    const { number } = await done<{ number: number }>(people.facilitator, "ledger.write", {
      ...WRITTEN,
      text: "Voir #999999.",
    });
    expect(code(await feature.item(people.facilitator, String(number)))).toBe("not-found");
    expect(code(await feature.draft(people.ana, String(number)))).toBe("not-allowed");
    const draft = async () => {
      const found = await feature.draft(people.facilitator, String(number));
      if (!found.ok) throw new Error(found.refusal.code);
      return found.value;
    };
    const { item, findings } = await draft();
    expect(findings).toMatchObject([
      { kind: "unknown-number", named: "#999999" },
      { kind: "alike", number: other.number },
    ]);
    const itemId = item.id;
    expect(code(await run(people.facilitator, "ledger.publish", { itemId }))).toBe(
      "ledger-check-open",
    );
    await done(people.facilitator, "ledger.change", { itemId, revision: 0, ...WRITTEN });
    const stale = { itemId, revision: 0, ...WRITTEN };
    expect(code(await run(people.facilitator, "ledger.change", stale))).toBe("changed-meanwhile");
    const link = { itemId, to: other.number, kind: "refines" };
    await done(people.facilitator, "ledger.link", link);
    expect(code(await run(people.facilitator, "ledger.link", link))).toBe("ledger-link-impossible");
    expect((await draft()).findings).toEqual([]);
    await world.platform.pool.query("DELETE FROM notice");
    await done(people.facilitator, "ledger.publish", { itemId });
    expect(await toldTo(people.director)).toEqual(["ledger-entered"]);
    expect(await world.itemOf(String(number))).toMatchObject({
      item: { sections: { actions: "Recenser\nPublier" }, revision: 1 },
      versions: [{ revision: 0 }],
      links: [{ kind: "refines", inward: false }],
    });
    expect((await world.itemOf(twin)).links).toMatchObject([{ kind: "refines", inward: true }]);
  });

  it("no longer changes once it is answered, and can be withdrawn with a reason", async () => {
    const { people, run, done, toldTo, enter, itemOf } = world;
    const itemId = await enter({ title: "Tout autre chose encore", kind: "recommendation" });
    const change = { itemId, revision: 0, ...WRITTEN, title: "Tout autre chose, en mieux" };
    await done(people.facilitator, "ledger.change", change);
    const readdressed = { ...change, revision: 1, addressee: "advocacy" };
    expect(code(await run(people.facilitator, "ledger.change", readdressed))).toBe("bad-input");
    await done(people.director, "ledger.answer", { itemId, ...ANSWER });
    const late = { ...change, revision: 1 };
    expect(code(await run(people.facilitator, "ledger.change", late))).toBe("wrong-phase");
    await done(people.facilitator, "ledger.withdraw", { itemId, reason: "Réglé autrement." });
    expect(await toldTo(people.ana)).toEqual(["ledger-answered", "ledger-ended"]);
    expect((await itemOf(itemId)).item.state).toBe("withdrawn");
    expect(code(await run(people.bo, "ledger.support", { itemId }))).toBe("wrong-phase");
  });
});

describe("time", () => {
  it("reminds who owes answers at one, three and six months, once each, in one notice", async () => {
    const { platform, feature, people, clock, enter, toldTo } = world;
    await platform.pool.query("UPDATE ledger_item SET reminded = 6");
    await enter({ title: "Premier rappel" });
    await enter({ title: "Deuxième rappel" });
    await platform.pool.query("DELETE FROM notice");
    expect(await feature.remind()).toBe(0);
    for (const [day, items] of [
      ["2026-02-15", 2],
      ["2026-02-16", 0],
      ["2026-04-15", 2],
      ["2026-08-20", 2],
      ["2027-08-20", 0],
    ] as const) {
      clock.day = day;
      const both = await Promise.all([feature.remind(), feature.remind()]);
      expect([day, Math.max(...both), Math.min(...both)]).toEqual([day, items, 0]);
    }
    expect(await toldTo(people.director)).toEqual(["ledger-due", "ledger-due", "ledger-due"]);
  });

  it("shows on any day where everything stood, and the same again later", async () => {
    const { clock, enter, done, people, feature } = world;
    clock.day = "2030-01-10";
    const theme = "état-des-lieux";
    const [kept, refused] = [await enter({ theme }), await enter({ theme })];
    clock.day = "2030-03-01";
    await done(people.director, "ledger.answer", {
      itemId: kept,
      ...ANSWER,
      promisedOn: "2030-06-30",
    });
    clock.day = "2030-04-01";
    await done(people.director, "ledger.answer", {
      itemId: refused,
      ...ANSWER,
      outcome: "refused",
    });
    clock.day = "2030-08-01";
    await done(people.director, "ledger.progress", {
      itemId: kept,
      progress: "done",
      note: "Fait.",
    });

    const stateOn = async (on: string) =>
      (await feature.state({ on })).themes.find((one) => one.theme === theme)?.counts;
    expect(await stateOn("2030-01-09")).toBeUndefined();
    expect(await stateOn("2030-02-28")).toMatchObject({ entered: 2, waiting: 2, late: 0 });
    const march = await stateOn("2030-03-01");
    expect(march).toMatchObject({ waiting: 1, accepted: 1, refused: 0, done: 0 });
    expect(await stateOn("2030-07-01")).toMatchObject({ waiting: 0, refused: 1, late: 1, done: 0 });
    expect(await stateOn("2030-08-01")).toMatchObject({ late: 0, done: 1 });
    // A day to come is today's.
    expect((await feature.state({ on: "2031-01-01" })).on).toBe("2030-08-01");
    await enter({ theme });
    expect(await stateOn("2030-03-01")).toEqual(march);
    const { day, text } = await feature.stateTable({ on: "2030-03-01" });
    expect(day).toBe("2030-03-01");
    expect(text.split("\r\n").filter((line) => line.includes(theme))).toHaveLength(2);
  });

  it("brings home what one owes, and what became of what one is behind", async () => {
    const { clock, enter, done, people, platform } = world;
    clock.day = "2030-09-01";
    const itemId = await enter({ title: "À la maison" });
    const homeOf = (actor: typeof people.ana) => ledgerHome(platform, { actor, language: "fr" });
    expect(await homeOf(people.director)).toMatchObject([
      { key: "ledger-owed", part: "waits", link: "/ledger/answers", pressing: true },
    ]);
    await done(people.director, "ledger.answer", { itemId, ...ANSWER });
    expect((await homeOf(people.ana))[0]).toMatchObject({
      part: "became",
      title: "À la maison",
      sign: "Acceptée",
    });
    expect(await homeOf(people.bo)).not.toContainEqual(
      expect.objectContaining({ title: "À la maison" }),
    );
  });
});

describe("lists", () => {
  it("finds by words without accents, number, theme and standing; drafts are in none", async () => {
    const { enter, people, feature, done } = world;
    const id = await enter({ title: "Congé de maternité", theme: "sickness", city: "Gent" });
    await done(people.facilitator, "ledger.write", {
      kind: "demand",
      addressee: "board",
      language: "fr",
      title: "Congé encore caché",
      text: "x",
    });
    const titles = async (asked: Record<string, string>) =>
      (await feature.list(people.bo, asked)).items.map(({ title }) => title);
    expect(await titles({ words: "conge MATERNITE" })).toEqual(["Congé de maternité"]);
    expect(await titles({ words: "conge" })).toEqual(["Congé de maternité"]);
    const { number } = (await world.itemOf(id)).item;
    expect(await titles({ words: String(number) })).toEqual(["Congé de maternité"]);
    expect(await titles({ theme: "sickness", city: "Gent", standing: "waiting" })).toEqual([
      "Congé de maternité",
    ]);
    expect(await titles({ theme: "sickness", standing: "late" })).toEqual([]);
    expect(await titles({ words: "'; DROP TABLE ledger_item; --" })).toEqual([]);
  });

  it("sums who took part over the groups of a cycle, and shows no group's own figures", async () => {
    const { people, feature, platform } = world;
    await platform.pool.query(
      `INSERT INTO ledger_group (slug, cycle, year, title, figures, position) VALUES
       ('a', 'Saison', 2016, '{"fr": "A"}', '{"members": 6, "partners": 3, "permanents": 5}', 0),
       ('b', 'Saison', 2016, '{"fr": "B"}', '{"members": 7, "partners": 4, "permanents": 6}', 1),
       ('c', 'Petite', 2020, '{"fr": "C"}', '{"members": 9, "partners": 4, "permanents": 9}', 0)`,
    );
    const { cycles } = await feature.list(people.bo, {});
    expect(cycles).toEqual([
      {
        cycle: "Saison",
        year: 2016,
        groups: [
          { slug: "a", title: { fr: "A" }, items: 0 },
          { slug: "b", title: { fr: "B" }, items: 0 },
        ],
        participants: { members: 13, partners: 7, permanents: 11, total: 31 },
      },
    ]);
  });

  it("keeps its desk for those who answer, each for what is theirs", async () => {
    const { enter, people, feature, clock } = world;
    clock.day = "2026-08-01";
    await enter({ title: "Pour le plaidoyer", addressee: "advocacy" });
    expect(code(await feature.desk(people.ana, {}))).toBe("not-allowed");
    expect(code(await feature.desk({ kind: "anonymous" }, {}))).toBe("not-signed-in");
    const desk = await feature.desk(people.organiser, {});
    if (!desk.ok) throw new Error(desk.refusal.code);
    expect(desk.value.mayAnswerFor).toEqual(["assembly", "advocacy"]);
    expect(desk.value.items.map(({ addressee }) => addressee)).not.toContain("board");
    // Asked for another's, one is shown one's own.
    const asked = await feature.desk(people.director, { of: "advocacy" });
    expect(asked.ok && asked.value.items.every(({ addressee }) => addressee === "board")).toBe(
      true,
    );
  });
});
