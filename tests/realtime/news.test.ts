import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { NEWS_ROOM_NAME } from "#domain/notifications/news-room.ts";
import { type Container, createContainer } from "#server/container.ts";
import { notify, settle } from "#server/features/notifications/notify.ts";
import { inTransaction } from "#server/platform/database.ts";
import type { Notice } from "#wire/notifications.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { testEnv } from "../support/env.ts";
import { createLiveAssembly } from "../support/live-assembly.ts";
import { LiveClient } from "../support/live-client.ts";
import { type ServerProcess, startWeb } from "../support/server-process.ts";

let database: TestDatabase;
let pool: pg.Pool;
let web: ServerProcess[];
/** A process of its own, as the job process is: it has no reader. */
let elsewhere: Container;
let people: SignedIn[];
const open: LiveClient[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  const { electors } = await createLiveAssembly(pool, 2);
  people = await signIn(
    pool,
    electors.map(({ id }) => id),
  );
  web = await Promise.all([1, 2].map(() => startWeb({ databaseUrl: database.url })));
  elsewhere = createContainer(testEnv(database.url));
});

afterAll(async () => {
  open.forEach((client) => client.close());
  await elsewhere.close();
  await Promise.all(web.map((process) => process.stop()));
  await pool.end();
  await database.drop();
});

const NEWS: Notice = {
  kind: "question-answered",
  body: "assembly",
  link: "/assembly",
  key: "news/1",
  urgency: "digest",
};

it("is counted live in every tab of its reader, whatever process, and in nobody else's", async () => {
  const [own, other] = people as [SignedIn, SignedIn];
  const tabs = await Promise.all(web.map(({ url }) => LiveClient.connect(url, own)));
  const stranger = await LiveClient.connect(web[0]!.url, other);
  open.push(...tabs, stranger);
  for (const client of open) {
    expect(await client.join(NEWS_ROOM_NAME)).toMatchObject({ ok: true, snapshot: { unread: 0 } });
  }
  const counted = () => open.map(({ views }) => views.get(NEWS_ROOM_NAME)?.view["unread"]);

  const { platform } = elsewhere;
  await inTransaction(pool, (client) => notify(platform, client, NEWS, [own.personId]));
  await expect.poll(counted).toEqual([1, 1, 0]);

  await inTransaction(pool, (client) => settle(platform, client, NEWS.key));
  await expect.poll(counted).toEqual([0, 0, 0]);
});

it("has no room but one's own", async () => {
  const client = await LiveClient.connect(web[0]!.url, people[1]!);
  open.push(client);
  const ofAnother = NEWS_ROOM_NAME.replace(
    "00000000-0000-4000-8000-000000000000",
    people[0]!.personId,
  );
  expect(await client.join(ofAnother)).toMatchObject({ error: { code: "unknown-room" } });
  expect(await client.join(NEWS_ROOM_NAME.replace("mine", "member"))).toMatchObject({
    error: { code: "unknown-room" },
  });
});
