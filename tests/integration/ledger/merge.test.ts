import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { code } from "../live-session/session.ts";
import { createLedgerWorld, type LedgerWorld } from "./ledger-world.ts";

let world: LedgerWorld;
beforeAll(async () => {
  world = await createLedgerWorld();
});
afterAll(() => world.close());

const numberOf = async (id: string) => (await world.itemOf(id)).item.number;

it("joins two texts once the authors of both agree, and keeps both wordings", async () => {
  const { enter, people, run, done, itemOf, toldTo } = world;
  const { ana, bo, facilitator, director } = people;
  const itemId = await enter({ title: "Des chèques-repas", authors: [ana.personId] });
  const other = await enter({ title: "Maaltijdcheques", language: "nl", authors: [bo.personId] });
  const into = await numberOf(other);
  const ask = { itemId, into, note: "La même idée." };
  expect(code(await run(ana, "ledger.ask-merge", ask))).toBe("not-allowed");
  expect(
    code(await run(facilitator, "ledger.ask-merge", { ...ask, into: await numberOf(itemId) })),
  ).toBe("not-found");
  await done(facilitator, "ledger.ask-merge", ask);
  expect(code(await run(facilitator, "ledger.ask-merge", ask))).toBe("ledger-link-impossible");
  expect(await toldTo(ana)).toContain("ledger-merge-asked");
  expect(await toldTo(bo)).toContain("ledger-merge-asked");
  // Its authors read it from either page.
  expect((await itemOf(other, bo)).merge).toMatchObject({ itemId, into: { number: into } });

  const agree = { itemId, into, agrees: "true" };
  expect(code(await run(director, "ledger.answer-merge", agree))).toBe("not-allowed");
  await done(ana, "ledger.answer-merge", agree);
  expect((await itemOf(itemId, ana)).merge).toMatchObject({ agreed: true });
  expect((await itemOf(itemId)).item.state).toBe("waiting");
  await done(bo, "ledger.answer-merge", agree);

  const gone = await itemOf(itemId);
  expect(gone.item).toMatchObject({
    state: "merged",
    title: "Des chèques-repas",
    mergedInto: { number: into },
  });
  expect(gone.moves.at(-1)).toMatchObject({ event: "merged", words: { number: into } });
  const kept = await itemOf(other, ana);
  expect(kept).toMatchObject({ authors: { count: 2 }, mine: { role: "author" } });
  expect(kept.merged).toMatchObject([{ title: "Des chèques-repas" }]);
  expect(code(await run(ana, "ledger.answer-merge", agree))).toBe("wrong-phase");
});

it("leaves both where one author would rather keep two", async () => {
  const { enter, people, run, done, itemOf } = world;
  const itemId = await enter({ authors: [people.ana.personId] });
  const other = await enter({ authors: [people.bo.personId] });
  const into = await numberOf(other);
  await done(people.facilitator, "ledger.ask-merge", { itemId, into });
  await done(people.bo, "ledger.answer-merge", { itemId, into, agrees: "false" });
  const late = { itemId, into, agrees: "true" };
  expect(code(await run(people.ana, "ledger.answer-merge", late))).toBe("wrong-phase");
  expect((await itemOf(itemId)).item.state).toBe("waiting");
  expect((await itemOf(itemId)).merge).toBeUndefined();
});

it("loses nobody, no wording and no number, whoever was behind which", async () => {
  const { people, enter, done, platform, itemOf } = world;
  const everybody = Object.values(people);
  const behind = fc.array(fc.record({ who: fc.constantFrom(...everybody), author: fc.boolean() }), {
    maxLength: 5,
  });
  const rolesOf = async (id: string) => {
    const { rows } = await platform.pool.query<{ person: string; role: string }>(
      "SELECT person_id AS person, role FROM ledger_person WHERE item_id = $1",
      [id],
    );
    return new Map(rows.map(({ person, role }) => [person, role]));
  };
  const entered = (list: { who: PersonActor; author: boolean }[], title: string) => {
    const ids = (author: boolean) =>
      list.filter((one) => one.author === author).map(({ who }) => who.personId);
    return enter({ title, authors: ids(true), supporters: ids(false) });
  };
  await fc.assert(
    fc.asyncProperty(behind, behind, async (one, two) => {
      const [itemId, other] = [await entered(one, "Une idée"), await entered(two, "Une autre")];
      const before = [await rolesOf(itemId), await rolesOf(other)];
      const into = await numberOf(other);
      const number = await numberOf(itemId);
      await done(people.facilitator, "ledger.ask-merge", { itemId, into });
      const all = new Set(before.flatMap((roles) => [...roles.keys()]));
      const authors = new Set(
        before.flatMap((roles) =>
          [...roles].filter(([, role]) => role === "author").map(([id]) => id),
        ),
      );
      for (const actor of everybody.filter(({ personId }) => authors.has(personId))) {
        await done(actor, "ledger.answer-merge", { itemId, into, agrees: "true" });
      }
      const after = await rolesOf(other);
      expect(new Set(after.keys())).toEqual(all);
      for (const [person, role] of after) expect(role === "author").toBe(authors.has(person));
      // The wording that ended stays readable, with those who were behind it.
      expect((await itemOf(String(number))).item).toMatchObject({ title: "Une idée", number });
      expect(await rolesOf(itemId)).toEqual(before[0]);
    }),
    { numRuns: 25 },
  );
});
