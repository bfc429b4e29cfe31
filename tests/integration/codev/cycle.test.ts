import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { code } from "../live-session/session.ts";
import { createCodevWorld, type CodevWorld } from "./group.ts";

const DAY_MS = 86_400_000;

let world: CodevWorld;
let cycleId: string;
const person = (at: number) => world.waiting[at] ?? "";

beforeAll(async () => {
  world = await createCodevWorld(9);
});
afterAll(() => world.close());

describe("before a cycle", () => {
  it("keeps apart whoever said so, and tells nobody why", async () => {
    const { rows } = await world.pool.query<{ no: string }>(
      "SELECT register_no AS no FROM person WHERE id = $1",
      [person(8)],
    );
    await world.must(person(0), "codev.declare-conflict", {
      registerNo: rows[0]?.no ?? "",
      kind: "dispute",
    });
    const board = await world.feature.board(world.actor(world.organiserId));
    if (!board.ok) throw new Error(board.refusal.code);
    expect(JSON.stringify(board.value)).not.toContain("dispute");
    const [proposed] = board.value.proposals;
    expect(proposed?.ids).not.toEqual(expect.arrayContaining([person(0), person(8)]));
    expect(proposed?.pairs.length).toBeGreaterThan(0);
    const other = await world.feature.front(world.actor(person(8)));
    expect(other.conflicts).toEqual([]);
    const make = {
      name: "Ensemble",
      language: "fr",
      mode: "online",
      memberId: world.memberId,
      supportId: world.supportId,
      first: "2026-12-01T18:30",
      minutes: "120",
      intervalDays: "28",
    };
    const together = [0, 1, 2, 8].map(person);
    expect(
      code(
        await world.run(world.organiserId, "codev.make-cycle", { ...make, personIds: together }),
      ),
    ).toBe("codev-conflict");
    expect(
      code(await world.run(person(1), "codev.make-cycle", { ...make, personIds: together })),
    ).toBe("not-allowed");
  });

  it("reads the notes of an interview to who wrote them, and erases them", async () => {
    const { rows } = await world.pool.query<{ id: string }>(
      "SELECT id FROM codev_application WHERE person_id = $1",
      [person(7)],
    );
    const applicationId = rows[0]?.id ?? "";
    const note = { applicationId, notes: "préfère le soir" };
    expect(code(await world.run(person(1), "codev.note-interview", note))).toBe("not-allowed");
    await world.must(world.memberId, "codev.note-interview", note);
    const notesFor = async (id: string) => {
      const lead = await world.feature.lead(world.actor(id));
      return lead.ok ? lead.value.interviews.map(({ notes }) => notes).filter(Boolean) : [];
    };
    expect(await notesFor(world.memberId)).toEqual(["préfère le soir"]);
    expect(await notesFor(world.supportId)).toEqual([]);
    const before = world.at.now;
    world.at.now = new Date(before.getTime() + 31 * DAY_MS);
    await world.feature.keep();
    world.at.now = before;
    const kept = await world.pool.query("SELECT FROM codev_interview WHERE notes IS NOT NULL");
    expect(kept.rowCount).toBe(0);
  });

  it("begins once four signed and the two who lead said that they hold no file", async () => {
    const made = await world.must<{ cycleId: string }>(world.organiserId, "codev.make-cycle", {
      name: "Trop tôt",
      language: "fr",
      mode: "online",
      personIds: [5, 6, 7, 8].map(person),
      memberId: world.memberId,
      supportId: world.supportId,
      first: "2026-12-01T18:30",
      minutes: "120",
      intervalDays: "28",
    });
    expect(code(await world.run(world.memberId, "codev.start-cycle", made))).toBe(
      "codev-not-ready",
    );
    // The one who leads holds the file of somebody: another one does.
    await world.must(world.supportId, "codev.hold-file", { ...made, personId: person(6) });
    expect(code(await world.run(world.supportId, "codev.clear-pair", made))).toBe("codev-conflict");
    await world.must(world.organiserId, "codev.replace-facilitator", {
      ...made,
      side: "support",
      personId: world.spareId,
    });
    await world.must(world.spareId, "codev.clear-pair", made);
    expect(code(await world.feature.cycle(world.actor(world.supportId), made.cycleId))).toBe(
      "not-found",
    );
    await world.must(world.organiserId, "codev.cancel-cycle", made);
    const front = await world.feature.front(world.actor(person(5)));
    expect(front.application?.state).toBe("waiting");
  });
});

describe("a cycle", () => {
  it("gives everybody a date and alternates who leads", async () => {
    cycleId = await world.begin([0, 1, 2, 3, 4].map(person));
    const page = await world.page(person(0), cycleId);
    expect(page.sessions).toHaveLength(7);
    const clients = page.sessions.flatMap(({ turns }) => turns.map(({ clientId }) => clientId));
    expect(clients.toSorted()).toEqual([0, 1, 2, 3, 4].map(person).toSorted());
    expect(page.sessions.slice(0, 3).map(({ leadId }) => leadId)).toEqual([
      world.memberId,
      world.supportId,
      world.memberId,
    ]);
    expect(page.datesMissing).toBe(0);
  });

  it("is nothing to who is not in it, organisers included", async () => {
    for (const id of [person(8), world.organiserId]) {
      expect(code(await world.feature.cycle(world.actor(id), cycleId))).toBe("not-found");
    }
    const [session] = (await world.page(person(0), cycleId)).sessions;
    const subject = { sessionId: session?.id, text: "Mes tarifs" };
    expect(code(await world.run(person(8), "codev.write-subject", subject))).toBe("not-found");
    await world.must(person(0), "codev.write-subject", subject);
    expect((await world.page(person(0), cycleId)).sessions[0]?.mySubject).toBe("Mes tarifs");
    expect((await world.page(person(1), cycleId)).sessions[0]?.mySubject).toBeUndefined();
  });

  it("changes two dates when both agree", async () => {
    const before = await world.page(person(0), cycleId);
    const turns = before.sessions.flatMap((session) => session.turns);
    const [own, other] = [0, 1].map((at) => turns.find(({ clientId }) => clientId === person(at)));
    const ask = { turnId: own?.id, otherTurnId: other?.id };
    expect(code(await world.run(person(2), "codev.ask-swap", ask))).toBe("codev-nothing-to-swap");
    await world.must(person(0), "codev.ask-swap", ask);
    const [swap] = (await world.page(person(1), cycleId)).swaps;
    const answer = { swapId: swap?.id, agree: true };
    expect(code(await world.run(person(2), "codev.answer-swap", answer))).toBe("not-found");
    await world.must(person(1), "codev.answer-swap", answer);
    const after = await world.page(person(0), cycleId);
    const dateOf = (page: typeof after, id: string) =>
      page.sessions.find((session) => session.turns.some(({ clientId }) => clientId === id))?.id;
    expect(dateOf(after, person(0))).toBe(dateOf(before, person(1)));
    expect(dateOf(after, person(1))).toBe(dateOf(before, person(0)));
  });

  it("owes a turn to who cannot come, and takes a newcomer whom everybody accepts", async () => {
    const before = await world.page(person(0), cycleId);
    const [first] = before.sessions;
    const clientId = first?.turns[0]?.clientId ?? "";
    await world.must(clientId, "codev.excuse", { sessionId: first?.id, coming: false });
    const after = await world.page(clientId, cycleId);
    const planned = after.sessions.find(({ turns }) =>
      turns.some((turn) => turn.clientId === clientId && turn.state === "planned"),
    );
    expect(planned?.spare).toBe(true);

    await world.must(world.organiserId, "codev.propose-newcomer", { cycleId, personId: person(5) });
    const yes = { cycleId, personId: person(5), agree: true };
    expect(code(await world.feature.cycle(world.actor(person(5)), cycleId))).toBe("not-found");
    for (const at of [0, 1, 2, 3, 4]) await world.must(person(at), "codev.answer-newcomer", yes);
    const invited = await world.page(person(5), cycleId);
    for (const { clause } of invited.pact) {
      await world.must(person(5), "codev.accept-clause", { cycleId, clause });
    }
    const joined = await world.page(person(5), cycleId);
    expect(joined.myState).toBe("active");
    expect(joined.datesMissing).toBe(0);
  });

  it("runs until everybody was client, whatever happens, and then closes", async () => {
    expect(code(await world.run(world.memberId, "codev.close-cycle", { cycleId }))).toBe(
      "codev-turns-owed",
    );
    const first = await world.holdNext(cycleId);
    const held = await world.page(person(1), cycleId);
    const evaluate = { sessionId: first, useful: "4", safe: "4", act: "3", comment: "Merci" };
    const there = held.people.find(({ id }) => !held.sessions[0]?.excused.includes(id))?.id ?? "";
    await world.must(there, "codev.evaluate", evaluate);
    expect(code(await world.run(there, "codev.evaluate", evaluate))).toBe("wrong-phase");
    await world.must(world.memberId, "codev.report-session", {
      sessionId: first,
      mood: "4",
      incident: false,
      debrief: "À deux, nous avons bien tenu le temps.",
    });
    const words = (await world.page(world.supportId, cycleId)).sessions[0]?.words ?? [];
    expect(words.map(({ kind, text }) => [kind, text]).toSorted()).toEqual([
      ["comment", "Merci"],
      ["debrief", "À deux, nous avons bien tenu le temps."],
    ]);
    expect((await world.page(there, cycleId)).sessions[0]?.words).toBeUndefined();
    for (let left = 6; left > 1; left--) await world.holdNext(cycleId);
    const done = await world.page(world.memberId, cycleId);
    expect(done.people.map(({ clientCount }) => clientCount)).toEqual([1, 1, 1, 1, 1, 1]);
    await world.must(world.memberId, "codev.close-cycle", { cycleId });
    expect((await world.page(person(0), cycleId)).purgeOn).toBeDefined();
  });

  it("is forgotten thirty days later, but for four things of each session", async () => {
    world.at.now = new Date(world.at.now.getTime() + 31 * DAY_MS);
    await world.feature.keep();
    expect(code(await world.feature.cycle(world.actor(person(0)), cycleId))).toBe("not-found");
    const counts = await world.pool.query<{ left: number }>(
      `SELECT (SELECT count(*) FROM codev_text) + (SELECT count(*) FROM codev_cycle_key)
         + (SELECT count(*) FROM codev_participant) + (SELECT count(*) FROM codev_turn)
         + (SELECT count(*) FROM codev_attendance) + (SELECT count(*) FROM codev_evaluated)
         + (SELECT count(*) FROM codev_pact) AS left`,
    );
    expect(Number(counts.rows[0]?.left)).toBe(0);
    const board = await world.feature.board(world.actor(world.organiserId));
    const shown = board.ok ? board.value.cycles.find(({ id }) => id === cycleId) : undefined;
    expect(shown?.members).toBe(6);
    expect(shown?.sessions?.[0]).toMatchObject({ state: "closed", mood: 4, incident: false });
  });

  it("asks each client three months later, alone", async () => {
    world.at.now = new Date(world.at.now.getTime() + 120 * DAY_MS);
    await world.feature.keep();
    const { rows } = await world.pool.query<{ personId: string; sessionId: string }>(
      `SELECT person_id AS "personId", session_id AS "sessionId" FROM codev_follow_up
       WHERE asked_at IS NOT NULL`,
    );
    expect(rows).toHaveLength(6);
    const { personId = "", sessionId = "" } = rows[0] ?? {};
    const answer = { sessionId, outcome: "partly", note: "La commune a répondu" };
    expect(code(await world.run(world.organiserId, "codev.answer-follow-up", answer))).toBe(
      "not-found",
    );
    await world.must(personId, "codev.answer-follow-up", answer);
    const front = await world.feature.front(world.actor(personId));
    expect(front.followUps[0]).toMatchObject({ outcome: "partly", note: "La commune a répondu" });
    const told = await world.pool.query(
      "SELECT FROM notice WHERE kind = 'codev-follow-up' AND person_id = $1",
      [personId],
    );
    expect(told.rowCount).toBe(1);
  });
});
