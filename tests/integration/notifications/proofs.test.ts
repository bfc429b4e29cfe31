import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor, Role } from "#domain/kernel/actor.ts";
import { notify } from "#server/features/notifications/notify.ts";
import { inTransaction } from "#server/platform/database.ts";
import { signInAs } from "../../support/actors.ts";
import { createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";

let world: SignInWorld;
let organiser: PersonActor;
let secretary: PersonActor;
let member: PersonActor;
let elsewhere: PersonActor;

const ASSEMBLY = "11111111-1111-4111-8111-111111111111";

/** More than one page of lines. */
const PEOPLE = 120;

beforeAll(async () => {
  world = await createSignInWorld(PEOPLE);
  world.clock.set("2026-10-14T10:00:00.000Z");
  await grant(0, "organiser", "cooperative");
  await grant(1, "secretary", `assembly:${ASSEMBLY}`);
  await grant(2, "secretary", `assembly:${randomUUID()}`);
  [organiser, secretary, elsewhere, member] = (await signInAs(
    world.container,
    [0, 1, 2, 3].map(idOf),
  )) as [PersonActor, PersonActor, PersonActor, PersonActor];
  await world.pool.query("UPDATE person SET email = NULL WHERE id = $1", [idOf(4)]);
  await inform();
  while ((await api().mailNotices()) > 0);
});
afterAll(() => world.close());

const idOf = (index: number) => world.people[index]!.id;
const api = () => world.container.api.notifications;

async function grant(index: number, role: Role, body: string): Promise<void> {
  await world.pool.query(
    `INSERT INTO role_grant (id, person_id, role, body, valid_from)
     VALUES ($1, $2, $3, $4, '2020-01-01')`,
    [randomUUID(), idOf(index), role, body],
  );
}

const NOTICE = {
  key: "11111111-2222-4333-8444-555555555555",
  titles: { fr: "La séance a lieu ailleurs", en: "The session takes place elsewhere" },
  link: "/assembly",
  basis: "article 24 des statuts",
  fr: "",
  nl: "",
  de: "",
  en: "",
};
const KEY = `ask:${NOTICE.key}`;

/** What law asks for, to everybody, whatever they chose. */
async function inform(): Promise<void> {
  const nothing = { body: "*", inApp: "hidden", mail: "none" } as const;
  expect(await api().choose(member, nothing)).toMatchObject({ ok: true });
  expect(await api().arrange.inform(member, NOTICE)).toMatchObject({
    refusal: { code: "not-allowed" },
  });
  const sent = await Promise.all([1, 2].map(() => api().arrange.inform(organiser, NOTICE)));
  expect(sent).toMatchObject([{ value: { asked: PEOPLE } }, { value: { asked: PEOPLE } }]);
}

const pageOf = async (actor: PersonActor, more: { after?: string; state?: "no-address" } = {}) =>
  api().proofs.of(actor, { key: KEY, language: "fr", ...more });

it("proves to whom it went, when, with which text, page by page", async () => {
  const first = await pageOf(organiser);
  expect(first).toMatchObject({
    value: {
      subject: "La séance a lieu ailleurs",
      counts: { waiting: PEOPLE - 1, "no-address": 1, taken: 0 },
    },
  });
  if (!first.ok) throw new Error(first.refusal.code);
  const second = await pageOf(organiser, { after: first.value.next! });
  if (!second.ok) throw new Error(second.refusal.code);
  const lines = [...first.value.lines, ...second.value.lines];
  expect(new Set(lines.map(({ personId }) => personId)).size).toBe(PEOPLE);
  expect(second.value.next).toBeUndefined();

  const { rows } = await world.pool.query<{ subject: string; body: string }>(
    "SELECT subject, body FROM mail WHERE person_id = $1",
    [member.personId],
  );
  const [mail] = rows;
  expect(lines.find(({ personId }) => personId === member.personId)).toMatchObject({
    recipient: world.addressOf(3),
    state: "waiting",
    hash: createHash("sha256").update(`${mail?.subject}\n\n${mail?.body}`).digest("hex"),
  });
  expect(mail?.body).toContain(NOTICE.basis);
});

it("shows what did not arrive, and a table of everything", async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT id FROM mail WHERE person_id = $1",
    [idOf(5)],
  );
  await world.pool.query("UPDATE mail SET failures = 99 WHERE id = $1", [rows[0]!.id]);
  await api().enqueueUnsent();
  expect(await pageOf(organiser, { state: "no-address" })).toMatchObject({
    value: { lines: [{ personId: idOf(4), recipient: "" }], counts: { "given-up": 1 } },
  });
  const csv = await api().proofs.csv(organiser, { key: KEY, language: "fr" });
  expect(csv.ok && csv.value.trim().split("\r\n")).toHaveLength(PEOPLE + 1);
});

it("is for organisers, and for the secretary of the assembly that it is about", async () => {
  const key = "about-the-assembly";
  await inTransaction(world.pool, (client) =>
    notify(
      world.container.platform,
      client,
      {
        kind: "statutory-notice",
        body: `assembly:${ASSEMBLY}`,
        link: "/assembly",
        details: { title: "Autre salle", basis: "article 24" },
        key,
        urgency: "statutory",
      },
      [idOf(6)],
    ),
  );
  while ((await api().mailNotices()) > 0);
  const keysFor = async (actor: PersonActor) => {
    const page = await api().proofs.page(actor, { language: "fr" });
    return page.ok
      ? page.value.sendings.map(({ of }) => ("key" in of ? of.key : of.page)).sort()
      : page.refusal.code;
  };
  expect(await keysFor(organiser)).toEqual([key, KEY].sort());
  expect(await keysFor(secretary)).toEqual([key]);
  expect(await keysFor(elsewhere)).toEqual([]);
  expect(await keysFor(member)).toBe("not-allowed");
  const of = (actor: PersonActor, asked: string) =>
    api().proofs.of(actor, { key: asked, language: "fr" });
  expect(await of(secretary, key)).toMatchObject({ value: { lines: [{ personId: idOf(6) }] } });
  expect(await of(secretary, KEY)).toMatchObject({ refusal: { code: "not-found" } });
  expect(await of(elsewhere, key)).toMatchObject({ refusal: { code: "not-found" } });
  expect(await of(member, key)).toMatchObject({ refusal: { code: "not-allowed" } });
  expect(await api().proofs.csv(member, { key, language: "fr" })).toMatchObject({ ok: false });
});
