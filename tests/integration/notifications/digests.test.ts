import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Notice } from "#wire/notifications.ts";
import { writePage } from "#server/features/notifications/digests.ts";
import { notify, settle } from "#server/features/notifications/notify.ts";
import { createUnsubscribeLinks } from "#server/features/notifications/unsubscribe.ts";
import { inTransaction } from "#server/platform/database.ts";
import { createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";

/** More than two pages of readers. */
const READERS = 1_203;

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(READERS);
});
afterAll(() => world.close());

// A Monday, an hour after the digests of the week.
const MONDAY = "2026-10-12T07:00:00.000Z";
const WEEK = { rhythm: "weekly", period: "weekly:2026-10-12" } as const;

beforeEach(async () => {
  world.clock.set(MONDAY);
  await world.pool.query(
    "TRUNCATE notice, digest_line, notice_choice, quiet_hours, mail, digest_run",
  );
});

const NEWS: Notice = {
  kind: "question-answered",
  body: "lab:11111111-1111-4111-8111-111111111111",
  bodyName: "Ateliers bois",
  link: "/smartlab/ateliers-bois",
  key: "news/1",
  urgency: "digest",
};

const api = () => world.container.api.notifications;
const everybody = () => world.people.map(({ id }) => id);
const tell = (notice: Notice, to: string[]) =>
  inTransaction(world.pool, (client) => notify(world.container.platform, client, notice, to));
const mailsOf = async (index: number) => {
  const { rows } = await world.pool.query<{
    subject: string;
    body: string;
    not_before: Date | null;
  }>("SELECT subject, body, not_before FROM mail WHERE person_id = $1", [world.people[index]!.id]);
  return rows;
};
const count = async (sql: string) =>
  (await world.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`)).rows[0]!
    .count;

describe("a digest", () => {
  it("comes once to everybody, however often and beside whom the job runs", async () => {
    await tell(NEWS, everybody());
    await Promise.all([api().writeDigests(), api().writeDigests(), api().writeDigests()]);
    await api().writeDigests();
    expect(await count("mail")).toBe(READERS);
    expect(await count("(SELECT DISTINCT person_id FROM mail) each")).toBe(READERS);
  });

  it("goes on from the next person after a process was killed", async () => {
    await tell(NEWS, everybody());
    const { platform } = world.container;
    const links = createUnsubscribeLinks(platform.env);
    expect(await writePage(platform, links, WEEK)).toMatchObject({ written: 500, last: false });
    const killed = { ...platform, random: { ...platform.random, uuid: () => "killed" } };
    await expect(writePage(killed, links, WEEK)).rejects.toThrow();
    expect(await count("mail")).toBe(500);
    expect(await api().writeDigests()).toBe(READERS - 500);
    expect(await count("(SELECT DISTINCT person_id FROM mail) each")).toBe(READERS);
  });

  it("is never empty, and says nothing of what was read or done", async () => {
    const [reads, does, ...rest] = everybody();
    await tell(NEWS, [reads!, does!, rest[0]!]);
    await world.pool.query(
      "UPDATE notice SET read_at = now(), mail = 'none' WHERE person_id = $1",
      [reads],
    );
    await inTransaction(world.pool, (client) =>
      settle(world.container.platform, client, NEWS.key, [does!]),
    );
    expect(await api().writeDigests()).toBe(1);
    world.clock.set("2026-10-19T07:00:00.000Z");
    expect(await api().writeDigests()).toBe(0);
  });

  it("is grouped by body, the newest first, in the reader's language", async () => {
    await world.pool.query("UPDATE person SET language = 'nl' WHERE id = $1", [
      world.people[0]!.id,
    ]);
    const to = [world.people[0]!.id];
    await tell(NEWS, to);
    world.clock.advance(1_000);
    await tell(
      { ...NEWS, body: "assembly", bodyName: "", key: "news/2", kind: "appeal-upheld" },
      to,
    );
    world.clock.advance(1_000);
    await tell({ ...NEWS, key: "news/3", kind: "question-merged" }, to);
    await api().writeDigests();
    const [{ subject, body } = { subject: "", body: "" }] = await mailsOf(0);
    expect(subject).toBe("Uw weekoverzicht: 3 berichten");
    const order = [
      "Ateliers bois\n=====",
      "Uw vraag is samengevoegd",
      "Een schriftelijk antwoord",
      "De algemene vergadering\n=====",
      "Uw beroep is aanvaard",
      "/unsubscribe/",
    ].map((words) => body.indexOf(words));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order[0]).toBeGreaterThan(0);
  });

  it("comes after its reader's quiet hours", async () => {
    await world.pool.query("INSERT INTO quiet_hours VALUES ($1, 22, 11)", [world.people[0]!.id]);
    await tell(NEWS, everybody().slice(0, 2));
    await api().writeDigests();
    expect((await mailsOf(0))[0]?.not_before).toEqual(new Date("2026-10-12T09:00:00.000Z"));
    expect((await mailsOf(1))[0]?.not_before).toBeNull();
  });

  it("of the day takes what was chosen for the day alone", async () => {
    const [daily, weekly] = everybody();
    await world.pool.query(
      "INSERT INTO notice_choice (person_id, body, channel, choice) VALUES ($1, 'lab', 'mail', 'daily')",
      [daily],
    );
    // The week's is out already.
    await api().writeDigests();
    world.clock.set("2026-10-13T07:00:00.000Z");
    await tell(NEWS, [daily!, weekly!]);
    expect(await api().writeDigests()).toBe(1);
    expect(await mailsOf(0)).toHaveLength(1);
  });
});
