import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { BURST_MS } from "#domain/live-session/rounds.ts";
import { finishBursts } from "#server/features/live-session/questions/finish-bursts.ts";
import { remindOwners } from "#server/features/live-session/questions/remind-owners.ts";
import { asCommand } from "#server/platform/command-context.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

let session: TestSession;
let nextMember: number;

beforeEach(async () => {
  session = await createTestSession(40);
  nextMember = 0;
  await arrange("two-phase");
});
afterEach(() => session.close());

const somebody = () => session.member(nextMember++);
const inAssembly = (more: object) => ({ assemblyId: session.assembly.id, ...more });

async function arrange(mode: string): Promise<void> {
  const result = await session.run(
    session.bureau.organiser,
    "questions.arrange",
    inAssembly({ mode, owner: "Direction", address: "direction@example.org", language: "nl" }),
  );
  expect(code(result)).toBe("ok");
}

const stage = (from: string, next: string, actor: PersonActor = session.bureau.chair) =>
  session.run(actor, "questions.stage", inAssembly({ from, next }));
const support = (actor: PersonActor, questionId: string) =>
  session.run(actor, "question.support", { questionId, on: true });

async function stateOf(questionId: string) {
  const { rows } = await session.pool.query<{ state: string; author: string | null }>(
    "SELECT state, author_id AS author FROM question WHERE id = $1",
    [questionId],
  );
  return rows[0];
}

async function toldTo(personId: string): Promise<string[]> {
  const { rows } = await session.pool.query<{ kind: string }>(
    "SELECT kind FROM notice WHERE person_id = $1 ORDER BY id",
    [personId],
  );
  return rows.map(({ kind }) => kind);
}

describe("a burst", () => {
  const move = (more: object) =>
    session.run(session.bureau.chair, "questions.stage", inAssembly(more));
  const early = { from: "burst", next: "shown" };
  const incidents = async () => Object.values((await session.view("chair")).stage.incidents);

  it("ends before the remote minute with a reason alone, which goes into the incident log", async () => {
    await session.published(somebody());
    await stage("collect", "burst");
    expect(code(await move(early))).toBe("not-heard-yet");
    expect(await incidents()).toEqual([]);
    expect(code(await move({ ...early, reason: "Le flux est coupé" }))).toBe("ok");
    expect(await incidents()).toMatchObject([{ act: "end-burst", what: "Le flux est coupé" }]);
    expect((await session.view("member")).questioning.stage).toBe("shown");
  });

  it("stands still with its session, and has what it lost afterwards", async () => {
    let now = Date.now();
    session.platform.clock.now = () => new Date(now);
    await session.published(somebody());
    await stage("collect", "burst");
    const before = (await session.view("member")).questioning.burst;
    await session.run(
      session.bureau.chair,
      "session.suspend",
      inAssembly({ kind: "room", reason: "Alarme incendie" }),
    );
    now += 2 * BURST_MS;
    await finishBursts(session.platform);
    await session.run(session.bureau.chair, "session.resume", inAssembly({}));
    const { stage: at, burst } = (await session.view("member")).questioning;
    expect(at).toBe("burst");
    expect(burst?.endsAt).toBe((before?.endsAt ?? 0) + 2 * BURST_MS);
  });
});

describe("a round in two phases", () => {
  it("collects in silence, shows everything in one burst without counts, then the counts", async () => {
    const id = await session.published(somebody());
    const statutory = await session.published(somebody(), { kind: "statutory" });
    expect(Object.keys((await session.view("member")).questions)).toEqual([statutory]);
    expect((await session.view("moderator")).questions[id]).toMatchObject({ silent: true });
    expect((await session.view("member")).questioning).toMatchObject({
      stage: "collect",
      silent: 1,
    });
    expect(code(await support(somebody(), id))).toBe("not-supportable");

    expect(code(await stage("collect", "merge"))).toBe("ok");
    expect((await session.view("member")).assembly.questionsOpen).toBe(false);
    expect(code(await stage("collect", "burst"))).toBe("changed-meanwhile");
    expect(code(await stage("merge", "burst", session.bureau.moderator))).toBe("not-allowed");
    expect(code(await stage("merge", "burst"))).toBe("ok");

    expect(code(await support(somebody(), id))).toBe("ok");
    const during = await session.view("member");
    expect(during.questions[id]).toBeDefined();
    expect(during.questions[id]?.supports).toBeUndefined();
    expect(during.questioning.burst).toMatchObject({ voices: 1 });
    for (const audience of ["moderator", "chair", "screen"] as const) {
      expect((await session.view(audience)).questions[id]?.supports).toBeUndefined();
    }
    const early = await stage("burst", "shown");
    expect(early).toMatchObject({ refusal: { code: "not-heard-yet" } });

    await session.pool.query("UPDATE question_round SET earliest_end = now() - interval '1 s'");
    expect(code(await stage("burst", "shown"))).toBe("ok");
    expect((await session.view("member")).questions[id]?.supports).toBe(1);
    expect(code(await support(somebody(), id))).toBe("support-closed");
  });

  it("ends by itself, and takes no voice after its last instant even before anybody ends it", async () => {
    const id = await session.published(somebody());
    await stage("collect", "burst");
    await session.pool.query("UPDATE question_round SET ends_at = now() - interval '1 s'");
    expect(code(await support(somebody(), id))).toBe("support-closed");
    await finishBursts(session.platform);
    expect((await session.view("member")).questioning).toMatchObject({ stage: "shown", round: 1 });
    expect(code(await stage("shown", "collect"))).toBe("ok");
    expect((await session.view("member")).questioning).toMatchObject({
      stage: "collect",
      round: 2,
    });
  });

  it("waits for the slowest stream, not for the stops of the tour", async () => {
    await session.published(somebody());
    const site = `INSERT INTO site (assembly_id, slug, kind, name, position, starts_at, ends_at, stream)
      VALUES ($1, $2, $3, 'Salle', 1, now(), now() + interval '1 hour', $4)`;
    const { id } = session.assembly;
    await session.pool.query(site, [
      id,
      "room",
      "main",
      { embed: "https://x.example", delay: 400 },
    ]);
    await session.pool.query(site, [id, "stop", "stop", { delay: 600 }]);
    await stage("collect", "burst");
    const { burst } = (await session.view("member")).questioning;
    expect((burst?.earliestEnd ?? 0) - (burst?.announcedAt ?? 0)).toBe(460_000);
    expect((burst?.endsAt ?? 0) - (burst?.announcedAt ?? 0)).toBeGreaterThan(BURST_MS);
  });

  it("has nothing to announce without a published question", async () => {
    expect(code(await stage("collect", "burst"))).toBe("nothing-to-draw");
  });
});

describe("the continuous mode", () => {
  it("hides a count until fifteen people have seen the question, each counted once", async () => {
    await arrange("continuous");
    const id = await session.published(somebody());
    const see = (actor: PersonActor) =>
      session.run(actor, "question.seen", inAssembly({ questionIds: [id, randomUUID()] }));
    const supporter = somebody();
    expect(code(await support(supporter, id))).toBe("ok");
    await see(supporter);
    const readers = Array.from({ length: 13 }, somebody);
    await Promise.all([...readers, ...readers].map(see));
    const question = async () => (await session.view("member")).questions[id];
    expect((await question())?.supports).toBeUndefined();
    expect(await question()).toMatchObject({ exposed: 3 });
    await see(somebody());
    expect(await question()).toMatchObject({ supports: 1, exposed: 4 });
  });
});

describe("a fair slot", () => {
  async function shownPool(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let at = 0; at < count; at++) {
      ids.push(await session.published(somebody(), { language: at % 3 === 0 ? "nl" : "fr" }));
    }
    await stage("collect", "burst");
    for (const id of ids.slice(0, 2)) await support(session.member(30), id);
    await session.pool.query("UPDATE question_round SET earliest_end = now() - interval '1 s'");
    await stage("burst", "shown");
    return ids;
  }
  const draw = (more: object = {}) =>
    session.run(session.bureau.chair, "questions.draw-slot", inAssembly(more));

  it("queues five with their reasons, published with all it takes to draw again", async () => {
    const ids = await shownPool(8);
    expect(code(await draw({ digits: "4 2 6" }))).toBe("ok");
    const view = await session.view("member");
    const queue = Object.values(view.questions)
      .filter(({ state }) => state === "queued")
      .sort((a, b) => (a.queuePlace ?? 0) - (b.queuePlace ?? 0));
    expect(queue.map(({ why }) => why?.rule)).toEqual([
      "support",
      "support",
      "language",
      expect.any(String),
      "draw",
    ]);
    expect(new Set(queue.slice(0, 2).map(({ id }) => id))).toEqual(new Set(ids.slice(0, 2)));
    expect(view.questioning.slot).toMatchObject({ number: 1, drawnIn: "room" });
    expect(view.questioning.slot?.seed).toMatch(/^PALABRE\|\d{4}-\d\d-\d\d\|1\|4 2 6$/u);

    expect(code(await draw())).toBe("slot-running");
    const { moderator, chair } = session.bureau;
    const [, second, third] = queue;
    const move = { questionId: second?.id, direction: "up" };
    expect(code(await session.run(moderator, "question.move", move))).toBe("fair-order");
    const ask = (more: object) =>
      session.run(chair, "question.ask", { questionId: third?.id, ...more });
    expect(code(await ask({}))).toBe("reason-required");
    expect(code(await ask({ reason: "L’intervenante part dans dix minutes." }))).toBe("ok");
    const asked = (await session.view("screen")).questions[third?.id ?? ""];
    expect(asked?.why).toEqual({ rule: "chair", reason: "L’intervenante part dans dix minutes." });

    const account = await session.feature.questions.account(
      { kind: "anonymous" },
      session.assembly.slug,
    );
    expect(account.ok && account.value.account.slots[0]).toMatchObject({
      number: 1,
      drawnIn: "room",
    });
    expect(account.ok && account.value.account.slots[0]?.pool).toHaveLength(8);
    expect(account.ok && account.value.account.slots[0]?.picks).toHaveLength(5);
  });

  it("is drawn once by two people at the same moment", async () => {
    await shownPool(7);
    const results = await Promise.all([draw(), draw()]);
    expect(results.map(code).sort()).toEqual(["ok", "slot-running"]);
    const { rows } = await session.pool.query("SELECT FROM question_slot");
    expect(rows).toHaveLength(1);
  });
});

describe("a name that is not stored", () => {
  it("is in no row, and its limit goes with the session", async () => {
    const author = somebody();
    const write = (command: string, more: object = {}) =>
      session.run(
        author,
        "question.write",
        inAssembly({
          kind: "open",
          language: "fr",
          text: "Pourquoi personne n’ose-t-il le demander ?",
          nameHidden: true,
          unstored: true,
          ...more,
        }),
        command,
      );
    const command = randomUUID();
    const first = await write(command);
    expect(first.ok).toBe(true);
    expect(await write(command)).toEqual(first);
    const { questionId } = (first.ok ? first.value : {}) as { questionId: string };
    expect(questionId).not.toBe(command);
    expect(await stateOf(questionId)).toEqual({ state: "received", author: null });
    expect(Object.keys((await session.mine(author)).questions)).toEqual([]);
    expect(code(await write(randomUUID()))).toBe("ok");
    expect(code(await write(randomUUID()))).toBe("ok");
    expect(code(await write(randomUUID()))).toBe("too-many-questions");
    expect(code(await write(randomUUID(), { kind: "statutory" }))).toBe("name-needed");

    // Nothing that is kept says both who and what.
    const { rows: tables } = await session.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
    );
    const known = ["person", "auth_session", "roll_entry", "membership_event", "role_grant"];
    for (const { name } of tables.filter((table) => !known.includes(table.name))) {
      const { rows } = await session.pool.query<{ row: string }>(
        `SELECT t::text AS row FROM "${name}" t`,
      );
      expect(
        rows.filter(({ row }) => row.includes(author.personId)),
        name,
      ).toEqual([]);
      expect(
        rows.filter(({ row }) => row.includes(command)),
        name,
      ).toEqual([]);
    }
    const { chair, moderator } = session.bureau;
    const moderated = await session.run(moderator, "question.publish", { questionId });
    expect(code(moderated)).toBe("ok");
    expect(code(await session.run(chair, "session.close", inAssembly({})))).toBe("ok");
    const { rows: left } = await session.pool.query(
      "SELECT FROM question_limit_key UNION ALL SELECT FROM question_allowance",
    );
    expect(left).toHaveLength(0);
  });
});

describe("an appeal", () => {
  async function refusedQuestion(author: PersonActor) {
    const questionId = await session.ask(author);
    const { moderator } = session.bureau;
    await session.run(moderator, "question.refuse", { questionId, reason: "off-topic", note: "" });
    return questionId;
  }
  const judge = (actor: PersonActor, questionId: string, outcome: string) =>
    session.run(actor, "question.judge-appeal", {
      questionId,
      outcome,
      note: "Elle est du sujet.",
    });

  it("goes to somebody else than the moderator; upheld, the question is published", async () => {
    const author = somebody();
    const questionId = await refusedQuestion(author);
    const { moderator, second, chair } = session.bureau;
    const words = "Elle porte sur le point 1.";
    expect(code(await session.run(somebody(), "question.appeal", { questionId, words }))).toBe(
      "not-allowed",
    );
    expect(code(await session.run(author, "question.appeal", { questionId, words }))).toBe("ok");
    expect(code(await session.run(author, "question.appeal", { questionId, words }))).toBe(
      "changed-meanwhile",
    );
    const cases = await session.feature.questions.appeals(moderator, session.assembly.id);
    expect(cases).toMatchObject([{ id: questionId, partial: true }]);
    expect(code(await judge(moderator, questionId, "upheld"))).toBe("not-impartial");
    expect(code(await judge(chair, questionId, "upheld"))).toBe("not-allowed");
    expect(code(await judge(second, questionId, "upheld"))).toBe("ok");
    expect(await stateOf(questionId)).toMatchObject({ state: "published" });
    const mine = (await session.mine(author)).questions[questionId];
    expect(mine?.appeal).toMatchObject({ outcome: "upheld", note: "Elle est du sujet." });
    expect((await session.view("member")).questioning.appeals).toEqual({
      waiting: 0,
      upheld: 1,
      rejected: 0,
    });
  });

  it("rejected, leaves the question where it was; its author is told each time", async () => {
    const author = somebody();
    await session.pool.query("UPDATE person SET email = $2, language = 'fr' WHERE id = $1", [
      author.personId,
      "asker@example.org",
    ]);
    const questionId = await refusedQuestion(author);
    await session.run(author, "question.appeal", { questionId, words: "Relisez." });
    expect(code(await judge(session.bureau.second, questionId, "rejected"))).toBe("ok");
    expect(await stateOf(questionId)).toMatchObject({ state: "refused" });
    expect(await toldTo(author.personId)).toEqual(["question-refused", "appeal-rejected"]);
  });

  it("tells within the very transaction that writes the receipt of a live command", async () => {
    const author = somebody();
    const address = "UPDATE person SET email = $2 WHERE id = $1";
    await session.pool.query(address, [author.personId, "other@example.org"]);
    const questionId = await session.ask(author);
    const { moderator } = session.bureau;
    const command = { id: randomUUID(), personId: moderator.personId };
    const refusal = { questionId, reason: "spam", note: "" };
    const result = await asCommand(command, () =>
      session.run(moderator, "question.refuse", refusal),
    );
    expect(code(result)).toBe("ok");
    const { rows } = await session.pool.query("SELECT FROM command_receipt WHERE id = $1", [
      command.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(await toldTo(author.personId)).toHaveLength(1);
  });

  it("upheld after the session, the question is owed an answer", async () => {
    const author = somebody();
    const questionId = await refusedQuestion(author);
    const { chair, second } = session.bureau;
    await session.run(chair, "session.close", inAssembly({}));
    await session.run(author, "question.appeal", { questionId, words: "Relisez." });
    expect(code(await judge(second, questionId, "upheld"))).toBe("ok");
    expect(await stateOf(questionId)).toMatchObject({ state: "owed_written" });
  });
});

describe("merging", () => {
  it("takes along what was merged before, and says for whom the question speaks", async () => {
    await arrange("simple");
    const [a, b, c] = [
      await session.published(somebody()),
      await session.published(somebody(), { language: "nl" }),
      await session.published(somebody(), { language: "de" }),
    ];
    const merge = (questionId: string, intoId: string) =>
      session.run(session.bureau.moderator, "question.merge", { questionId, intoId });
    await merge(a, b);
    await merge(b, c);
    const { questions } = await session.view("member");
    expect(questions[a]?.mergedIntoId).toBe(c);
    expect(questions[c]?.group).toEqual({ count: 2, places: ["online"], languages: ["fr", "nl"] });
  });
});

describe("what somebody said on paper", () => {
  const enter = (more: object, actor = session.bureau.moderator) =>
    session.run(
      actor,
      "question.write-for",
      inAssembly({
        kind: "open",
        language: "nl",
        text: "Wanneer komt het antwoord?",
        nameHidden: true,
        ...more,
      }),
    );

  it("is entered for a member who is found, or for nobody; statutory for a member alone", async () => {
    const asker = somebody();
    await session.pool.query("UPDATE person SET register_no = 'R-77' WHERE id = $1", [
      asker.personId,
    ]);
    expect(code(await enter({}, somebody()))).toBe("not-allowed");
    expect(code(await enter({}))).toBe("ok");
    expect(code(await enter({ asker: "R-99" }))).toBe("asker-unknown");
    expect(code(await enter({ kind: "statutory" }))).toBe("name-needed");
    const entered = await enter({ kind: "statutory", asker: "R-77" });
    expect(code(entered)).toBe("ok");
    const mine = Object.values((await session.mine(asker)).questions);
    expect(mine).toMatchObject([{ kind: "statutory", onBehalf: true, editable: false }]);
  });
});

describe("after the session", () => {
  it("owes every published question an answer, and reminds its owner once at each date", async () => {
    const id = await session.published(somebody());
    const { chair, secretary } = session.bureau;
    expect(code(await session.run(chair, "session.close", inAssembly({})))).toBe("ok");
    const mails = async () =>
      (
        await session.pool.query<{ subject: string }>(
          "SELECT subject FROM mail WHERE recipient = 'direction@example.org' AND language = 'nl'",
        )
      ).rows.length;
    const after = (days: number) =>
      session.pool.query(
        "UPDATE question SET owed_at = now() - make_interval(days => $2) WHERE id = $1",
        [id, days],
      );
    await remindOwners(session.platform);
    expect(await mails()).toBe(0);
    for (const [days, expected] of [
      [7, 1],
      [20, 1],
      [22, 2],
      [60, 3],
    ] as const) {
      await after(days);
      await Promise.all([remindOwners(session.platform), remindOwners(session.platform)]);
      expect(await mails(), `after ${String(days)} days`).toBe(expected);
    }
    await session.pool.query("UPDATE question SET answer_due_on = current_date - 3");
    const answers = () =>
      session.feature.questions.answers({ kind: "anonymous" }, session.assembly.slug);
    const owed = await answers();
    expect(owed.ok && owed.value.answers).toMatchObject([
      { id, state: "owed_written", owner: "Direction", overdue: true },
    ]);
    const answer = { questionId: id, answer: "Voici.", changes: "Le budget est publié." };
    expect(code(await session.run(secretary, "question.answer-written", answer))).toBe("ok");
    const given = await answers();
    expect(given.ok && given.value.answers).toMatchObject([
      { answer: "Voici.", changes: "Le budget est publié.", overdue: false },
    ]);
  });
});

describe("translations", () => {
  it("are marked until another person has read them", async () => {
    const id = await session.published(somebody(), { kind: "statutory" });
    const { moderator, second } = session.bureau;
    const translation = { questionId: id, part: "text", language: "nl" };
    const write = { ...translation, words: "Een vraag.", machine: false };
    expect(code(await session.run(somebody(), "question.translate", write))).toBe("not-allowed");
    expect(code(await session.run(moderator, "question.translate", write))).toBe("ok");
    const text = async () => (await session.view("member")).questions[id]?.translations?.text?.nl;
    expect(await text()).toEqual({ words: "Een vraag.", by: "person" });
    const review = (actor: PersonActor) =>
      session.run(actor, "question.review-translation", translation);
    expect(code(await review(moderator))).toBe("second-person-required");
    expect(code(await review(second))).toBe("ok");
    expect(await text()).toEqual({ words: "Een vraag.", by: "person", reviewed: true });
    await session.run(moderator, "question.translate", { ...write, machine: true });
    expect(await text()).toEqual({ words: "Een vraag.", by: "machine" });
  });
});
