import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ChosenFor, Notice } from "#wire/notifications.ts";
import { notify, settle } from "#server/features/notifications/notify.ts";
import { inTransaction } from "#server/platform/database.ts";
import { createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";
import { signInAs } from "../../support/actors.ts";

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(4);
});
afterAll(() => world.close());

// A Wednesday at noon in Brussels: nobody's quiet hours.
const NOON = "2026-10-14T10:00:00.000Z";

beforeEach(async () => {
  world.clock.set(NOON);
  await world.pool.query(
    "TRUNCATE notice, digest_line, notice_choice, quiet_hours, mail, digest_run, statutory_sending",
  );
});

const LAB = "lab:11111111-1111-4111-8111-111111111111";
const SOON: Notice = {
  kind: "question-answered",
  body: LAB,
  bodyName: "Ateliers bois",
  link: "/smartlab/ateliers-bois",
  key: "answered/1",
  urgency: "soon",
};

const api = () => world.container.api.notifications;
const idOf = (index: number) => world.people[index]!.id;
const tell = (notice: Notice, to: string[]) =>
  inTransaction(world.pool, (client) => notify(world.container.platform, client, notice, to));
const actor = async (index: number) => (await signInAs(world.container, [idOf(index)]))[0]!;

const NOTHING = { inApp: "hidden", mail: "none" } as const;
const choose = async (index: number, chosen: ChosenFor) =>
  expect(await api().choose(await actor(index), chosen)).toMatchObject({ ok: true });

async function toldBy(column: "mail" | "in_app"): Promise<Record<string, unknown>> {
  const { rows } = await world.pool.query<{ person_id: string; told: unknown }>(
    `SELECT person_id, ${column} AS told FROM notice`,
  );
  return Object.fromEntries(rows.map(({ person_id, told }) => [person_id, told]));
}

async function mails() {
  const { rows } = await world.pool.query<{
    recipient: string;
    subject: string;
    body: string;
    unsubscribe: string | null;
    not_before: Date | null;
  }>("SELECT * FROM mail ORDER BY recipient, subject");
  return rows;
}

async function mailAll(): Promise<void> {
  while ((await api().mailNotices()) > 0);
}

describe("what cannot wait", () => {
  it("is told once to a person, and mailed once", async () => {
    await tell(SOON, [idOf(0), idOf(1)]);
    await tell(SOON, [idOf(0), idOf(1), idOf(2)]);
    await Promise.all([mailAll(), mailAll()]);
    expect((await mails()).map(({ recipient }) => recipient)).toEqual(
      [0, 1, 2].map(world.addressOf),
    );
  });

  it("is not told to who did it", async () => {
    await tell({ ...SOON, by: idOf(0) }, [idOf(0), idOf(1)]);
    await mailAll();
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([world.addressOf(1)]);
  });

  it("waits for the end of quiet hours, and is not sent when it was read meanwhile", async () => {
    world.clock.set("2026-10-14T20:30:00.000Z");
    await tell(SOON, [idOf(0), idOf(1)]);
    await mailAll();
    expect(await mails()).toEqual([]);
    await api().markRead(await actor(0), {});
    world.clock.set("2026-10-15T06:00:00.000Z");
    await mailAll();
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([world.addressOf(1)]);
  });

  it("that is done already is not mailed", async () => {
    await tell(SOON, [idOf(0), idOf(1)]);
    await inTransaction(world.pool, (client) =>
      settle(world.container.platform, client, SOON.key, [idOf(0)]),
    );
    await mailAll();
    expect((await mails()).map(({ recipient }) => recipient)).toEqual([world.addressOf(1)]);
    expect(await api().unread(idOf(0))).toBe(0);
  });

  it("follows the narrowest choice", async () => {
    await choose(0, { body: "*", ...NOTHING });
    await choose(1, { body: "*", ...NOTHING });
    await choose(1, { body: "lab", inApp: "shown", mail: "daily" });
    await choose(2, { body: "lab", ...NOTHING });
    await choose(2, { body: LAB, inApp: "shown", mail: "now" });
    await tell(SOON, [0, 1, 2, 3].map(idOf));
    expect(await toldBy("mail")).toEqual({
      [idOf(1)]: "daily",
      [idOf(2)]: "now",
      [idOf(3)]: "now",
    });
  });

  it("follows each channel by itself, the wider choice where a narrower leaves one open", async () => {
    await choose(0, { body: "*", inApp: "hidden", mail: "daily" });
    await choose(1, { body: "*", inApp: "hidden", mail: "daily" });
    await choose(1, { body: LAB, inApp: "shown", mail: undefined });
    await choose(2, { body: LAB, inApp: undefined, mail: "none" });
    await tell(SOON, [0, 1, 2].map(idOf));
    expect(await toldBy("mail")).toEqual({
      [idOf(0)]: "daily",
      [idOf(1)]: "daily",
      [idOf(2)]: "none",
    });
    expect(await toldBy("in_app")).toEqual({
      [idOf(0)]: false,
      [idOf(1)]: true,
      [idOf(2)]: true,
    });
    // By mail alone: neither counted nor among the news.
    expect(await Promise.all([0, 1].map((index) => api().unread(idOf(index))))).toEqual([0, 1]);
    expect(await api().page(await actor(0), { language: "fr" })).toMatchObject({
      value: { groups: [] },
    });
    // What is not read yet follows another choice.
    await choose(0, { body: LAB, inApp: "shown", mail: "none" });
    expect(await api().unread(idOf(0))).toBe(1);
    expect((await toldBy("mail"))[idOf(0)]).toBe("none");
    expect(await api().choices(await actor(0), "fr")).toMatchObject({
      value: {
        everything: { inApp: "hidden", mail: "daily" },
        bodies: [{ body: LAB, choice: { inApp: "shown", mail: "none" } }],
      },
    });
  });
});

describe("what law asks for", () => {
  const CONVOCATION: Notice = { ...SOON, key: "law/1", urgency: "statutory" };

  it("is sent whatever was chosen, at any hour, and proved", async () => {
    world.clock.set("2026-10-14T23:00:00.000Z");
    await choose(0, { body: "*", ...NOTHING });
    await world.pool.query("UPDATE person SET email_status = 'bounced' WHERE id = $1", [idOf(1)]);
    await tell(CONVOCATION, [idOf(0), idOf(1)]);
    await api().markRead(await actor(0), {});
    await mailAll();
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: world.addressOf(0), unsubscribe: null });
    const { rows } = await world.pool.query(
      `SELECT person_id, mail_id IS NOT NULL AS mailed,
         text_sha256 = sha256(convert_to($1, 'UTF8')) AS same FROM statutory_sending`,
      [`${mail?.subject}\n\n${mail?.body}`],
    );
    expect(rows).toContainEqual({ person_id: idOf(0), mailed: true, same: true });
    expect(rows).toHaveLength(2);
    await world.pool.query("UPDATE person SET email_status = 'working'");
  });
});

describe("one click to leave", () => {
  it("works signed out, for that body alone, and what waits follows", async () => {
    await tell(SOON, [idOf(0)]);
    await mailAll();
    const token = (await mails())[0]!.unsubscribe!.split("/").at(-1)!;
    const other: Notice = { ...SOON, body: "assembly", key: "other" };
    world.clock.set("2026-10-14T20:30:00.000Z");
    await tell({ ...SOON, key: "answered/2" }, [idOf(0)]);
    await tell(other, [idOf(0)]);
    expect(await api().whatEnds({ token, language: "fr" })).toMatchObject({
      value: { everything: false, name: "Ateliers bois" },
    });
    expect(await api().unsubscribe(token)).toMatchObject({ ok: true });
    world.clock.set("2026-10-15T10:00:00.000Z");
    await mailAll();
    expect(await mails()).toHaveLength(2);
  });

  it("opens nothing with a link of somebody's own making", async () => {
    const said = Buffer.from(`${idOf(0)} *`).toString("base64url");
    expect(await api().unsubscribe(`${said}.${"A".repeat(32)}`)).toMatchObject({ ok: false });
    expect(await api().unsubscribe("")).toMatchObject({ ok: false });
  });
});

it("shows one's own notices by body, newest first, and nobody else's", async () => {
  await tell(SOON, [idOf(0)]);
  await tell({ ...SOON, body: "assembly", bodyName: "", key: "assembly/1" }, [idOf(0)]);
  await tell({ ...SOON, key: "answered/2", kind: "question-merged" }, [idOf(0), idOf(1)]);
  const own = await actor(0);
  const page = await api().page(own, { language: "fr" });
  expect(page).toMatchObject({
    value: {
      unread: 3,
      groups: [{ name: "Ateliers bois", notices: [{}, {}] }, { name: "L’assemblée générale" }],
    },
  });
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT id FROM notice WHERE person_id = $1",
    [idOf(1)],
  );
  expect(await api().markRead(own, { noticeId: rows[0]!.id })).toMatchObject({ ok: false });
  expect(await api().unread(idOf(1))).toBe(1);
});
