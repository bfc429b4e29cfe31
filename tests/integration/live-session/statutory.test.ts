import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGuests } from "../../support/register.ts";
import { actorOf, code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
beforeAll(async () => {
  session = await createTestSession(10);
});
afterAll(() => session.close());

let nextMember = 0;
const somebody = () => session.member(nextMember++);

async function stateOf(questionId: string): Promise<string | undefined> {
  return (await session.view("moderator")).questions[questionId]?.state;
}

describe("a statutory question", () => {
  it("is a member's right; a guest's becomes open", async () => {
    const [guest] = await createGuests(session.pool, 1);
    const actor = await actorOf(session.pool, guest?.id ?? "");
    const open = await session.ask(actor, { kind: "statutory" });
    expect((await session.mine(actor)).questions[open]?.kind).toBe("open");
    const member = somebody();
    const statutory = await session.ask(member, { kind: "statutory" });
    expect((await session.mine(member)).questions[statutory]?.kind).toBe("statutory");
  });

  it("is taken in writing until the day that the statutes say, and in the meeting in any case", async () => {
    const { pool, assembly } = session;
    const author = somebody();
    const ask = (kind: string) =>
      session.run(author, "question.write", {
        assemblyId: assembly.id,
        kind,
        language: "fr",
        text: "Pourquoi la réserve est-elle passée au double en un an ?",
        nameHidden: false,
      });
    const meets = (day: string, phase: string) =>
      pool.query(`UPDATE assembly SET phase = $2::"AssemblyPhase", day = ${day} WHERE id = $1`, [
        assembly.id,
        phase,
      ]);
    await pool.query(
      `UPDATE statute_profile SET values = jsonb_set(values, '{questionDeadlineDays,value}', '6')`,
    );
    await meets("current_date + 3", "convened");
    expect(code(await ask("statutory"))).toBe("statutory-deadline");
    expect(code(await ask("open"))).toBe("ok");
    await meets("current_date + 8", "convened");
    expect(code(await ask("statutory"))).toBe("ok");
    await meets("current_date", "live");
    expect(code(await ask("statutory"))).toBe("ok");
  });

  it("is refused by two moderators on a legal ground only, and the first only proposes", async () => {
    const author = somebody();
    const questionId = await session.ask(author, { kind: "statutory" });
    const { moderator, second } = session.bureau;
    const refuse = (actor: typeof moderator, reason: string, note = "Secret des affaires.") =>
      session.run(actor, "question.refuse", { questionId, reason, note });
    expect(code(await refuse(moderator, "off-topic"))).toBe("statutory-protected");
    expect(code(await refuse(moderator, "legal-harm", ""))).toBe("reason-required");
    expect(code(await refuse(moderator, "legal-harm"))).toBe("ok");
    expect(await stateOf(questionId)).toBe("received");
    expect((await session.view("moderator")).questions[questionId]?.refusalProposed).toBe(true);
    expect((await session.mine(author)).questions[questionId]?.refusalReason).toBeUndefined();
    expect(code(await refuse(moderator, "legal-harm"))).toBe("two-moderators-required");
    expect(code(await refuse(second, "legal-harm"))).toBe("ok");
    expect(await stateOf(questionId)).toBe("refused");
  });

  it("is not merged into one that can be buried, and shows to the chair while it waits", async () => {
    const { moderator } = session.bureau;
    const questionId = await session.ask(somebody(), { kind: "statutory" });
    const intoId = await session.published(somebody());
    expect(code(await session.run(moderator, "question.merge", { questionId, intoId }))).toBe(
      "statutory-protected",
    );
    expect((await session.view("chair")).questions[questionId]?.state).toBe("received");
    expect((await session.view("member")).questions[questionId]).toBeUndefined();
  });
});
