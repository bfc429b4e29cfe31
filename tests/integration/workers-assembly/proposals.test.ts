import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { ProposalPage, WallPage } from "#wire/proposal-pages.ts";
import { frozenList, unreviewed } from "#server/features/workers-assembly/proposals/frozen.ts";
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

const words = (sentence: string, more: object = {}) => ({
  ...{ kind: "demand", theme, city: "bruxelles", language: "fr", sentence },
  paragraph: "Pour que chacune et chacun sache avant de signer.",
  ...more,
});

const propose = (actor: PersonActor, slug: string, sentence: string, more: object = {}) =>
  world.done<{ id: string }>(actor, "proposal.propose", {
    slug,
    seen: "on",
    ...words(sentence, more),
  });

async function wallFor(actor: PersonActor, slug: string, asked = {}): Promise<WallPage> {
  return must(await world.feature.proposals.wall(actor, { slug, language: "fr", asked }));
}
async function pageFor(actor: PersonActor, slug: string, id: string): Promise<ProposalPage> {
  return must(await world.feature.proposals.proposal(actor, { slug, language: "fr", code: id }));
}

it("takes a proposal from those whom the campaign asks, and from nobody of the employer's side", async () => {
  const { run, edition, workers, organiser, director, adviser, observer, first } = world;
  const proposal = { slug: edition.slug, seen: "on", ...words("Un préavis pour chaque mission") };
  for (const actor of [organiser, director, adviser]) {
    expect(code(await run(actor, "proposal.propose", proposal))).toBe("proposal-employer-side");
  }
  expect(code(await run(observer, "proposal.propose", proposal))).toBe("proposal-observer");
  expect(code(await run(first, "proposal.propose", { ...proposal, theme: "nowhere" }))).toBe(
    "bad-input",
  );
  expect(code(await run(workers[0]!, "proposal.propose", proposal))).toBe("ok");
  const { proposals } = await wallFor(director, edition.slug);
  expect(proposals).toMatchObject([{ sentence: "Un préavis pour chaque mission" }]);
  expect(JSON.stringify(proposals)).not.toContain(workers[0]!.personId);
});

it("shows what resembles a text before it is proposed, in another language through its review", async () => {
  const { run, done, addEdition, workers, first, second, feature } = world;
  const { slug } = await addEdition();
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const { id } = await propose(ana, slug, "Payer les répétitions comme les représentations");
  const again = words("Payer chaque répétition comme une représentation");
  expect(code(await run(bo, "proposal.propose", { slug, ...again }))).toBe("proposal-similar");
  expect(code(await run(bo, "proposal.propose", { slug, seen: "on", ...again }))).toBe("ok");

  const dutch = { language: "nl", text: "Repetities betalen zoals voorstellingen" };
  const alike = () => feature.proposals.similar(slug, dutch);
  expect(await alike()).toEqual([]);
  const read = {
    ...{ proposalId: id, language: "nl", paragraph: "Hetzelfde dagtarief." },
    sentence: "Repetities betalen zoals voorstellingen",
  };
  const text = { ...read, revision: 0 };
  await done(ana, "proposal.translate", text);
  expect(await alike()).toEqual([]);
  expect(code(await run(bo, "proposal.review", read))).toBe("not-allowed");
  await done(first, "proposal.translate", text);
  expect(code(await run(first, "proposal.review", read))).toBe("survey-own-words");
  expect(code(await run(second, "proposal.review", { ...read, sentence: "Iets anders" }))).toBe(
    "changed-meanwhile",
  );
  await done(second, "proposal.review", read);
  expect(await alike()).toMatchObject([{ id }]);
});

it("counts supporters, and tells how many once the list is frozen alone", async () => {
  const { run, done, addEdition, workers, first, director } = world;
  const { id: editionId, slug } = await addEdition();
  const [ana, bo, cleo] = workers as [PersonActor, PersonActor, PersonActor];
  const { id } = await propose(ana, slug, "Un repos de onze heures");
  for (const actor of [bo, bo, cleo]) await done(actor, "proposal.support", { proposalId: id });
  await done(cleo, "proposal.unsupport", { proposalId: id });
  expect(code(await run(director, "proposal.support", { proposalId: id }))).toBe(
    "proposal-employer-side",
  );
  for (const actor of [ana, bo, first, director]) {
    expect((await pageFor(actor, slug, id)).proposal).not.toHaveProperty("supports");
  }
  expect((await pageFor(bo, slug, id)).proposal.mine).toBe("supporter");
  const { hash } = await done<{ hash: string }>(first, "proposal.freeze", { slug });
  expect((await pageFor(director, slug, "P01")).proposal).toMatchObject({ id, supports: 1 });
  expect(await frozenList(world.pool, editionId)).toMatchObject([{ id, number: 1 }]);
  const file = await world.feature.proposals.list(slug);
  expect(createHash("sha256").update(file!).digest("hex")).toBe(hash);
});

it("changes nothing once the list is frozen, by no act and by no statement", async () => {
  const { run, done, addEdition, workers, first, pool } = world;
  const { id: editionId, slug } = await addEdition();
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const { id } = await propose(ana, slug, "Une prime de nuit");
  await propose(bo, slug, "Un local pour les pauses");
  expect(code(await run(ana, "proposal.freeze", { slug }))).toBe("not-allowed");
  await done(first, "proposal.freeze", { slug });
  const change = { proposalId: id, revision: 0, ...words("Une prime de jour") };
  for (const [type, payload] of [
    ["proposal.change", change],
    ["proposal.withdraw", { proposalId: id }],
    ["proposal.support", { proposalId: id }],
    ["proposal.unsupport", { proposalId: id }],
    ["proposal.propose", { slug, seen: "on", ...words("Encore une") }],
  ] as const) {
    expect(code(await run(ana, type, payload))).toBe("proposal-frozen");
  }
  expect(code(await run(first, "proposal.freeze", { slug }))).toBe("proposal-frozen");
  await expect(
    pool.query("UPDATE proposal SET sentence = 'Autre chose' WHERE id = $1", [id]),
  ).rejects.toThrow("frozen");
  // Texts are still rendered and reviewed: what lacks is told to the vote.
  expect(await unreviewed(pool, editionId)).toHaveLength(2);
});

it("keeps every version, and lets only who wrote it alone change or withdraw it", async () => {
  const { run, done, addEdition, workers } = world;
  const { slug } = await addEdition();
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const { id } = await propose(ana, slug, "Un vestiaire");
  const change = { proposalId: id, revision: 0, ...words("Un vestiaire fermé à clé") };
  expect(code(await run(bo, "proposal.change", change))).toBe("not-allowed");
  await done(ana, "proposal.change", change);
  expect(code(await run(ana, "proposal.change", change))).toBe("changed-meanwhile");
  const page = await pageFor(bo, slug, id);
  expect(page.proposal.sentence).toBe("Un vestiaire fermé à clé");
  expect(page.versions).toMatchObject([{ revision: 0, sentence: "Un vestiaire" }]);
  expect(code(await run(bo, "proposal.withdraw", { proposalId: id }))).toBe("not-allowed");
  await done(ana, "proposal.withdraw", { proposalId: id });
  expect((await wallFor(bo, slug)).total).toBe(0);
});

it("hangs the wall in another order for each reader, and finds by what one looks for", async () => {
  const { addEdition, workers, addProposal, first } = world;
  const { id: editionId, slug } = await addEdition();
  for (let at = 0; at < 12; at += 1) {
    const city = at % 2 === 0 ? "gent" : "bruxelles";
    await addProposal({ editionId, author: first, city, sentence: `Idée numéro ${at} à l’été` });
  }
  const order = async (actor: PersonActor) =>
    (await wallFor(actor, slug)).proposals.map(({ id }) => id);
  const [ana, bo] = workers as [PersonActor, PersonActor];
  expect(await order(ana)).toEqual(await order(ana));
  expect(await order(ana)).not.toEqual(await order(bo));
  expect((await wallFor(ana, slug, { city: "gent" })).total).toBe(6);
  expect((await wallFor(ana, slug, { words: "NUMERO ete" })).total).toBe(12);
  expect((await wallFor(ana, slug, { words: "numéro 7" })).total).toBe(1);
  expect((await wallFor(ana, slug, { kind: "nonsense", page: "x" })).total).toBe(12);
  await addProposal({
    editionId,
    author: first,
    sentence: "Être au cœur de l’Œuvre, weiß auf Weiß",
  });
  expect((await wallFor(ana, slug, { words: "ETRE coeur œuvre weiss" })).total).toBe(1);
});

it("asks authors something without telling the coordination who they are", async () => {
  const { run, done, addEdition, workers, first, pool } = world;
  const { slug } = await addEdition();
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const { id } = await propose(ana, slug, "Une cantine");
  expect(code(await run(bo, "proposal.ask-authors", { proposalId: id, question: "Où ?" }))).toBe(
    "not-allowed",
  );
  await done(first, "proposal.ask-authors", { proposalId: id, question: "Dans quelle ville ?" });
  const { rows } = await pool.query("SELECT kind FROM notice WHERE person_id = $1", [ana.personId]);
  expect(rows).toContainEqual({ kind: "proposal-question" });
  const [question] = (await pageFor(ana, slug, id)).questions;
  expect((await pageFor(bo, slug, id)).questions).toEqual([]);
  const answer = { questionId: question!.id, answer: "À Gand." };
  expect(code(await run(bo, "proposal.answer-question", answer))).toBe("not-allowed");
  await done(ana, "proposal.answer-question", answer);
  const desk = must(await world.feature.proposals.desk(first, slug, {}));
  expect(desk.answered).toMatchObject([{ question: "Dans quelle ville ?", answer: "À Gand." }]);
  expect(JSON.stringify(desk)).not.toContain(ana.personId);
});

it("compares all in a job that says how far it is, and keeps what a person judged", async () => {
  const { run, done, addEdition, addProposal, workers, first, feature, pool } = world;
  const { id: editionId, slug } = await addEdition();
  const [ana, bo] = workers as [PersonActor, PersonActor];
  const said = [
    "Payer les répétitions des spectacles",
    "Payer toutes les répétitions des spectacles",
  ];
  const [a, b] = await Promise.all(
    said.map((sentence, at) => addProposal({ editionId, author: at ? bo : ana, sentence })),
  );
  await addProposal({ editionId, author: ana, sentence: "Une cuisine au bureau de Gand" });
  const desk = async () => must(await feature.proposals.desk(first, slug, {}));
  const compare = () =>
    feature.jobs["proposals.compare"]!(
      { workersAssemblyId: editionId },
      { progress: () => Promise.resolve() },
    );
  expect(code(await run(ana, "proposal.compare", { slug }))).toBe("not-allowed");
  await done(first, "proposal.compare", { slug });
  expect((await desk()).search).toMatchObject({ state: "waiting", done: 0, total: 3 });
  await compare();
  const after = await desk();
  expect(after.search).toMatchObject({ state: "done", done: 3, total: 3, found: 1 });
  expect(after.pairs.map((pair) => [pair.a.id, pair.b.id].sort())).toEqual([[a, b].sort()]);
  await done(first, "proposal.judge-pair", { slug, a, b, verdict: "dismissed" });
  await done(first, "proposal.compare", { slug });
  await compare();
  expect((await desk()).pairs).toEqual([]);
  const { rows } = await pool.query("SELECT state FROM proposal_pair WHERE a_id = ANY($1)", [
    [a, b],
  ]);
  expect(rows).toEqual([{ state: "dismissed" }]);
});
