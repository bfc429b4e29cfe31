import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { ChosenFor, Notice } from "#wire/notifications.ts";
import { notify } from "#server/features/notifications/notify.ts";
import { inTransaction } from "#server/platform/database.ts";
import { signInAs } from "../../support/actors.ts";
import { createSignInWorld, type SignInWorld } from "../auth/sign-in-world.ts";

let world: SignInWorld;
beforeAll(async () => {
  world = await createSignInWorld(1);
});
afterAll(() => world.close());

// A Monday, an hour after the digests of the week.
const MONDAY = "2026-10-12T07:00:00.000Z";

beforeEach(async () => {
  world.clock.set(MONDAY);
  await world.pool.query("TRUNCATE notice, digest_line, notice_choice, mail, digest_run");
});

const NEWS: Notice = {
  kind: "question-answered",
  body: "assembly",
  link: "/assembly",
  key: "news/1",
  urgency: "digest",
};

const api = () => world.container.api.notifications;
const tell = (notice: Notice) =>
  inTransaction(world.pool, (client) =>
    notify(world.container.platform, client, notice, [world.people[0]!.id]),
  );
const choose = async (chosen: ChosenFor) => {
  const [actor] = await signInAs(world.container, [world.people[0]!.id]);
  expect(await api().choose(actor!, chosen)).toMatchObject({ ok: true });
};
const mails = async () => {
  const { rows } = await world.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM mail",
  );
  return rows[0]!.count;
};

it("takes along what waits for a digest, and not what was written before", async () => {
  await tell(NEWS);
  expect(await api().writeDigests()).toBe(1);
  await tell({ ...NEWS, key: "news/2" });
  await choose({ body: "*", inApp: "shown", mail: "daily" });
  world.clock.set("2026-10-13T07:00:00.000Z");
  expect(await api().writeDigests()).toBe(1);
  const { rows } = await world.pool.query<{ subject: string }>(
    "SELECT subject FROM mail ORDER BY created_at DESC LIMIT 1",
  );
  expect(rows[0]?.subject).not.toMatch(/2/);
  world.clock.set("2026-10-19T07:00:00.000Z");
  expect(await api().writeDigests()).toBe(0);
  expect(await mails()).toBe(2);
});

it("ends what waited by mail, and brings nothing back that was not to come by mail", async () => {
  await tell({ ...NEWS, urgency: "soon" });
  await tell({ ...NEWS, key: "news/2" });
  await choose({ body: "assembly", inApp: "shown", mail: "none" });
  await tell({ ...NEWS, key: "news/3" });
  await choose({ body: "assembly", inApp: "shown", mail: "daily" });
  world.clock.set("2026-10-14T10:00:00.000Z");
  await api().mailNotices();
  expect(await api().writeDigests()).toBe(0);
  expect(await mails()).toBe(0);
  expect(await api().unread(world.people[0]!.id)).toBe(3);
});

it("turns what could not wait into a line of the digest, and back", async () => {
  await tell({ ...NEWS, urgency: "soon" });
  await choose({ body: "*", inApp: "shown", mail: "weekly" });
  await api().mailNotices();
  expect(await mails()).toBe(0);
  await choose({ body: "*", inApp: "shown", mail: "now" });
  await api().mailNotices();
  expect(await mails()).toBe(1);
  expect(await api().writeDigests()).toBe(0);
});
