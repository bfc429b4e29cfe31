import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { proposalsHome } from "#server/features/workers-assembly/proposals/home.ts";
import { sourcesOf } from "#server/features/workers-assembly/sources.ts";
import { code } from "../live-session/session.ts";
import { must } from "../surveys/campaign.ts";
import { createLineWorld, type LineWorld } from "./line-world.ts";

let world: LineWorld;
let theme: string;
beforeAll(async () => {
  world = await createLineWorld();
  theme = world.themes[0]!.id;
});
afterAll(() => world.close());

type Offer = { slug: string; ids: readonly string[]; sentence: string; city?: string };

/** The coordination offers one wording for several; undefined where it may not. */
async function offer({ slug, ids, sentence, city = "gent" }: Offer) {
  return world.run<{ mergeId: string }>(world.first, "proposal.offer-merge", {
    ...{ slug, sentence, city, kind: "demand", theme, language: "fr", paragraph: "Ensemble." },
    part: Object.fromEntries(ids.map((id) => [id, "on"])),
    answerBy: "2026-03-20",
  });
}

const answer = (actor: PersonActor, mergeId: string, agrees: boolean) =>
  world.run(actor, "proposal.answer-merge", { mergeId, agrees: String(agrees) });

async function partsBehind(id: string): Promise<Map<string, string>> {
  const { rows } = await world.pool.query<{ person: string; part: string }>(
    "SELECT person_id AS person, part FROM proposal_person WHERE proposal_id = $1",
    [id],
  );
  return new Map(rows.map(({ person, part }) => [person, part]));
}

async function two() {
  const { id: editionId, slug } = await world.addEdition();
  const [ana, bo] = world.workers as [PersonActor, PersonActor];
  const one = await world.addProposal({ editionId, author: ana, sentence: "Des pauses payées" });
  const other = await world.addProposal({ editionId, author: bo, sentence: "Betaalde pauzes" });
  return { slug, ids: [one, other], ana, bo, sentence: "Les pauses sont payées" };
}

it("joins several once each author agreed for themselves, and keeps every wording", async () => {
  const { run, done, first, workers, director, platform } = world;
  const { ana, bo, ...given } = await two();
  const cleo = workers[2]!;
  for (const proposalId of given.ids) await done(cleo, "proposal.support", { proposalId });
  const { mergeId } = must(await offer(given));
  expect(code(await offer(given))).toBe("proposal-merge-open");
  expect(code(await answer(cleo, mergeId, true))).toBe("not-allowed");
  expect(code(await answer(director, mergeId, true))).toBe("proposal-employer-side");
  // Nobody edits under those who are asked; the coordination sees how many agree and not who.
  expect(code(await run(ana, "proposal.withdraw", { proposalId: given.ids[0] }))).toBe(
    "proposal-merge-open",
  );
  const waits = await proposalsHome(platform, { actor: ana, language: "fr" });
  expect(waits).toMatchObject([{ part: "waits", title: "Des pauses payées" }]);
  must(await answer(ana, mergeId, true));
  expect(await proposalsHome(platform, { actor: ana, language: "fr" })).toEqual([]);
  const desk = must(await world.feature.proposals.desk(first, given.slug, {}));
  expect(desk.offers).toMatchObject([{ agreed: 1, authors: 2, mine: false }]);
  expect(JSON.stringify(desk)).not.toContain(ana.personId);

  must(await answer(bo, mergeId, true));
  const read = { slug: given.slug, language: "fr", code: given.ids[0]! } as const;
  const before = must(await world.feature.proposals.proposal(ana, read));
  expect(before.proposal).toMatchObject({ state: "merged", sentence: "Des pauses payées" });
  const id = before.mergedInto!.id;
  const joined = must(await world.feature.proposals.proposal(cleo, { ...read, code: id }));
  expect(joined.proposal).toMatchObject({ mine: "supporter", alsoCities: ["bruxelles"] });
  expect(joined.authors).toBe(2);
  expect(joined.merged.map(({ sentence }) => sentence).sort()).toEqual([
    "Betaalde pauzes",
    "Des pauses payées",
  ]);
  expect(code(await answer(ana, mergeId, false))).toBe("wrong-phase");
  // What several agreed to is changed by none of them alone.
  expect(code(await run(ana, "proposal.withdraw", { proposalId: id }))).toBe(
    "proposal-several-authors",
  );
  const { total } = must(
    await world.feature.proposals.wall(ana, {
      ...{ slug: given.slug, language: "fr", asked: { city: "bruxelles" } },
    }),
  );
  expect(total).toBe(1);
});

it("puts up to eight side by side, what is like them and what says a word, of this edition alone", async () => {
  const { addEdition, addProposal, feature, first, pool, workers } = world;
  const { id: editionId, slug } = await addEdition();
  const other = await addEdition();
  const add = (sentence: string, edition = editionId) =>
    addProposal({ editionId: edition, author: workers[0]!, sentence });
  const ids: string[] = [];
  for (let number = 1; number <= 9; number += 1) ids.push(await add(`Une pause ${number}`));
  const [near, far] = [await add("Un repos"), await add("Un vestiaire à clé")];
  const foreign = await add("Un vestiaire ailleurs", other.id);
  const [a, b] = [ids[0]!, near].toSorted();
  await pool.query(
    `INSERT INTO proposal_pair (a_id, b_id, workers_assembly_id, score, language)
     VALUES ($1, $2, $3, 700, 'fr')`,
    [a, b, editionId],
  );
  const writing = async (asked: Record<string, string | string[]>) =>
    must(await feature.proposals.desk(first, slug, asked)).writing;
  const sides = await writing({ part: [ids[1]!, ids[0]!, foreign] });
  expect(sides?.parts.map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(sides?.beside.map(({ id }) => id)).toEqual([near]);
  const looked = await writing({ part: ids[0]!, words: "vestiaire" });
  expect(looked).toMatchObject({ parts: [{ id: ids[0] }], beside: [{ id: far }] });
  const plainly = await writing({ part: ids[0]!, words: "CLE vestiaire" });
  expect(plainly?.beside.map(({ id }) => id)).toEqual([far]);
  expect((await writing({ part: ids }))?.parts).toHaveLength(8);
  for (const nothing of [{ part: [] }, { part: "x" }, { part: foreign }]) {
    expect(await writing(nothing)).toBeUndefined();
  }
  const sentence = "Des pauses";
  expect(code(await offer({ slug, ids, sentence }))).toBe("proposal-merge-two");
  must(await offer({ slug, ids: ids.slice(0, 8), sentence }));
  // What waits for its authors is put beside nothing else.
  expect((await writing({ part: [near, ids[0]!] }))?.parts).toMatchObject([{ id: near }]);
});

it("leaves all as they are where one would rather keep theirs", async () => {
  const { ana, bo, ...given } = await two();
  const { mergeId } = must(await offer(given));
  must(await answer(ana, mergeId, true));
  must(await answer(bo, mergeId, false));
  expect(code(await answer(ana, mergeId, true))).toBe("wrong-phase");
  const { rows } = await world.pool.query("SELECT state FROM proposal WHERE id = ANY($1::uuid[])", [
    given.ids,
  ]);
  expect(rows).toEqual([{ state: "open" }, { state: "open" }]);
  expect(code(await offer(given))).toBe("ok");
});

it("leaves all as they are where one left the cooperative, or does not answer in time", async () => {
  const { pool, feature, at } = world;
  const { ana, bo, ...given } = await two();
  const { mergeId } = must(await offer(given));
  must(await answer(ana, mergeId, true));
  // Erased from the register, with what was theirs: nobody agrees in their place.
  await pool.query("DELETE FROM proposal_person WHERE person_id = $1", [bo.personId]);
  must(await answer(ana, mergeId, true));
  const state = async () => {
    const { rows } = await pool.query<{ state: string }>(
      "SELECT state FROM proposal_merge WHERE id = $1",
      [mergeId],
    );
    return rows[0]?.state;
  };
  expect(await state()).toBe("open");
  expect(code(await offer({ ...given, ids: given.ids }))).toBe("proposal-merge-open");
  const before = at.now;
  at.now = new Date("2026-03-21T09:00:00Z");
  expect(code(await answer(ana, mergeId, true))).toBe("wrong-phase");
  await feature.proposals.lapse();
  expect(await state()).toBe("lapsed");
  at.now = before;
  expect(code(await offer(given))).toBe("proposal-without-author");
});

type Begun = { id: string; sentence: string; city: string; parts: Map<string, string> };
type Given = { author: PersonActor; supporters: PersonActor[]; city: string };

async function begin(editionId: string, given: readonly Given[]): Promise<Begun[]> {
  const begun: Begun[] = [];
  for (const [at, { author, supporters, city }] of given.entries()) {
    const sentence = `Une idée ${at}`;
    const id = await world.addProposal({ editionId, author, city, sentence });
    await world.pool.query(
      `INSERT INTO proposal_person SELECT $1, unnest($2::uuid[]), 'supporter'
       ON CONFLICT DO NOTHING`,
      [id, supporters.map(({ personId }) => personId)],
    );
    await world.pool.query("INSERT INTO proposal_source VALUES ($1, 'workshop', $2, $2)", [
      id,
      `Atelier ${at}`,
    ]);
    begun.push({ id, sentence, city, parts: await partsBehind(id) });
  }
  return begun;
}

/** Joins what each step picks among those that are open; tells where each first one went. */
async function join(slug: string, begun: readonly Begun[], plan: readonly number[][]) {
  let open = begun.map(({ id }) => id);
  const goesOn = new Map(open.map((id) => [id, id]));
  for (const [at, picks] of plan.entries()) {
    const ids = [...new Set(picks.map((pick) => open[pick % open.length]!))];
    if (ids.length < 2) continue;
    const { mergeId } = must(await offer({ slug, ids, sentence: `Ensemble ${at}` }));
    for (const actor of world.workers) await answer(actor, mergeId, true);
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT result_id AS id FROM proposal_merge WHERE id = $1 AND state = 'done'",
      [mergeId],
    );
    const into = rows[0]!.id;
    open = [...open.filter((id) => !ids.includes(id)), into];
    for (const [first, now] of goesOn) if (ids.includes(now)) goesOn.set(first, into);
  }
  return { open, goesOn };
}

async function expectAllKept(into: string, from: readonly Begun[]): Promise<void> {
  const parts = await partsBehind(into);
  expect(new Set(parts.keys())).toEqual(new Set(from.flatMap((one) => [...one.parts.keys()])));
  for (const [person, part] of parts) {
    const wrote = from.some((one) => one.parts.get(person) === "author");
    expect(part).toBe(wrote ? "author" : "supporter");
  }
  const { rows } = await world.pool.query<{ cities: string[] }>(
    "SELECT also_cities || city AS cities FROM proposal WHERE id = $1",
    [into],
  );
  const cities = from.map(({ city }) => city).filter(Boolean);
  expect(rows[0]!.cities).toEqual(expect.arrayContaining(cities));
  const sources = (await sourcesOf(world.pool, [into])).get(into) ?? [];
  expect(sources.map(({ label }) => label).sort()).toEqual(
    from.map(({ sentence }) => `Atelier ${sentence.at(-1)}`).sort(),
  );
}

it("loses nobody, no wording and nothing of where it came from, over any sequence of merges", async () => {
  const { workers } = world;
  const behind = fc.record({
    author: fc.constantFrom(...workers),
    supporters: fc.subarray(workers),
    city: fc.constantFrom("", "gent", "bruxelles"),
  });
  const begins = fc.array(behind, { minLength: 2, maxLength: 5 });
  const steps = fc.array(fc.array(fc.nat({ max: 9 }), { minLength: 2, maxLength: 3 }), {
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(begins, steps, async (given, plan) => {
      const { id: editionId, slug } = await world.addEdition();
      const begun = await begin(editionId, given);
      const { open, goesOn } = await join(slug, begun, plan);
      for (const into of open) {
        await expectAllKept(
          into,
          begun.filter(({ id }) => goesOn.get(id) === into),
        );
      }
      // Every first wording is still there as it was, with those who were behind it.
      for (const { id, sentence, parts } of begun) {
        const read = { slug, language: "fr", code: id } as const;
        const page = must(await world.feature.proposals.proposal(workers[0]!, read));
        expect(page.original.sentence).toBe(sentence);
        expect(await partsBehind(id)).toEqual(parts);
      }
    }),
    { numRuns: 12 },
  );
});
