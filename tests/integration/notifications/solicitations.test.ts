import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Solicitation } from "#wire/solicitations.ts";
import { solicit } from "#server/features/notifications/solicitations.ts";
import { inTransaction } from "#server/platform/database.ts";
import { createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";
import { signInAs } from "../../support/actors.ts";

let world: SignInWorld;
let organiser: PersonActor;
let member: PersonActor;
beforeAll(async () => {
  world = await createSignInWorld(5);
  await world.pool.query(
    `INSERT INTO role_grant (id, person_id, role, body, valid_from)
     VALUES ($1, $2, 'organiser', 'cooperative', '2020-01-01')`,
    [randomUUID(), idOf(0)],
  );
  [organiser, member] = (await signInAs(world.container, [idOf(0), idOf(1)])) as [
    PersonActor,
    PersonActor,
  ];
});
afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set("2026-10-14T10:00:00.000Z");
  await world.pool.query(
    "TRUNCATE solicitation, solicited, solicitation_change, quiet_period, notice",
  );
  await world.pool.query("UPDATE solicitation_cap SET most = 2, days = 30");
});

const idOf = (index: number) => world.people[index]!.id;
const api = () => world.container.api.notifications;
const ask = (key: string, to: string[], more: Partial<Solicitation> = {}) =>
  inTransaction(world.pool, (client) =>
    solicit(
      world.container.platform,
      client,
      organiser,
      {
        key,
        kind: "survey",
        body: "cooperative",
        titles: { fr: "Vos outils" },
        link: "/smartlab",
        whoActs: "l’équipe conseil",
        answerBy: "2026-11-30",
        ...more,
      },
      to,
    ),
  );

it("spares who was asked often enough, until the days are over", async () => {
  await ask("one", [idOf(1)]);
  await ask("two", [idOf(1), idOf(2)]);
  expect(await ask("three", [idOf(1), idOf(2)])).toMatchObject({
    value: { to: [idOf(2)], spared: 1 },
  });
  world.clock.set("2026-11-14T10:00:00.000Z");
  expect(await ask("four", [idOf(1)])).toMatchObject({ value: { to: [idOf(1)], spared: 0 } });
});

it("asks the same once, and grants the same persons again", async () => {
  const first = await ask("one", [idOf(1), idOf(2)]);
  const again = await ask("one", [idOf(3)]);
  expect(first).toMatchObject({ ok: true });
  expect(again.ok && [...again.value.to].sort()).toEqual([idOf(1), idOf(2)].sort());
});

it("does not hold back nor count what law asks for", async () => {
  await world.pool.query(
    "INSERT INTO quiet_period (first_day, last_day, titles) VALUES ('2026-10-10', '2026-10-20', '{}')",
  );
  const statutory = { statutory: true, whoActs: undefined, answerBy: undefined };
  for (const key of ["a", "b", "c"]) {
    expect(await ask(key, [idOf(1)], statutory)).toMatchObject({ value: { to: [idOf(1)] } });
  }
  expect(await ask("d", [idOf(1)])).toMatchObject({ refusal: { code: "quiet-period" } });
  await world.pool.query("TRUNCATE quiet_period");
  expect(await ask("d", [idOf(1)])).toMatchObject({ value: { to: [idOf(1)], spared: 0 } });
});

it("refuses what promises nothing", async () => {
  expect(await ask("one", [idOf(1)], { whoActs: "" })).toMatchObject({
    refusal: { code: "promise-missing" },
  });
});

it("lists a promise whose day has passed, reminds who made it once, and tells what became", async () => {
  const asked = await ask("one", [idOf(1), idOf(2)]);
  const solicitationId = asked.ok ? asked.value.solicitationId : "";
  world.clock.set("2026-12-01T10:00:00.000Z");
  await api().remindOfPromises();
  await api().remindOfPromises();
  expect(await api().unread(idOf(0))).toBe(1);
  expect(await api().solicitations(member, {})).toMatchObject({
    value: { overdue: [{ id: solicitationId, state: "overdue" }], mayArrange: false },
  });
  const became = { fr: "Trois outils sont achetés." };
  expect(await api().arrange.answer(member, { solicitationId, became })).toMatchObject({
    refusal: { code: "not-allowed" },
  });
  expect(await api().arrange.answer(organiser, { solicitationId, became })).toMatchObject({
    ok: true,
  });
  expect(await api().unread(idOf(1))).toBe(1);
  expect(await api().unread(idOf(3))).toBe(0);
  expect(await api().solicitations(member, {})).toMatchObject({
    value: { overdue: [], solicitations: [{ state: "answered", became }] },
  });
});

describe("what people wished for themselves", () => {
  const within = { wished: "within", whoActs: undefined, answerBy: undefined } as const;
  const told = { wished: "told", whoActs: undefined, answerBy: undefined } as const;

  it("is held back by nothing within a group, fills nobody's cap, and is seen by that group", async () => {
    await world.pool.query(
      "INSERT INTO quiet_period (first_day, last_day, titles) VALUES ('2026-10-10', '2026-10-20', '{}')",
    );
    for (const key of ["a", "b", "c"]) {
      expect(await ask(key, [idOf(1)], within)).toMatchObject({ value: { to: [idOf(1)] } });
    }
    await world.pool.query("TRUNCATE quiet_period");
    expect(await ask("d", [idOf(1)])).toMatchObject({ value: { to: [idOf(1)], spared: 0 } });
    const seen = async (actor: PersonActor) => {
      const page = await api().solicitations(actor, {});
      return page.ok && page.value.solicitations.map(({ state }) => state);
    };
    expect(await seen(member)).toEqual(["open", "wished", "wished", "wished"]);
    expect(await seen(organiser)).toEqual(["open"]);
  });

  it("is not told beyond the cap nor in a quiet period, and is never refused", async () => {
    await ask("one", [idOf(1)]);
    await ask("two", [idOf(1)]);
    expect(await ask("three", [idOf(1), idOf(2)], told)).toMatchObject({
      value: { to: [idOf(2)], spared: 1 },
    });
    await world.pool.query(
      "INSERT INTO quiet_period (first_day, last_day, titles) VALUES ('2026-10-10', '2026-10-20', '{}')",
    );
    expect(await ask("four", [idOf(3)], told)).toMatchObject({ value: { to: [], spared: 1 } });
  });
});

describe("a request that changes", () => {
  const reason = { fr: "Le conseil se réunit plus tard." };
  const kindsTold = async (index: number) => {
    const { rows } = await world.pool.query<{ kind: string }>(
      "SELECT kind FROM notice WHERE person_id = $1 AND settled_at IS NULL ORDER BY id",
      [idOf(index)],
    );
    return rows.map(({ kind }) => kind);
  };
  const askAll = async () => {
    const asked = await api().arrange.ask(organiser, {
      key: randomUUID(),
      kind: "survey",
      titles: { fr: "Vos outils" },
      link: "/smartlab",
      office: "",
      whoActs: "l’équipe conseil",
      answerBy: "2026-11-30",
      fr: "Vos outils",
      nl: "",
      de: "",
      en: "",
    });
    expect(asked).toMatchObject({ ok: true });
    const page = await api().solicitations(organiser, {});
    return page.ok ? page.value.solicitations[0]!.id : "";
  };

  it("is promised for another day with a reason, and who was asked is told", async () => {
    const solicitationId = await askAll();
    const moved = { solicitationId, answerBy: "2026-12-15", reason };
    expect(await api().arrange.move(member, moved)).toMatchObject({
      refusal: { code: "not-allowed" },
    });
    expect(await api().arrange.move(organiser, { ...moved, answerBy: "2026-10-14" })).toMatchObject(
      { refusal: { code: "bad-input" } },
    );
    expect(await api().arrange.move(organiser, moved)).toMatchObject({ ok: true });
    expect(await api().arrange.move(organiser, moved)).toMatchObject({ ok: true });
    expect(await kindsTold(1)).toEqual(["solicitation", "solicitation-moved"]);
    expect(await api().solicitations(member, {})).toMatchObject({
      value: {
        solicitations: [
          {
            answerBy: "2026-12-15",
            changes: [{ kind: "moved", from: "2026-11-30", to: "2026-12-15", reason }],
          },
        ],
      },
    });
  });

  it("is called off once: nobody needs to answer, and it fills nobody's cap", async () => {
    const solicitationId = await askAll();
    await ask("second", [idOf(1)]);
    const off = { solicitationId, reason };
    const both = await Promise.all([1, 2].map(() => api().arrange.cancel(organiser, off)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await kindsTold(1)).toEqual(["solicitation-cancelled"]);
    expect(await api().solicitations(member, {})).toMatchObject({
      value: { mine: 1, solicitations: [{}, { state: "cancelled", changes: [{ reason }] }] },
    });
    expect(await ask("third", [idOf(1)])).toMatchObject({ value: { spared: 0 } });
  });
});
