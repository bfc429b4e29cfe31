import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#domain/kernel/day.ts";
import { createGroupTexts } from "#server/features/codev/group-key.ts";
import { codevHome } from "#server/features/codev/home.ts";
import { createSealing } from "#server/platform/sealing.ts";
import { code } from "../live-session/session.ts";
import { type CodevWorld, createCodevWorld } from "./group.ts";

const PLAN = "Appeler la cliente lundi";
const DAY_MS = 86_400_000;

let world: CodevWorld;

beforeAll(async () => {
  world = await createCodevWorld(8);
});
afterAll(() => world.close());

const answer = (id: string, cycleId: string) =>
  world.run(id, "codev.evaluate-cycle", {
    cycleId,
    actions: "most",
    recommend: "4",
    learnings: ["asking", "asking", "alone"],
  });
const front = (id: string) => world.feature.front(world.actor(id));

/** Holds every session of a group, with a plan of each client, and closes it. */
async function throughOnce(people: readonly string[], evaluations: number): Promise<string> {
  const cycleId = await world.begin(people);
  const texts = createGroupTexts(createSealing(world.platform.env), world.platform.random);
  for (let held = 0; held < people.length; held++) {
    const { nextClientId = "" } = await world.page(world.memberId, cycleId);
    const sessionId = await world.holdNext(cycleId);
    const place = { cycleId, sessionId, personId: nextClientId, kind: "plan" } as const;
    await texts.write(world.pool, place, PLAN);
    for (const id of people.slice(0, evaluations)) {
      const said = { useful: "4", safe: "3", act: "2" };
      await world.must(id, "codev.evaluate", { sessionId, ...said });
    }
  }
  await world.must(world.memberId, "codev.close-cycle", { cycleId });
  return cycleId;
}

/** The tests follow two groups of four from their end to three months after it. */
describe("what is left of a group", () => {
  let first = "";
  let second = "";

  it("is one's own plan, for whoever takes it before the purge", async () => {
    const people = world.waiting.slice(0, 4);
    first = await throughOnce(people, 3);
    const [keeper = "", forgetful = ""] = people;
    const mine = (await world.page(keeper, first)).sessions.find(({ myPlan }) => myPlan);
    expect(mine?.myPlan).toBe("written");
    const keep = (id: string) => world.run(id, "codev.keep-plan", { sessionId: mine?.id });
    expect(code(await keep(forgetful))).toBe("not-found");
    expect(code(await keep(keeper))).toBe("ok");
    expect(code(await keep(keeper))).toBe("ok");
    expect((await front(keeper)).plans).toMatchObject([{ text: PLAN }]);
    expect((await front(forgetful)).plans).toEqual([]);
  });

  it("asks three questions once, of who was in it and when it is over", async () => {
    const [one = "", two = "", three = ""] = world.waiting;
    expect(code(await answer(world.memberId, first))).toBe("not-found");
    expect(code(await answer(world.waiting[7] ?? "", first))).toBe("not-found");
    const asked = async () => {
      const home = await codevHome(world.platform, { actor: world.actor(one), language: "fr" });
      return home.some(({ key }) => key === `codev-end:${first}`);
    };
    expect(await asked()).toBe(true);
    expect(code(await answer(one, first))).toBe("ok");
    expect(await asked()).toBe(false);
    expect(code(await answer(one, first))).toBe("wrong-phase");
    expect((await world.page(one, first)).endAnswered).toBe(true);
    for (const id of [two, three, world.waiting[3] ?? ""]) await answer(id, first);
  });

  it("is shown in no sum while it is of one group", async () => {
    await world.feature.keep();
    expect((await front(world.organiserId)).sums).toEqual({});
    world.at.now = new Date(world.at.now.getTime() + 40 * DAY_MS);
    await world.feature.keep();
    expect((await front(world.organiserId)).sums).toEqual({});
    const [keeper = ""] = world.waiting;
    expect((await front(keeper)).plans).toMatchObject([{ text: PLAN }]);
    expect(code(await answer(keeper, first))).toBe("not-found");
  });

  it("is shown with another group's, each kind only from ten answers", async () => {
    second = await throughOnce(world.waiting.slice(4), 3);
    expect(code(await answer(world.waiting[4] ?? "", second))).toBe("ok");
    world.at.now = new Date(world.at.now.getTime() + 40 * DAY_MS);
    await world.feature.keep();
    await world.feature.keep();
    const { sums } = await front(world.organiserId);
    expect(sums.sessions).toEqual({ groups: 2, answers: 24, useful: 24, safe: 24, act: 0 });
    // Five answers at the end, of two groups: too few.
    expect(sums.endings).toBeUndefined();
    const { rows } = await world.pool.query<{ release: number | null; ends: number | null }>(
      `SELECT release, end_release AS ends FROM codev_cycle WHERE id = ANY ($1)`,
      [[first, second]],
    );
    expect(rows).toEqual([
      { release: 1, ends: null },
      { release: 1, ends: null },
    ]);
  });

  it("adds what was answered at the end once it is enough, and counts what was learned", async () => {
    await world.pool.query(
      `INSERT INTO codev_end_answer (id, cycle_id, actions, recommend, learnings)
       SELECT gen_random_uuid(), $1, 'some', 2, '{listening}' FROM generate_series(1, 5)`,
      [second],
    );
    await world.feature.keep();
    expect((await front(world.organiserId)).sums.endings).toMatchObject({
      ...{ groups: 2, answers: 10, recommend: 5 },
      actions: { none: 0, some: 5, most: 5 },
      learnings: { listening: 5, asking: 5, alone: 5, trades: 0 },
    });
  });

  it("counts what became of plans when all were asked, and as it was then", async () => {
    const { rows } = await world.pool.query<{ personId: string; sessionId: string; due: string }>(
      `SELECT person_id AS "personId", session_id AS "sessionId", due_on::text AS due
       FROM codev_follow_up ORDER BY due_on`,
    );
    expect(rows).toHaveLength(8);
    world.at.now = new Date(`${addDays(rows.at(-1)?.due ?? "", 2)}T09:00:00Z`);
    for (const { personId, sessionId } of rows) {
      await world.must(personId, "codev.answer-follow-up", { sessionId, outcome: "done" });
    }
    await world.feature.keep();
    expect((await front(world.organiserId)).sums.followUps).toBeUndefined();
    // Two more, of the same sessions: ten answers of two groups.
    await world.pool.query(
      `INSERT INTO codev_follow_up (person_id, session_id, due_on, outcome)
       SELECT id, $2, $3::date, 'partly' FROM unnest($1::uuid[]) AS id`,
      [[world.memberId, world.supportId], rows[0]?.sessionId, rows[0]?.due],
    );
    world.at.now = new Date(world.at.now.getTime() + 31 * DAY_MS);
    await world.feature.keep();
    const published = async () => (await front(world.organiserId)).sums.followUps;
    const sums = { groups: 2, answers: 10, outcomes: { done: 8, partly: 2 } };
    expect(await published()).toMatchObject(sums);
    const [one] = rows;
    await world.must(one?.personId ?? "", "codev.answer-follow-up", {
      sessionId: one?.sessionId,
      outcome: "not-yet",
    });
    expect(await published()).toMatchObject(sums);
    expect((await front(one?.personId ?? "")).followUps[0]?.outcome).toBe("not-yet");
  });
});
