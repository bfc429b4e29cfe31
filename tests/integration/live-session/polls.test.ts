import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

const MEMBERS = 40;

let session: TestSession;
let assemblyId: string;

beforeAll(async () => {
  session = await createTestSession(MEMBERS);
  assemblyId = session.assembly.id;
});
afterAll(() => session.close());

const run = async (actor: PersonActor, type: string, payload: object, id?: string) =>
  code(await session.run(actor, type, payload, id));

async function openPoll(more: object): Promise<string> {
  const { chair } = session.bureau;
  const made = await session.run(chair, "poll.create", {
    assemblyId,
    kind: "single",
    liveResults: false,
    fr: "Par quoi commencer ?",
    optionsFr: "Les comptes\nLe projet",
    ...more,
  });
  if (!made.ok) throw new Error(made.refusal.code);
  const { pollId } = made.value as { pollId: string };
  expect(await run(chair, "poll.open", { pollId })).toBe("ok");
  return pollId;
}
const answer = (at: number, pollId: string, more: object, id?: string) =>
  run(session.member(at), "poll.answer", { pollId, ...more }, id);
const pollOf = async (pollId: string, audience: "member" | "chair" | "moderator" = "member") =>
  (await session.view(audience)).polls[pollId];

describe("a poll", () => {
  it("is prepared by the bureau alone and seen by members once it is open", async () => {
    const { chair } = session.bureau;
    const draft = { assemblyId, kind: "hands", liveResults: false, nl: "Pauze?" };
    expect(await run(session.member(0), "poll.create", draft)).toBe("not-allowed");
    expect(await run(chair, "poll.create", { ...draft, kind: "single" })).toBe("poll-incomplete");
    const made = await session.run(chair, "poll.create", draft);
    const { pollId } = (made as { value: { pollId: string } }).value;
    expect(await pollOf(pollId)).toBeUndefined();
    expect(await answer(0, pollId, { options: ["yes"] })).toBe("not-found");
    expect(await pollOf(pollId, "chair")).toMatchObject({ state: "draft" });
    expect(await run(chair, "poll.open", { pollId })).toBe("ok");
    expect(await run(chair, "poll.open", { pollId })).toBe("changed-meanwhile");
    expect(await pollOf(pollId)).toMatchObject({ state: "open", answers: 0 });
    expect(await run(chair, "poll.delete", { pollId })).toBe("changed-meanwhile");
  });

  it("counts a crowd exactly: one answer a person, the last one", async () => {
    const pollId = await openPoll({});
    const everybody = Array.from({ length: MEMBERS }, (_, at) => at);
    const first = await Promise.all(everybody.map((at) => answer(at, pollId, { options: ["o1"] })));
    expect(new Set(first)).toEqual(new Set(["ok"]));
    await Promise.all(
      everybody.filter((at) => at % 4 === 0).map((at) => answer(at, pollId, { options: ["o2"] })),
    );
    // A repeat of an acknowledged command has no second effect.
    const command = randomUUID();
    expect(await answer(1, pollId, { options: ["o2"] }, command)).toBe("ok");
    expect(await answer(1, pollId, { options: ["o1"] })).toBe("ok");
    expect(await answer(1, pollId, { options: ["o2"] }, command)).toBe("ok");

    const open = await pollOf(pollId, "chair");
    expect(open).toMatchObject({ answers: MEMBERS });
    // Hidden until it closes and somebody shows it, from the chair too.
    expect(open?.counts).toBeUndefined();
    expect((await session.mine(session.member(4))).pollAnswers).toEqual({ [pollId]: ["o2"] });

    await run(session.bureau.chair, "poll.close", { pollId });
    expect((await pollOf(pollId))?.counts).toBeUndefined();
    await run(session.bureau.moderator, "poll.show", { pollId, on: true });
    expect((await pollOf(pollId))?.counts).toEqual({ o1: 30, o2: 10 });
    expect(await answer(0, pollId, { options: ["o1"] })).toBe("poll-closed");
  });

  it("forgets whose an answer was when it closes", async () => {
    const pollId = await openPoll({});
    await answer(3, pollId, { options: ["o1"] });
    await run(session.bureau.chair, "poll.close", { pollId });
    const { rows } = await session.pool.query<{ key: unknown; voter: string }>(
      "SELECT p.key, a.voter FROM poll p JOIN poll_answer a ON a.poll_id = p.id WHERE p.id = $1",
      [pollId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).toBeNull();
    expect(rows[0]?.voter).not.toContain(session.member(3).personId);
    expect((await session.mine(session.member(3))).pollAnswers).toEqual({});
  });

  it("shows words once a moderator has read them, and only words that were given", async () => {
    const pollId = await openPoll({ kind: "words", liveResults: true, optionsFr: undefined });
    await answer(0, pollId, { words: "Solidarité, travail" });
    await answer(1, pollId, { words: "solidarité !" });
    expect(await answer(2, pollId, { words: "a, b, c, d" })).toBe("bad-input");
    expect((await pollOf(pollId))?.counts).toEqual({});
    expect((await pollOf(pollId))?.pending).toBeUndefined();
    expect((await pollOf(pollId, "moderator"))?.pending).toEqual({ solidarité: 2, travail: 1 });
    const { moderator } = session.bureau;
    const word = (text: string, on: boolean) =>
      run(moderator, "poll.word", { pollId, word: text, on });
    expect(await word("solidarité", true)).toBe("ok");
    expect(await word("travail", false)).toBe("ok");
    expect(await word("jamais dit", true)).toBe("not-found");
    expect(await run(session.member(0), "poll.word", { pollId, word: "travail", on: true })).toBe(
      "not-allowed",
    );
    expect((await pollOf(pollId))?.counts).toEqual({ solidarité: 2 });
    expect((await pollOf(pollId, "chair"))?.hidden).toEqual({ travail: 1 });
  });
});

describe("reactions", () => {
  const given = async () => (await session.view("member")).reactions.given;

  it("are sums of nobody in particular, one a second each, while the chair lets them", async () => {
    const give = (at: number) =>
      run(session.member(at), "reaction.give", { assemblyId, sign: "applause" });
    await give(0);
    await pause(700);
    expect(await given()).toEqual({});
    await run(session.bureau.chair, "reactions.open", { assemblyId, open: true });
    const all = Array.from({ length: 10 }, (_, at) => at + 1);
    await Promise.all([...all, ...all].map(give));
    await expect.poll(given, { timeout: 5_000 }).toEqual({ applause: 10 });
  });
});
