import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localTime } from "#domain/kernel/local-time.ts";
import { labWorkHome } from "#server/features/smartlab/work/home.ts";
import { code } from "../live-session/session.ts";
import { createLabWorld, type LabWorld } from "./lab-world.ts";

const DAY_MS = 86_400_000;

let world: LabWorld;
beforeAll(async () => {
  world = await createLabWorld();
});
afterAll(() => world.close());

function valueOf<T>(result: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("the discussion", () => {
  it("tells each once a day, calls who is named, and lets authors take words back", async () => {
    const { lab, people, done, run, feature, toldTo } = world;
    const fields = { labId: lab.id, title: "Le lieu", text: "On va où ? @Bo une idée ?" };
    const { threadId } = await done<{ threadId: string }>(people.ana, "lab.thread-begin", fields);
    for (const text of ["À Mons", "Ou à Liège"]) {
      await done(people.ana, "lab.post-write", { threadId, text });
    }
    expect(await toldTo(people.initiator)).toEqual(["lab-talk"]);
    expect((await toldTo(people.bo)).sort()).toEqual(["lab-mention", "lab-talk"]);
    expect(await toldTo(people.ana)).toEqual([]);

    const read = async () =>
      valueOf(await feature.thread(people.bo, { slug: lab.slug, threadId })).talk.posts;
    const [first, second] = await read();
    expect(first).toMatchObject({ by: "Ana Moreau", mine: false, callsMe: true });
    const edit = { postId: second?.id, text: "À Namur" };
    expect(code(await run(people.bo, "lab.post-edit", edit))).toBe("not-allowed");
    await done(people.ana, "lab.post-edit", edit);
    expect(code(await run(people.bo, "lab.post-delete", { postId: first?.id }))).toBe(
      "not-allowed",
    );
    await done(people.ana, "lab.post-delete", { postId: first?.id });
    const [gone, edited] = await read();
    expect(gone).toMatchObject({ text: "", deleted: true });
    expect(edited).toMatchObject({ text: "À Namur", edited: true });
  });

  it("is the group's alone", async () => {
    const { lab, people, run, feature } = world;
    const { slug } = lab;
    const fields = { labId: lab.id, title: "x", text: "x" };
    expect(code(await run(people.stranger, "lab.thread-begin", fields))).toBe("lab-people-only");
    const pages = await Promise.all([
      feature.threads(people.stranger, { slug, page: 1 }),
      feature.tasks(people.stranger, slug),
      feature.decisions(people.stranger, slug),
      feature.dates(people.stranger, slug),
      feature.charter(people.stranger, slug),
    ]);
    expect(pages.map(code)).toEqual(pages.map(() => "lab-people-only"));
    expect(code(await feature.tasks({ kind: "anonymous" }, slug))).toBe("not-signed-in");
  });
});

it("gives tasks to people of the group, who find them at home until they are done", async () => {
  const { lab, people, platform, done, run, feature, toldTo } = world;
  const task = { labId: lab.id, title: "Réserver la salle", ownerId: people.bo.personId };
  const stranger = { ...task, ownerId: people.stranger.personId };
  expect(code(await run(people.ana, "lab.task-add", stranger))).toBe("bad-input");
  await done(people.ana, "lab.task-add", { ...task, dueOn: "2020-01-31" });
  expect(await toldTo(people.bo)).toContain("lab-task-given");
  const home = () => labWorkHome(platform, { actor: people.bo, language: "fr" });
  const waiting = (await home()).find(({ title }) => title === "Réserver la salle");
  expect(waiting).toMatchObject({ part: "waits", pressing: true, detail: "Métiers du bois" });

  const [listed] = valueOf(await feature.tasks(people.bo, lab.slug)).tasks;
  expect(listed).toMatchObject({ mine: true, dueOn: "2020-01-31", owner: { name: "Bo Jansen" } });
  await done(people.bo, "lab.task-done", { taskId: listed?.id, on: true });
  expect((await home()).filter(({ key }) => key.startsWith("lab-task"))).toEqual([]);
});

describe("decisions", () => {
  it("by consent take objections up in a new version before they hold", async () => {
    const { lab, people, done, run, feature, toldTo } = world;
    const { ana, bo, initiator, support } = people;
    const { decisionId } = await done<{ decisionId: string }>(ana, "lab.decision-propose", {
      labId: lab.id,
      title: "Cotisation",
      text: "Dix euros par an.",
      way: "consent",
    });
    const stance = (version: number, said: string, reason = "") => ({
      decisionId,
      version,
      stance: said,
      reason,
    });
    await done(bo, "lab.decision-question", { decisionId, text: "Pour quoi faire ?" });
    expect(code(await run(bo, "lab.decision-stance", stance(1, "consent")))).toBe("wrong-phase");
    expect(code(await run(bo, "lab.decision-call", { decisionId }))).toBe("not-allowed");
    await done(ana, "lab.decision-call", { decisionId });
    for (const actor of [ana, initiator, support]) {
      await done(actor, "lab.decision-stance", stance(1, "consent"));
    }
    await done(bo, "lab.decision-stance", stance(1, "objection", "Trop cher pour certain·es"));
    const adopt = (version: number) => run(ana, "lab.decision-adopt", { decisionId, version });
    expect(code(await adopt(1))).toBe("lab-still-objected");

    const amended = { decisionId, version: 1, text: "Ce que chacun·e peut." };
    await done(ana, "lab.decision-amend", amended);
    expect(code(await run(bo, "lab.decision-stance", stance(1, "consent")))).toBe(
      "changed-meanwhile",
    );
    expect(code(await adopt(2))).toBe("lab-agreement-missing");
    for (const actor of [ana, bo]) await done(actor, "lab.decision-stance", stance(2, "consent"));
    await done(initiator, "lab.decision-stance", stance(2, "aside"));
    expect(code(await adopt(2))).toBe("ok");
    const { page } = valueOf(await feature.decision(bo, { slug: lab.slug, decisionId }));
    expect(page).toMatchObject({ text: "Ce que chacun·e peut.", decision: { phase: "adopted" } });
    expect(page.earlier[0]?.objections[0]?.reason).toBe("Trop cher pour certain·es");
    expect(await toldTo(bo)).toContain("lab-decision-adopted");
  });

  it("by a vote are named, changed until the count, and shown after it", async () => {
    const { lab, people, done, run, feature } = world;
    const { ana, bo, initiator } = people;
    const propose = { labId: lab.id, title: "Où ?", text: "Où ?", way: "approval" };
    const bad = { ...propose, choices: "Mons" };
    await expect(run(ana, "lab.decision-propose", bad)).rejects.toThrow();
    const { decisionId } = await done<{ decisionId: string }>(ana, "lab.decision-propose", {
      ...propose,
      choices: "Mons\nLiège\r\nEn ligne\n",
    });
    const vote = (options: string[]) => ({ decisionId, options });
    await done(bo, "lab.decision-vote", vote(["0"]));
    await done(bo, "lab.decision-vote", vote(["1", "2"]));
    await done(ana, "lab.decision-vote", vote(["1"]));
    expect(code(await run(initiator, "lab.decision-vote", vote(["7"])))).toBe("unknown-option");
    const read = async () =>
      valueOf(await feature.decision(initiator, { slug: lab.slug, decisionId })).page.vote;
    expect(await read()).toEqual({ cast: 2, people: 4 });
    await done(initiator, "lab.decision-count", { decisionId });
    expect(await read()).toMatchObject({
      outcome: { kind: "chosen", options: [1] },
      ballots: [
        { name: "Ana Moreau", options: ["1"] },
        { name: "Bo Jansen", options: ["1", "2"] },
      ],
    });
    expect(code(await run(bo, "lab.decision-vote", vote(["0"])))).toBe("vote-not-open");
  });
});

it("finds a date, which becomes a meeting once, and tells everybody", async () => {
  const { lab, people, pool, done, run, feature, toldTo } = world;
  const { ana, bo, support } = people;
  const inDays = (days: number) => localTime(new Date(Date.now() + days * DAY_MS));
  const ask = { labId: lab.id, title: "Visite", lasts: "90", starts: { 1: inDays(3), 2: "" } };
  const past = { ...ask, starts: { 1: inDays(-3) } };
  expect(code(await run(ana, "lab.dates-ask", past))).toBe("bad-input");
  await done(ana, "lab.dates-ask", { ...ask, starts: { 1: inDays(3), 2: inDays(4), 3: "" } });
  const read = async () => valueOf(await feature.dates(bo, lab.slug));
  const [poll] = (await read()).polls;
  if (!poll) throw new Error("no poll");
  const [first, second] = poll.options;
  expect(first && first.endsAt - first.startsAt).toBe(90 * 60_000);
  const answers = { [first!.id]: "no", [second!.id]: "if-needed" };
  await done(bo, "lab.dates-answer", { pollId: poll.id, answers });
  await done(bo, "lab.dates-answer", {
    pollId: poll.id,
    answers: { ...answers, [second!.id]: "yes" },
  });
  expect((await read()).polls[0]?.options[1]).toMatchObject({ mine: "yes", counts: { yes: 1 } });
  expect((await read()).mayChoose).toEqual([]);

  const choose = { pollId: poll.id, optionId: second!.id };
  expect(code(await run(bo, "lab.dates-choose", choose))).toBe("not-allowed");
  await Promise.all([ana, support].map((actor) => done(actor, "lab.dates-choose", choose)));
  const { rows } = await pool.query(
    "SELECT title FROM lab_meeting WHERE lab_id = $1 AND title = 'Visite'",
    [lab.id],
  );
  expect(rows).toHaveLength(1);
  expect(await toldTo(bo)).toEqual(expect.arrayContaining(["lab-dates-asked", "lab-date-chosen"]));
});

it("agrees on a charter, each for themselves, and anew with each version", async () => {
  const { lab, people, done, run, feature } = world;
  const { ana, bo } = people;
  const write = { labId: lab.id, number: 0, text: "À l’heure." };
  await done(ana, "lab.charter-write", write);
  expect(code(await run(bo, "lab.charter-write", write))).toBe("changed-meanwhile");
  await done(bo, "lab.charter-agree", { labId: lab.id, number: 1 });
  const read = async () => valueOf(await feature.charter(ana, lab.slug)).charter;
  expect(await read()).toMatchObject({ agreed: ["Ana Moreau", "Bo Jansen"], mine: true });
  await done(bo, "lab.charter-write", { ...write, number: 1, text: "À l’heure, et à l’écoute." });
  expect(await read()).toMatchObject({ number: 2, agreed: ["Bo Jansen"], mine: false });
  expect(code(await run(ana, "lab.charter-agree", { labId: lab.id, number: 1 }))).toBe(
    "changed-meanwhile",
  );
});

it("keeps files for the group, and shows those it makes public", async () => {
  const { lab, people, done, run, feature } = world;
  const { ana, bo, initiator, stranger } = people;
  const content = new TextEncoder().encode("Bonjour");
  const file = { labId: lab.id, title: "Notes", fileName: "notes.txt", content };
  expect(code(await feature.addDocument(stranger, file))).toBe("lab-people-only");
  expect(code(await feature.addDocument(ana, { ...file, fileName: "a.html" }))).toBe(
    "lab-file-kind",
  );
  expect(code(await feature.addDocument(ana, file))).toBe("ok");
  const [kept] = valueOf(await feature.documents(bo, lab.slug)).documents;
  const documentId = kept?.id ?? "";
  const get = (actor: typeof ana) => feature.document(actor, { slug: lab.slug, documentId });
  expect(code(await get(stranger))).toBe("not-found");
  const show = { documentId, visibility: "public" };
  expect(code(await run(ana, "lab.document-show", show))).toBe("not-allowed");
  await done(initiator, "lab.document-show", show);
  expect(valueOf(await get(stranger)).content.toString()).toBe("Bonjour");
  const [shown] = valueOf(await feature.documents(stranger, lab.slug)).documents;
  expect(shown).toMatchObject({ title: "Notes" });
  expect(shown?.by).toBeUndefined();
  expect(code(await run(bo, "lab.document-remove", { documentId }))).toBe("not-allowed");
  await done(ana, "lab.document-remove", { documentId });
  expect(code(await get(ana))).toBe("not-found");
});

it("lets everything be read and nothing changed once a lab is over", async () => {
  const { lab, people, pool, run, feature } = world;
  await pool.query("UPDATE lab SET state = 'closed' WHERE id = $1", [lab.id]);
  const task = { labId: lab.id, title: "Trop tard" };
  expect(code(await run(people.ana, "lab.task-add", task))).toBe("lab-over");
  const page = valueOf(await feature.tasks(people.ana, lab.slug));
  expect(page.lab).toMatchObject({ inside: true, rights: { work: false, lead: false } });
});
