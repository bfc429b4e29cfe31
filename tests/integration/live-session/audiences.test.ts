import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionAudience } from "#wire/protocol.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { SharedAudience } from "#server/features/live-session/session-view.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
const ids = { waiting: "", refused: "", hidden: "", named: "", withdrawn: "", held: "" };
let decisionId: string;
let counted: string;

beforeAll(async () => {
  session = await createTestSession(20);
  const { moderator } = session.bureau;
  ids.waiting = await session.ask(session.member(0), { text: "Une question qui attend." });
  ids.held = await session.ask(session.member(1), { text: "Une question retenue." });
  await session.run(moderator, "question.hold", { questionId: ids.held, note: "" });
  ids.refused = await session.ask(session.member(2), { text: "Un texte refusé." });
  const refusal = { questionId: ids.refused, reason: "insult", note: "Pas de la sorte." };
  await session.run(moderator, "question.refuse", refusal);
  ids.hidden = await session.published(session.member(3), { nameHidden: true });
  ids.named = await session.published(session.member(4));
  ids.withdrawn = await session.ask(session.member(5), { text: "Une question retirée." });
  await session.run(session.member(5), "question.withdraw", { questionId: ids.withdrawn });

  decisionId = await createDecision(session.pool, session.assembly);
  await session.pool.query(
    `INSERT INTO ballot (decision_id, elector_id, option_id, receipt, cast_at)
     VALUES ($1, $2, 'against', 'AAAA-BBBB', now())`,
    [decisionId, session.member(0).personId],
  );
  counted = await createDecision(session.pool, session.assembly);
  await session.pool.query("UPDATE decision SET phase = 'counted' WHERE id = $1", [counted]);
  await session.pool.query(
    `INSERT INTO tally (decision_id, report, ballots_hash, counted_at)
     VALUES ($1, '{"secretCount": 7}', '', now())`,
    [counted],
  );
});
afterAll(() => session.close());

function sorted(...wanted: string[]): string[] {
  return wanted.sort();
}

function holdsNoNull(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== "object" || Object.values(value).every(holdsNoNull);
}

async function publicSight(audience: SharedAudience): Promise<SessionView> {
  const view = await session.view(audience);
  expect(Object.keys(view.questions).sort()).toEqual(sorted(ids.hidden, ids.named));
  expect(view.questions[ids.hidden]?.author).toBeUndefined();
  expect(view.questions[ids.named]?.author).toBe(session.member(4).name);
  const text = JSON.stringify(view);
  for (const secret of ["refusé", "attend.", "retenue", "retirée", "de la sorte", "nameHidden"]) {
    expect(text).not.toContain(secret);
  }
  expect(text).not.toContain(session.member(3).personId);
  expect(view.decisions[decisionId]).toMatchObject({ phase: "open", cast: 1 });
  expect(text).not.toContain("against");
  expect(holdsNoNull(view)).toBe(true);
  return view;
}

describe("what each audience is told", () => {
  it("members: what was published, no hidden name, no running count", async () => {
    const view = await publicSight("member");
    expect(view.decisions[counted]?.report).toBeUndefined();
    expect(view.moderation).toEqual({ refused: { insult: 1 }, merged: 0, statutoryOpen: 0 });
  });

  it("the screen: the same, and nothing of a count before it is published", async () => {
    const view = await publicSight("screen");
    expect(view.decisions[counted]?.report).toBeUndefined();
  });

  it("the chair: the same, and a count as soon as it is there", async () => {
    const view = await publicSight("chair");
    expect(view.decisions[counted]?.report).toEqual({ secretCount: 7 });
  });

  it("moderators: what waits, what was refused, and who hides their name", async () => {
    const view = await session.view("moderator");
    expect(Object.keys(view.questions).sort()).toEqual(
      sorted(ids.waiting, ids.held, ids.refused, ids.hidden, ids.named),
    );
    expect(view.questions[ids.hidden]).toMatchObject({
      author: session.member(3).name,
      nameHidden: true,
    });
    expect(view.questions[ids.waiting]?.waitingSince).toBeGreaterThan(Date.now() - 3_600_000);
    expect(view.questions[ids.named]?.waitingSince).toBeUndefined();
    expect(view.decisions[counted]?.report).toBeUndefined();
    expect(holdsNoNull(view)).toBe(true);
  });

  it("one person: their own questions, supports, electors and receipts, never a choice", async () => {
    const own = await session.mine(session.member(0));
    expect(Object.keys(own.questions)).toEqual([ids.waiting]);
    expect(own.electors).toEqual({
      [session.member(0).personId]: { name: session.member(0).name, self: true },
    });
    expect(own.ballots).toEqual({
      [decisionId]: { [session.member(0).personId]: { revision: 1, receipt: "AAAA-BBBB" } },
    });
    expect(JSON.stringify(own)).not.toContain("against");
    expect(holdsNoNull(own)).toBe(true);
    expect((await session.mine(session.member(1))).ballots).toEqual({});
  });
});

describe("the doors of the rooms", () => {
  it.each<[SessionAudience, string[]]>([
    ["member", ["chair", "secretary", "moderator", "organiser", "member"]],
    ["mine", ["chair", "secretary", "moderator", "organiser", "member"]],
    ["moderator", ["moderator"]],
    ["chair", ["chair", "secretary"]],
    ["screen", ["chair", "secretary", "moderator", "organiser"]],
  ])("%s lets in %j", async (audience, expected) => {
    const { chair, secretary, moderator, organiser } = session.bureau;
    const people = { chair, secretary, moderator, organiser, member: session.member(0) };
    const allowed: string[] = [];
    for (const [name, actor] of Object.entries(people)) {
      const result = await session.feature.rooms.authorise(actor, session.assembly.id, audience);
      if (result.ok) allowed.push(name);
      else expect(code(result)).toBe("not-allowed");
    }
    expect(allowed).toEqual(expected);
    const nobody = { kind: "anonymous" } as const;
    const shut = await session.feature.rooms.authorise(nobody, session.assembly.id, audience);
    expect(code(shut)).toBe("not-signed-in");
  });

  it("opens on no assembly that does not exist", async () => {
    const { authorise } = session.feature.rooms;
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(code(await authorise(session.member(0), unknown, "member"))).toBe("unknown-room");
    expect(code(await authorise(session.member(0), session.assembly.id, "everything"))).toBe(
      "unknown-room",
    );
  });

  it("are the doors of the pages too", async () => {
    const { slug } = session.assembly;
    const { page, moderationLog } = session.feature;
    const member = await page(session.member(0), slug, "member");
    expect(member.ok && member.value.view.assembly.slug).toBe(slug);
    expect(member.ok && Object.keys(member.value.mine.questions)).toEqual([ids.waiting]);
    expect(code(await page(session.member(0), slug, "moderator"))).toBe("not-allowed");
    expect(code(await page({ kind: "anonymous" }, slug, "member"))).toBe("not-signed-in");
    expect(code(await page(session.member(0), "nowhere", "member"))).toBe("not-found");
    expect(await moderationLog({ kind: "anonymous" }, session.assembly.id)).toMatchObject({
      ok: true,
      value: { states: { refused: 1, held: 1, published: 2 }, refused: { insult: 1 } },
    });
  });
});
