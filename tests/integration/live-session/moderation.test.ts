import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
beforeAll(async () => {
  session = await createTestSession(60);
});
afterAll(() => session.close());

// Every test asks as somebody else: three questions of one person may wait at once.
let nextMember = 0;
const somebody = () => session.member(nextMember++);

async function stateOf(questionId: string): Promise<string | undefined> {
  const { rows } = await session.pool.query<{ state: string }>(
    "SELECT state FROM question WHERE id = $1",
    [questionId],
  );
  return rows[0]?.state;
}

async function journalOf(questionId: string) {
  const { rows } = await session.pool.query<{ from: string; to: string; reason: string }>(
    `SELECT "from", "to", reason FROM question_move WHERE question_id = $1 ORDER BY at, id`,
    [questionId],
  );
  return rows;
}

describe("writing a question", () => {
  it("is received, about the current item, and its author alone is told", async () => {
    const author = somebody();
    const id = await session.ask(author);
    await session.platform.outbox.drain();
    expect(await stateOf(id)).toBe("received");
    const mine = (await session.mine(author)).questions[id];
    expect(mine).toMatchObject({ state: "received", editable: true });
    expect(mine?.itemId).toBe(session.assembly.itemId);
    expect(session.said.at(-1)?.persons).toEqual([author.personId]);
  });

  it("happens once however often its command comes", async () => {
    const author = somebody();
    const command = randomUUID();
    const write = () =>
      session.run(author, "question.write", writing({ text: "Deux fois la même ?" }), command);
    expect(await write()).toEqual({ ok: true, value: { questionId: command } });
    expect(await write()).toEqual({ ok: true, value: { questionId: command } });
    expect(code(await session.run(somebody(), "question.write", writing(), command))).toBe(
      "bad-input",
    );
    expect(Object.keys((await session.mine(author)).questions)).toEqual([command]);
  });

  it("stops at three that wait on one item, even all at once", async () => {
    const author = somebody();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => session.run(author, "question.write", writing())),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(3);
    expect(results.map(code).filter((found) => found === "too-many-questions")).toHaveLength(5);
  });

  it("is refused while the box is closed, and for an item of another assembly", async () => {
    const { chair } = session.bureau;
    const open = (value: boolean) =>
      session.run(chair, "questions.open", { assemblyId: session.assembly.id, open: value });
    await open(false);
    expect(code(await session.run(somebody(), "question.write", writing()))).toBe(
      "questions-closed",
    );
    await open(true);
    const elsewhere = writing({ itemId: randomUUID() });
    expect(code(await session.run(somebody(), "question.write", elsewhere))).toBe("not-found");
  });

  it("can be edited and withdrawn by its author alone, until a moderator acts", async () => {
    const author = somebody();
    const id = await session.ask(author);
    const edit = { questionId: id, text: "Autrement dit, pourquoi ?", nameHidden: true };
    expect(code(await session.run(somebody(), "question.edit", edit))).toBe("not-allowed");
    expect(code(await session.run(author, "question.edit", edit))).toBe("ok");
    const { moderator } = session.bureau;
    await session.run(moderator, "question.hold", { questionId: id, note: "à revoir" });
    expect(code(await session.run(author, "question.edit", edit))).toBe("already-seen");
    expect(code(await session.run(author, "question.withdraw", { questionId: id }))).toBe(
      "already-seen",
    );
    const other = await session.ask(author);
    await session.run(author, "question.withdraw", { questionId: other });
    expect(await stateOf(other)).toBe("withdrawn");
  });
});

describe("who may do what", () => {
  it.each([
    ["question.publish", {}],
    ["question.hold", { note: "" }],
    ["question.refuse", { reason: "spam", note: "" }],
    ["question.merge", { intoId: "another" }],
    ["question.queue", { on: true }],
    ["question.move", { direction: "up" }],
    ["question.ask", {}],
    ["question.answer", { answer: "Oui." }],
    ["question.owe", { owner: "La direction", dueOn: inDays(10) }],
    ["question.answer-written", { answer: "Oui." }],
  ])("%s is refused to members and to the organiser", async (type, more) => {
    const questionId = await session.published(somebody());
    const payload: object =
      "intoId" in more ? { intoId: await session.published(somebody()), questionId } : more;
    for (const actor of [somebody(), session.bureau.organiser]) {
      expect(code(await session.run(actor, type, { questionId, ...payload }))).toBe("not-allowed");
    }
    expect(await stateOf(questionId)).toBe("published");
  });

  it("finds no question that does not exist", async () => {
    const { moderator } = session.bureau;
    const questionId = randomUUID();
    expect(code(await session.run(moderator, "question.publish", { questionId }))).toBe(
      "not-found",
    );
  });
});

describe("moderating", () => {
  it("gives numbers without holes or twins under concurrent publishing", async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => session.ask(somebody())));
    const { moderator, second } = session.bureau;
    const results = await Promise.all(
      ids.flatMap((questionId) =>
        [moderator, second].map((actor) => session.run(actor, "question.publish", { questionId })),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(20);
    expect(new Set(results.map(code))).toEqual(new Set(["ok", "changed-meanwhile"]));
    const { rows } = await session.pool.query<{ number: number }>(
      "SELECT number FROM question WHERE number IS NOT NULL ORDER BY number",
    );
    expect(rows.map((row) => row.number)).toEqual(rows.map((_, index) => index + 1));
  });

  it("lets one of two moderators decide at the same moment", async () => {
    const questionId = await session.ask(somebody());
    const { moderator, second } = session.bureau;
    // Neither act has a place after the other one, whichever comes first.
    const results = await Promise.all([
      session.run(moderator, "question.refuse", { questionId, reason: "off-topic", note: "" }),
      session.run(second, "question.refuse", { questionId, reason: "spam", note: "" }),
    ]);
    expect(results.map(code).sort()).toEqual(["changed-meanwhile", "ok"]);
    expect(await journalOf(questionId)).toHaveLength(1);
  });

  it("refuses with a reason, which the author reads and the public counts", async () => {
    const author = somebody();
    const questionId = await session.ask(author);
    const refusal = { questionId, reason: "individual-file", note: "Écrivez à votre conseiller." };
    await session.run(session.bureau.moderator, "question.refuse", refusal);
    expect((await session.mine(author)).questions[questionId]).toMatchObject({
      state: "refused",
      refusalReason: "individual-file",
      refusalNote: "Écrivez à votre conseiller.",
      editable: false,
    });
    const { moderation } = await session.view("member");
    expect(moderation.refused["individual-file"]).toBe(1);
    expect(await journalOf(questionId)).toEqual([
      { from: "received", to: "refused", reason: "individual-file" },
    ]);
  });

  it("merges, tells the author, and carries each voice over once", async () => {
    const [author, both, one] = [somebody(), somebody(), somebody()];
    const intoId = await session.published(somebody());
    const questionId = await session.published(author);
    const support = (actor: typeof both, id: string) =>
      session.run(actor, "question.support", { questionId: id, on: true });
    await support(both, intoId);
    await support(both, questionId);
    await support(one, questionId);
    const merge = { questionId, intoId };
    expect(code(await session.run(session.bureau.moderator, "question.merge", merge))).toBe("ok");
    const { questions } = await session.view("member");
    expect(questions[intoId]?.supports).toBe(2);
    expect(questions[questionId]).toMatchObject({ state: "merged", mergedIntoId: intoId });
    expect((await session.mine(author)).questions[questionId]?.mergedIntoId).toBe(intoId);
    expect((await session.mine(one)).supports[intoId]).toBe(true);
    const itself = { questionId: intoId, intoId };
    expect(code(await session.run(session.bureau.moderator, "question.merge", itself))).toBe(
      "bad-input",
    );
  });
});

function writing(more: object = {}) {
  return {
    assemblyId: session.assembly.id,
    kind: "open",
    language: "fr",
    text: "Pourquoi les frais augmentent-ils ?",
    nameHidden: false,
    ...more,
  };
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
