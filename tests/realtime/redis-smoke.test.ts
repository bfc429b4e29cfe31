import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SessionView } from "#wire/live-session.ts";
import { sessionRoom } from "#wire/protocol.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { LiveClient } from "../support/live-client.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../support/live-assembly.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { startJobs, startWeb, type ServerProcess } from "../support/server-process.ts";

let database: TestDatabase;
let redis: TestRedis;
let pool: pg.Pool;
let assembly: LiveAssembly;
let members: SignedIn[];
let processes: ServerProcess[];

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, 12);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  members = await signIn(
    pool,
    assembly.electors.map((elector) => elector.id),
  );
  const options = { databaseUrl: database.url, env: { REDIS_URL: redis.url } };
  processes = await Promise.all([startWeb(options), startWeb(options), startJobs(options)]);
});

afterAll(async () => {
  await Promise.all(processes.map((process) => process.stop()));
  await pool.end();
  await redis.stop();
  await database.drop();
});

it("takes a vote from two web processes, counts it by a job on Redis and shows it on both", async () => {
  const decisionId = await createDecision(pool, assembly, { phase: "draft" });
  const clients = await Promise.all(
    members.map((member, index) =>
      LiveClient.connect(processes[index % 2]?.url ?? "", { cookie: member.cookie }),
    ),
  );
  const [chair, ...voters] = clients;
  if (!chair) throw new Error("no chair");
  const room = sessionRoom(assembly.id, "member");
  await Promise.all(clients.map((client) => client.join(room)));
  const shown = (client: LiveClient) => client.view<SessionView>(room).decisions[decisionId]?.phase;

  const opened = await chair.command("decision.open", { decisionId, overrideReason: "essai" });
  expect(opened).toMatchObject({ ok: true });
  for (const client of clients) {
    await expect.poll(() => shown(client)).toBe("open");
  }

  const answers = await Promise.all(
    voters.map((voter, index) =>
      voter.command("decision.cast", {
        decisionId,
        electorId: members[index + 1]?.personId,
        optionId: index < 8 ? "for" : "against",
      }),
    ),
  );
  expect(answers.every((answer) => answer.ok)).toBe(true);

  expect(await chair.command("decision.close", { decisionId })).toMatchObject({ ok: true });
  const phase = async () =>
    (await pool.query<{ phase: string }>("SELECT phase FROM decision WHERE id = $1", [decisionId]))
      .rows[0]?.phase;
  await expect.poll(phase).toBe("counted");
  expect(shown(chair)).not.toBe("published");

  expect(await chair.command("decision.publish", { decisionId })).toMatchObject({ ok: true });
  for (const client of clients) {
    await expect.poll(() => shown(client)).toBe("published");
    const card = client.view<SessionView>(room).decisions[decisionId];
    expect(card?.report?.counts).toEqual({ for: 8, against: 3, abstain: 0 });
  }
  clients.forEach((client) => client.close());
});

it("keeps taking votes and telling everybody while Redis is away", async () => {
  const decisionId = await createDecision(pool, assembly);
  const [one, two] = await Promise.all([
    LiveClient.connect(processes[0]?.url ?? "", { cookie: members[1]?.cookie ?? "" }),
    LiveClient.connect(processes[1]?.url ?? "", { cookie: members[2]?.cookie ?? "" }),
  ]);
  const room = sessionRoom(assembly.id, "member");
  await Promise.all([one.join(room), two.join(room)]);
  await redis.kill();
  const answer = await one.command("decision.cast", {
    decisionId,
    electorId: members[1]?.personId,
    optionId: "for",
  });
  expect(answer).toMatchObject({ ok: true });
  const cast = () => two.view<SessionView>(room).decisions[decisionId]?.cast;
  await expect.poll(cast).toBe(1);
  await redis.start();
  one.close();
  two.close();
});
