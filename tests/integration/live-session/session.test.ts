import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeRoll } from "#server/features/live-session/take-roll.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { inTransaction } from "#server/platform/database.ts";
import { createDecision } from "../../support/live-assembly.ts";
import { createGuests, createPeople } from "../../support/register.ts";
import { actorOf, code, createTestSession, type TestSession } from "./session.ts";

type Five = [string, string, string, string, string];

const TODAY = dayInBrussels(new Date());

let session: TestSession;
beforeAll(async () => {
  session = await createTestSession(10);
});
afterAll(() => session.close());

/** An assembly that was convened and has no roll yet. */
async function convened(): Promise<{ assemblyId: string; items: string[] }> {
  const assemblyId = randomUUID();
  const items = [randomUUID(), randomUUID(), randomUUID()];
  await session.pool.query(
    `INSERT INTO assembly (id, slug, title, day, starts_at, phase, profile_version)
     VALUES ($1, $2, '{"fr":"Assemblée"}', $3, now(), 'convened', 'test')`,
    [assemblyId, `assembly-${assemblyId}`, TODAY],
  );
  await session.pool.query(
    `INSERT INTO agenda_item (id, assembly_id, position, purpose, title)
     SELECT id, $1, n, 'debate', '{"fr":"Débat"}' FROM unnest($2::uuid[]) WITH ORDINALITY AS i (id, n)`,
    [assemblyId, items],
  );
  return { assemblyId, items };
}

async function roll(
  assemblyId: string,
): Promise<{ id: string; category: string; shares: number }[]> {
  const { rows } = await session.pool.query<{ id: string; category: string; shares: number }>(
    `SELECT person_id AS id, category_id AS category, shares FROM roll_entry
     WHERE assembly_id = $1 ORDER BY person_id`,
    [assemblyId],
  );
  return rows;
}

async function record(
  personId: string,
  kind: string,
  day: string,
  more: { category?: string; shares?: number } = {},
): Promise<void> {
  await session.pool.query(
    `INSERT INTO membership_event (id, person_id, kind, category_id, shares, effective_on)
     VALUES (uuidv7(), $1, $2::"MembershipEventKind", $3, $4, $5::date + $6::interval)`,
    [personId, kind, more.category ?? null, more.shares ?? null, TODAY, day],
  );
}

describe("opening", () => {
  it("takes the roll as of the day: who is a member today, and nobody else", async () => {
    const members = (await createPeople(session.pool, 5)).map((person) => person.id);
    const others = (await createGuests(session.pool, 2)).map((person) => person.id);
    const [gone, leaving, back, changed, deceased] = members as Five;
    const [guest, applicant] = others as [string, string];
    await record(gone, "resigned", "-1 day");
    await record(leaving, "resigned", "1 day");
    await record(back, "excluded", "-9 days");
    await record(back, "admitted", "-3 days", { category: "A", shares: 4 });
    await record(changed, "shares_changed", "-2 days", { shares: 25 });
    await record(changed, "shares_changed", "2 days", { shares: 99 });
    await record(deceased, "deceased", "0 days");
    await record(applicant, "refused", "-1 day");

    const { assemblyId } = await convened();
    const { chair } = session.bureau;
    expect(code(await session.run(session.member(0), "session.open", { assemblyId }))).toBe(
      "not-allowed",
    );
    expect(code(await session.run(chair, "session.open", { assemblyId }))).toBe("ok");
    const entries = new Map((await roll(assemblyId)).map((entry) => [entry.id, entry]));
    const absent = [gone, deceased, guest, applicant].map((id) => entries.has(id));
    expect(absent).toEqual([false, false, false, false]);
    expect(entries.get(leaving)).toMatchObject({ category: "A", shares: 10 });
    expect(entries.get(back)?.shares).toBe(4);
    expect(entries.get(changed)?.shares).toBe(25);
    // Fifteen of the session itself and three of the five.
    expect(entries.size).toBe(18);
    const { rows } = await session.pool.query<{ phase: string; day: string }>(
      "SELECT phase, roll_as_of::text AS day FROM assembly WHERE id = $1",
      [assemblyId],
    );
    expect(rows).toEqual([{ phase: "live", day: TODAY }]);
    expect(code(await session.run(chair, "session.open", { assemblyId }))).toBe("wrong-phase");
  });

  it("takes the roll of forty thousand members", async () => {
    await createPeople(session.pool, 41_702);
    const { assemblyId } = await convened();
    const count = await inTransaction(session.pool, (client) =>
      takeRoll(client, assemblyId, new Date()),
    );
    expect(count).toBeGreaterThanOrEqual(41_702);
  });
});

describe("presence", () => {
  const attend = (actor: Parameters<typeof session.run>[0], type: string) =>
    session.run(actor, type, { assemblyId: session.assembly.id });

  it("counts people on the roll once, and guests apart", async () => {
    const [guest] = await createGuests(session.pool, 1);
    const visitor = await actorOf(session.pool, guest?.id ?? "");
    await Promise.all(
      [0, 1, 0, 1, 0].map((index) => attend(session.member(index), "session.arrive")),
    );
    await attend(visitor, "session.arrive");
    expect((await session.view("member")).present).toEqual({ persons: 2, shares: 20 });
    expect((await session.mine(session.member(0))).present).toBe(true);
    expect((await session.mine(visitor)).present).toBe(true);

    await attend(session.member(0), "session.leave");
    await attend(session.member(0), "session.leave");
    expect((await session.view("member")).present).toEqual({ persons: 1, shares: 10 });
    await attend(session.member(0), "session.arrive");
    const { rows } = await session.pool.query<{ left: boolean }>(
      `SELECT left_at IS NOT NULL AS left FROM attendance WHERE person_id = $1 ORDER BY arrived_at`,
      [session.member(0).personId],
    );
    expect(rows).toEqual([{ left: true }, { left: false }]);
  });

  it("brings along the legal persons one represents, until their last representative leaves", async () => {
    const legal = session.member(5).personId;
    for (const index of [6, 7]) {
      await session.pool.query(
        `INSERT INTO representation (id, legal_person_id, representative_id, valid_from)
         VALUES (uuidv7(), $1, $2, '2020-01-01')`,
        [legal, session.member(index).personId],
      );
    }
    const before = (await session.view("member")).present.persons;
    await attend(session.member(6), "session.arrive");
    await attend(session.member(7), "session.arrive");
    expect((await session.view("member")).present.persons).toBe(before + 3);
    expect(Object.keys((await session.mine(session.member(6))).electors).sort()).toEqual(
      [legal, session.member(6).personId].sort(),
    );
    await attend(session.member(6), "session.leave");
    expect((await session.view("member")).present.persons).toBe(before + 2);
    await attend(session.member(7), "session.leave");
    expect((await session.view("member")).present.persons).toBe(before);
  });
});

describe("the agenda", () => {
  it("moves forward and back, by the chair alone, within its own assembly", async () => {
    const { assemblyId, items } = await convened();
    const { chair, moderator } = session.bureau;
    const go = (itemId = "", actor = chair) =>
      session.run(actor, "agenda.go", { assemblyId, itemId });
    expect(code(await go(items[0]))).toBe("wrong-phase");
    await session.run(chair, "session.open", { assemblyId });
    expect(code(await go(items[0], moderator))).toBe("not-allowed");
    expect(code(await go(session.assembly.itemId))).toBe("not-found");
    const phases = async () => {
      const { rows } = await session.pool.query<{ phase: string }>(
        "SELECT phase FROM agenda_item WHERE assembly_id = $1 ORDER BY position",
        [assemblyId],
      );
      return rows.map((row) => row.phase);
    };
    await go(items[0]);
    await go(items[2]);
    expect(await phases()).toEqual(["done", "upcoming", "current"]);
    await go(items[1]);
    expect(await phases()).toEqual(["done", "current", "upcoming"]);
  });
});

describe("closing", () => {
  it("waits for open votes and for statutory questions, then closes for good", async () => {
    const { chair, secretary } = session.bureau;
    const assemblyId = session.assembly.id;
    const close = (actor = chair) => session.run(actor, "session.close", { assemblyId });
    const decisionId = await createDecision(session.pool, session.assembly);
    const questionId = await session.published(session.member(3), { kind: "statutory" });

    expect(code(await close(session.member(3)))).toBe("not-allowed");
    expect(await close()).toMatchObject({ refusal: { code: "vote-still-open" } });
    await session.pool.query("UPDATE decision SET phase = 'closed' WHERE id = $1", [decisionId]);
    expect(await close()).toMatchObject({
      refusal: { code: "statutory-questions-open", details: { count: 1 } },
    });
    const answer = { questionId, answer: "Voici la réponse." };
    expect(code(await session.run(secretary, "question.answer", answer))).toBe("ok");
    expect(code(await close())).toBe("ok");

    const view = await session.view("member");
    expect(view.assembly).toMatchObject({ phase: "closed", questionsOpen: false });
    expect(view.present.persons).toBe(0);
    const writing = {
      assemblyId,
      kind: "open",
      language: "fr",
      text: "Une question trop tardive ?",
      nameHidden: false,
    };
    expect(code(await session.run(session.member(0), "question.write", writing))).toBe(
      "wrong-phase",
    );
    expect(code(await session.run(session.member(0), "session.arrive", { assemblyId }))).toBe(
      "wrong-phase",
    );
    const { rows } = await session.pool.query<{ action: string }>(
      "SELECT action FROM audit_entry WHERE subject = $1",
      [`assembly:${assemblyId}`],
    );
    expect(rows).toEqual([{ action: "session.closed" }]);
  });
});
