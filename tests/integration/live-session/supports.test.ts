import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLiveSessionFeature } from "#server/features/live-session/index.ts";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { createTestPlatform, type TestPlatform } from "../../support/platform.ts";
import { code, createTestSession, type TestSession } from "./session.ts";

const PEOPLE = 100;
/** Longer than announcements are gathered (ms). */
const QUIET_MS = 700;

let session: TestSession;
let others: TestPlatform[];
/** The same command by three processes, each with a pool and batches of its own. */
let processes: ReturnType<typeof createLiveSessionFeature>[];
let questionId: string;

beforeAll(async () => {
  session = await createTestSession(PEOPLE + 60);
  others = [createTestPlatform(session.database.url), createTestPlatform(session.database.url)];
  processes = [
    session.feature,
    ...others.map(({ platform }) => createLiveSessionFeature(platform)),
  ];
});
afterAll(async () => {
  await Promise.all(others.map((other) => other.close()));
  await session.close();
});

let nextAuthor = PEOPLE;
beforeEach(async () => {
  questionId = await session.published(session.member(nextAuthor++));
});

function support(
  actor: PersonActor,
  on: boolean,
  { id = questionId, process = 0, command = randomUUID() as string } = {},
) {
  const handler = processes[process]?.commands["question.support"];
  if (!handler) throw new Error(`no process ${process}`);
  return handler.handle(actor, { questionId: id, on }, command);
}

async function counts(id = questionId): Promise<{ counter: number; rows: number }> {
  const { rows } = await session.pool.query<{ counter: number; rows: number }>(
    `SELECT supports AS counter,
       (SELECT count(*)::int FROM question_support s WHERE s.question_id = q.id) AS rows
     FROM question q WHERE id = $1`,
    [id],
  );
  return rows[0] ?? { counter: -1, rows: -1 };
}

describe("supporting a question", () => {
  it("counts each person once, and taking back once", async () => {
    const actor = session.member(0);
    expect(await support(actor, true)).toEqual({ ok: true, value: { questionId, on: true } });
    await support(actor, true);
    expect(await counts()).toEqual({ counter: 1, rows: 1 });
    expect((await session.mine(actor)).supports).toEqual({ [questionId]: true });
    await support(actor, false);
    await support(actor, false);
    expect(await counts()).toEqual({ counter: 0, rows: 0 });
  });

  it("ends exact after a crowd supports and takes back at once, over three processes", async () => {
    const second = await session.published(session.member(nextAuthor++));
    const acts = Array.from({ length: 300 }, (_, index) => ({
      actor: session.member(index % PEOPLE),
      on: index % 3 !== 1,
      id: index % 7 === 0 ? second : questionId,
      process: index % 3,
    }));
    const results = await Promise.all(
      acts.map(({ actor, on, ...where }) => support(actor, on, where)),
    );
    expect(new Set(results.map(code))).toEqual(new Set(["ok"]));
    for (const id of [questionId, second]) {
      const { counter, rows } = await counts(id);
      expect(counter).toBe(rows);
    }
    // Then everybody makes up their mind: the end is what they said last.
    await Promise.all(
      Array.from({ length: PEOPLE }, (_, index) =>
        support(session.member(index), index % 2 === 0, { process: index % 3 }),
      ),
    );
    expect(await counts()).toEqual({ counter: PEOPLE / 2, rows: PEOPLE / 2 });
  });

  it("keeps one person's clicks in their order", async () => {
    const actor = session.member(1);
    await Promise.all([true, false, true, false, true].map((on) => support(actor, on)));
    expect(await counts()).toEqual({ counter: 1, rows: 1 });
  });

  it("has one effect and the same answer when its command comes again, from any process", async () => {
    const actor = session.member(2);
    const command = randomUUID();
    const first = await support(actor, true, { command });
    await support(actor, false);
    expect(await support(actor, true, { command, process: 1 })).toEqual(first);
    expect(await counts()).toEqual({ counter: 0, rows: 0 });
    expect(code(await support(session.member(3), true, { command }))).toBe("bad-input");
    const racing = randomUUID();
    await Promise.all(
      [0, 1, 2, 0, 1, 2].map((process) => support(actor, true, { command: racing, process })),
    );
    expect(await counts()).toEqual({ counter: 1, rows: 1 });
  });

  it("is refused where there is nothing to support, without a trace and without harm to others", async () => {
    const waiting = await session.ask(session.member(nextAuthor++));
    const results = await Promise.all([
      support(session.member(4), true, { id: waiting }),
      support(session.member(5), true, { id: randomUUID() }),
      support({ ...session.member(6), sessionHash: "0".repeat(64) }, true),
      support({ ...session.member(7), sessionHash: session.member(8).sessionHash }, true),
      support(session.member(9), true),
    ]);
    expect(results.map(code)).toEqual([
      "not-supportable",
      "not-found",
      "session-revoked",
      "session-revoked",
      "ok",
    ]);
    expect(await counts()).toEqual({ counter: 1, rows: 1 });
    expect(await counts(waiting)).toEqual({ counter: 0, rows: 0 });
  });

  it("ends with the question's turn, and stays exact while it is merged", async () => {
    const target = await session.published(session.member(nextAuthor++));
    const { moderator, chair } = session.bureau;
    const merge = { questionId, intoId: target };
    const [merged, ...results] = await Promise.all([
      session.run(moderator, "question.merge", merge),
      ...Array.from({ length: 40 }, (_, index) =>
        support(session.member(index), true, {
          id: index % 2 ? target : questionId,
          process: index % 3,
        }),
      ),
    ]);
    expect(code(merged)).toBe("ok");
    const refused = results.map(code).filter((found) => found !== "ok");
    expect(refused.every((found) => found === "not-supportable")).toBe(true);
    expect(await counts(target)).toEqual({
      counter: 40 - refused.length,
      rows: 40 - refused.length,
    });

    await session.run(chair, "question.ask", { questionId: target });
    expect(code(await support(session.member(50), true, { id: target }))).toBe("not-supportable");
  });

  it("announces a lone support at once and a crowd a few times a second", async () => {
    await session.platform.outbox.drain();
    await pause(QUIET_MS);
    session.said.length = 0;
    await support(session.member(10), true);
    expect(session.said).toEqual([
      { room: `live-session/${session.assembly.id}`, persons: [session.member(10).personId] },
    ]);
    await Promise.all(
      Array.from({ length: 80 }, (_, index) => support(session.member(index), true)),
    );
    await pause(QUIET_MS);
    expect(session.said.length).toBeLessThanOrEqual(4);
    const told = new Set(session.said.flatMap((detail) => detail.persons ?? []));
    expect(told.size).toBe(80);
    const { rows } = await session.pool.query(
      "SELECT FROM outbox_event WHERE dispatched_at IS NULL",
    );
    expect(rows).toHaveLength(0);
  });
});
