import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { TalkRoomView } from "#wire/lab-talk.ts";
import { catchUpOf } from "#server/features/smartlab/work/catch-up.ts";
import { code } from "../live-session/session.ts";
import { createLabWorld, type LabWorld } from "./lab-world.ts";

let world: LabWorld;
beforeAll(async () => {
  world = await createLabWorld();
});
afterAll(() => world.close());

async function begin(actor: PersonActor, title: string): Promise<string> {
  const fields = { labId: world.lab.id, title, text: `${title}, un premier mot` };
  return (await world.done<{ threadId: string }>(actor, "lab.thread-begin", fields)).threadId;
}

async function listOf(actor: PersonActor) {
  const list = await world.feature.threads(actor, { slug: world.lab.slug, page: 1 });
  if (!list.ok) throw new Error(list.refusal.code);
  return list.value.talk;
}

async function open(actor: PersonActor, threadId: string) {
  const page = await world.feature.thread(actor, { slug: world.lab.slug, threadId });
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.talk;
}

const isUnread = async (actor: PersonActor, threadId: string) =>
  (await listOf(actor)).threads.find(({ id }) => id === threadId)?.unread === true;

async function roomView(): Promise<TalkRoomView> {
  const client = await world.pool.connect();
  const view = await world.feature.talkRooms.view(client, world.lab.id, "group");
  client.release();
  return view as unknown as TalkRoomView;
}

describe("what is new in a conversation", () => {
  it("is what others said since one last read, and only for oneself", async () => {
    const { ana, bo, initiator } = world.people;
    const threadId = await begin(ana, "Le lieu");
    expect(await isUnread(ana, threadId)).toBe(false);
    expect(await isUnread(bo, threadId)).toBe(true);

    const first = await open(bo, threadId);
    expect(first.readUntil).toBeLessThan(first.posts[0]!.at);
    expect(await isUnread(bo, threadId)).toBe(false);
    expect(await isUnread(initiator, threadId)).toBe(true);
    expect((await open(bo, threadId)).readUntil).toBe(first.posts[0]!.at);

    await world.done(bo, "lab.post-write", { threadId, text: "Chez moi" });
    expect(await isUnread(bo, threadId)).toBe(false);
    expect(await isUnread(ana, threadId)).toBe(true);
  });

  it("is nothing that was said before one came", async () => {
    const { ana, stranger } = world.people;
    const threadId = await begin(ana, "Avant");
    await world.pool.query(
      `INSERT INTO lab_person (lab_id, person_id, standing, role, interested_at, joined_at, since)
       VALUES ($1, $2, 'joined', 'member', now(), now() + interval '1 second', now())`,
      [world.lab.id, stranger.personId],
    );
    expect(await isUnread(stranger, threadId)).toBe(false);
    await world.pool.query("DELETE FROM lab_person WHERE person_id = $1", [stranger.personId]);
  });

  it("is no edit, and nothing that was taken back", async () => {
    const { ana, bo } = world.people;
    const threadId = await begin(ana, "Repris");
    const [post] = (await open(bo, threadId)).posts;
    await world.done(ana, "lab.post-edit", { postId: post?.id, text: "Mieux dit" });
    expect(await isUnread(bo, threadId)).toBe(false);
    await world.done(ana, "lab.post-write", { threadId, text: "Oubliez cela" });
    expect(await isUnread(bo, threadId)).toBe(true);
    const [, late] = (await open(ana, threadId)).posts;
    await world.done(ana, "lab.post-delete", { postId: late?.id });
    expect(await isUnread(bo, threadId)).toBe(false);
  });
});

describe("the room of a group's talk", () => {
  it("tells that something moved, and never what was said", async () => {
    const { ana } = world.people;
    const threadId = await begin(ana, "Discret");
    const before = await roomView();
    expect(before.revision).toBe((await listOf(ana)).revision);
    expect(before.threads[threadId]).toBe((await open(ana, threadId)).revision);

    await world.done(ana, "lab.post-write", { threadId, text: "Un secret du groupe" });
    const [, said] = (await open(ana, threadId)).posts;
    await world.done(ana, "lab.post-edit", { postId: said?.id, text: "Un autre secret" });
    await world.done(ana, "lab.post-delete", { postId: said?.id });
    const after = await roomView();
    expect(after.threads[threadId]).toBe((before.threads[threadId] ?? 0) + 3);
    expect(after.revision).toBe(before.revision + 3);
    expect(JSON.stringify(after)).not.toMatch(/secret|Discret/);
  });

  it("is open to the group alone", async () => {
    const { bo, stranger } = world.people;
    const { talkRooms } = world.feature;
    expect(code(await talkRooms.authorise(bo, world.lab.id, "group"))).toBe("ok");
    for (const actor of [stranger, { kind: "anonymous" as const }]) {
      const answer = code(await talkRooms.authorise(actor, world.lab.id, "group"));
      expect(answer).toBe(actor.kind === "person" ? "lab-people-only" : "not-signed-in");
    }
  });
});

describe("a message", () => {
  it("is kept sign for sign, whatever it holds", async () => {
    const { ana, bo } = world.people;
    const threadId = await begin(ana, "Signes");
    const words = [
      '<script>alert("x")</script><img src=x onerror=alert(1)>',
      "مرحبا بالجميع \u202eنص مقلوب\u202c et la suite",
      "🧑🏽‍🌾".repeat(200),
    ];
    for (const text of words) await world.done(ana, "lab.post-write", { threadId, text });
    const posts = (await open(bo, threadId)).posts.map(({ text }) => text);
    expect(posts.slice(1)).toEqual(words);
  });

  it("is refused where it is too long, empty, or cannot be kept", async () => {
    const { ana } = world.people;
    const threadId = await begin(ana, "Limites");
    for (const text of ["x".repeat(10_000), "  \n ", "a\0b"]) {
      await expect(world.run(ana, "lab.post-write", { threadId, text })).rejects.toThrow();
    }
    const title = "y".repeat(10_000);
    const thread = { labId: world.lab.id, title, text: "x" };
    await expect(world.run(ana, "lab.thread-begin", thread)).rejects.toThrow();
    expect((await open(ana, threadId)).posts).toHaveLength(1);
  });
});

describe("who comes later", () => {
  it("finds what was decided, until they have met the group", async () => {
    const { ana, bo, initiator, support } = world.people;
    const { lab, pool, done } = world;
    const { decisionId } = await done<{ decisionId: string }>(ana, "lab.decision-propose", {
      labId: lab.id,
      title: "Où se voir",
      text: "On se voit à Mons.",
      way: "consent",
    });
    await done(ana, "lab.decision-call", { decisionId });
    for (const actor of [ana, bo, initiator, support]) {
      const stance = { decisionId, version: 1, stance: "consent", reason: "" };
      await done(actor, "lab.decision-stance", stance);
    }
    await done(ana, "lab.decision-adopt", { decisionId, version: 1 });
    await done(ana, "lab.charter-write", { labId: lab.id, number: 0, text: "À l’heure." });
    const vote = await done<{ decisionId: string }>(ana, "lab.decision-propose", {
      labId: lab.id,
      title: "Quel jour",
      text: "Quel jour ?",
      way: "approval",
      choices: "Mardi\nJeudi",
    });
    await done(ana, "lab.decision-vote", { decisionId: vote.decisionId, options: ["1"] });
    const of = (actor: PersonActor) => catchUpOf(pool, lab.id, actor.personId);
    expect((await of(bo)).decisions.map(({ title }) => title)).toEqual(["Où se voir"]);
    await done(initiator, "lab.decision-count", { decisionId: vote.decisionId });

    const known = await of(bo);
    expect(known).toMatchObject({ newcomer: false, charter: { agreed: false } });
    expect(known.decisions).toMatchObject([
      {
        title: "Quel jour",
        options: ["Mardi", "Jeudi"],
        outcome: { kind: "chosen", options: [1] },
      },
      { title: "Où se voir", text: "On se voit à Mons." },
    ]);

    const { rows } = await pool.query<{ id: string }>(
      `INSERT INTO lab_meeting (lab_id, starts_at, ends_at)
       VALUES ($1, now() - interval '9 days', now() - interval '8 days') RETURNING id`,
      [lab.id],
    );
    expect((await of(bo)).newcomer).toBe(true);
    await pool.query(
      `INSERT INTO lab_attendance (meeting_id, person_id, state, marked_by, at)
       VALUES ($1, $2, 'present', $2, now())`,
      [rows[0]?.id, bo.personId],
    );
    expect((await of(bo)).newcomer).toBe(false);
  });
});
