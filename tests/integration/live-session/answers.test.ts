import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
beforeAll(async () => {
  session = await createTestSession(40);
});
afterAll(() => session.close());

let nextMember = 0;
const somebody = () => session.member(nextMember++);

const inDays = (days: number) => dayInBrussels(new Date(Date.now() + days * 86_400_000));

async function queued(): Promise<string> {
  const questionId = await session.published(somebody());
  await session.run(session.bureau.moderator, "question.queue", { questionId, on: true });
  return questionId;
}

async function queue(): Promise<string[]> {
  const { questions } = await session.view("screen");
  return Object.values(questions)
    .filter((question) => question.state === "queued")
    .sort((a, b) => (a.queuePlace ?? 0) - (b.queuePlace ?? 0))
    .map((question) => question.id);
}

async function emptyQueue(): Promise<void> {
  for (const questionId of await queue()) {
    await session.run(session.bureau.moderator, "question.queue", { questionId, on: false });
  }
}

describe("the queue", () => {
  it("keeps its places without holes, whoever leaves or moves", async () => {
    await emptyQueue();
    const [first, second, third] = [await queued(), await queued(), await queued()];
    const { moderator } = session.bureau;
    const move = (questionId: string, direction: "up" | "down") =>
      session.run(moderator, "question.move", { questionId, direction });
    expect(await queue()).toEqual([first, second, third]);
    await move(third, "up");
    expect(await queue()).toEqual([first, third, second]);
    await move(first, "down");
    expect(await queue()).toEqual([third, first, second]);
    expect(code(await move(third, "up"))).toBe("ok");
    expect(await queue()).toEqual([third, first, second]);
    await session.run(moderator, "question.queue", { questionId: first, on: false });
    const { questions } = await session.view("member");
    expect([third, second].map((id) => questions[id]?.queuePlace)).toEqual([1, 2]);
    expect(questions[first]).toMatchObject({ state: "published" });
    expect(questions[first]?.queuePlace).toBeUndefined();
    expect(code(await move(first, "up"))).toBe("changed-meanwhile");
  });

  it("loses none and doubles none when two moderators queue at once", async () => {
    await emptyQueue();
    const ids = await Promise.all(Array.from({ length: 6 }, () => session.published(somebody())));
    const { moderator, second } = session.bureau;
    await Promise.all(
      ids.map((questionId, index) =>
        session.run(index % 2 ? moderator : second, "question.queue", { questionId, on: true }),
      ),
    );
    expect([...(await queue())].sort()).toEqual([...ids].sort());
    const { questions } = await session.view("chair");
    expect(ids.map((id) => questions[id]?.queuePlace).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("asking and answering", () => {
  it("puts the question asked before back at the head of the queue", async () => {
    await emptyQueue();
    const [first, second, third] = [await queued(), await queued(), await queued()];
    const { chair } = session.bureau;
    await session.run(chair, "question.ask", { questionId: first });
    expect((await session.view("screen")).askedQuestionId).toBe(first);
    expect(code(await session.run(chair, "question.ask", { questionId: first }))).toBe(
      "changed-meanwhile",
    );
    await session.run(chair, "question.ask", { questionId: third });
    expect((await session.view("screen")).askedQuestionId).toBe(third);
    expect(await queue()).toEqual([first, second]);
  });

  it("is the chair's to ask and the secretary's to note", async () => {
    const questionId = await queued();
    const { chair, secretary, moderator } = session.bureau;
    const answer = { questionId, answer: "La réponse donnée en séance." };
    expect(code(await session.run(moderator, "question.ask", { questionId }))).toBe("not-allowed");
    expect(code(await session.run(secretary, "question.ask", { questionId }))).toBe("not-allowed");
    expect(code(await session.run(chair, "question.ask", { questionId }))).toBe("ok");
    expect(code(await session.run(chair, "question.answer", answer))).toBe("not-allowed");
    expect(code(await session.run(secretary, "question.answer", answer))).toBe("ok");
    const view = await session.view("member");
    expect(view.askedQuestionId).toBeUndefined();
    expect(view.questions[questionId]).toMatchObject({
      state: "answered_oral",
      answer: answer.answer,
    });
  });

  it("lets the asker alone say that it was no answer; then it can be owed and written", async () => {
    const author = somebody();
    const questionId = await session.published(author);
    const { secretary, chair } = session.bureau;
    await session.run(chair, "question.ask", { questionId });
    await session.run(secretary, "question.answer", { questionId, answer: "Une esquive." });
    const contest = { questionId, notAnswered: true };
    expect(code(await session.run(somebody(), "question.contest", contest))).toBe("not-allowed");
    expect(code(await session.run(author, "question.contest", contest))).toBe("ok");
    expect((await session.view("member")).questions[questionId]?.contested).toBe(true);

    const owe = (dueOn: string) =>
      session.run(secretary, "question.owe", { questionId, owner: "La direction", dueOn });
    expect(code(await owe(inDays(31)))).toBe("bad-input");
    expect(code(await owe(inDays(-1)))).toBe("bad-input");
    expect(code(await owe(inDays(30)))).toBe("ok");
    expect((await session.view("member")).questions[questionId]).toMatchObject({
      state: "owed_written",
      answerOwner: "La direction",
      answerDueOn: inDays(30),
    });
    const written = { questionId, answer: "La réponse écrite." };
    expect(code(await session.run(secretary, "question.answer-written", written))).toBe("ok");
    const { rows } = await session.pool.query<{ to: string }>(
      `SELECT "to" FROM question_move WHERE question_id = $1 ORDER BY at, id`,
      [questionId],
    );
    expect(rows.map((row) => row.to)).toEqual([
      "published",
      "asked",
      "answered_oral",
      "owed_written",
      "answered_written",
    ]);
  });

  it("finds published questions that say the same, in the same language", async () => {
    const text = "Pourquoi les frais de gestion ont-ils augmenté de 6,5 % à 7 % cette année ?";
    const questionId = await session.published(somebody(), { text });
    const similar = async (language: string, words: string) => {
      const payload = { assemblyId: session.assembly.id, language, text: words };
      const result = await session.run(somebody(), "question.similar", payload);
      return result.ok ? (result.value as { questions: { id: string }[] }).questions : [];
    };
    expect(await similar("fr", "Pourquoi avez-vous augmenté les frais de gestion ?")).toMatchObject(
      [{ id: questionId, text, language: "fr" }],
    );
    expect(await similar("nl", "Pourquoi avez-vous augmenté les frais de gestion ?")).toEqual([]);
  });
});
