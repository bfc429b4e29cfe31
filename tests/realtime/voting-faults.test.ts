import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seededRandom } from "../support/fixed.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import { LiveClient } from "../support/live-client.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../support/live-assembly.ts";
import { startOwnPostgres, type OwnPostgres } from "../support/own-postgres.ts";
import { freePort, startJobs, startWeb, type ServerProcess } from "../support/server-process.ts";

const ELECTORS = 60;
const CHANGES_OF_VOTE = 6;
const KILLS = 9;
const OPTIONS = ["for", "against", "abstain"];

let postgres: OwnPostgres;
let pool: pg.Pool;
let assembly: LiveAssembly;
let members: SignedIn[];
let web: ServerProcess;
let jobs: ServerProcess;
let port: number;

beforeAll(async () => {
  postgres = await startOwnPostgres();
  pool = new pg.Pool({ connectionString: postgres.url });
  pool.on("error", () => undefined);
  assembly = await createLiveAssembly(pool, ELECTORS);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  members = await signIn(
    pool,
    assembly.electors.map((elector) => elector.id),
  );
  port = await freePort();
  web = await startWeb({ databaseUrl: postgres.url, port });
  jobs = await startJobs({ databaseUrl: postgres.url });
});

afterAll(async () => {
  await Promise.all([web.stop(), jobs.stop()]);
  await pool.end();
  await postgres.stop();
});

type Vote = { optionId: string; revision: number };

/** Casts and changes its mind, remembering only what was acknowledged. */
async function voter(client: LiveClient, electorId: string, decisionId: string, seed: number) {
  const random = seededRandom(seed);
  let last: Vote | undefined;
  for (let change = 0; change < CHANGES_OF_VOTE; change += 1) {
    const optionId = OPTIONS[random.below(OPTIONS.length)] ?? "for";
    const answer = await client.command<{ revision: number }>("decision.cast", {
      decisionId,
      electorId,
      optionId,
    });
    if (!answer.ok) throw new Error(`refused: ${answer.error.code}`);
    last = { optionId, revision: answer.result.revision };
    await pause(random.below(900));
  }
  return last;
}

/** Web, jobs and PostgreSQL die in turn, without a goodbye, while everybody votes. */
async function killInTurn(): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    await pause(300);
    if (kill % 3 === 0) {
      await web.kill();
      web = await startWeb({ databaseUrl: postgres.url, port });
    } else if (kill % 3 === 1) {
      await postgres.kill();
      await postgres.start();
    } else {
      await jobs.kill();
      jobs = await startJobs({ databaseUrl: postgres.url });
    }
  }
}

it("counts every acknowledged vote exactly once and nothing else, whatever dies", async () => {
  const decisionId = await createDecision(pool, assembly);
  const clients = await Promise.all(
    members.map((member) => LiveClient.connect(web.url, { cookie: member.cookie })),
  );
  const [acknowledged] = await Promise.all([
    Promise.all(
      clients.map((client, index) =>
        voter(client, members[index]?.personId ?? "", decisionId, index),
      ),
    ),
    killInTurn(),
  ]);

  const [chair] = clients;
  if (!chair) throw new Error("no chair");
  const closed = chair.command("decision.close", { decisionId });
  // The count's process dies as the count is asked for; another one must finish it.
  await jobs.kill();
  expect(await closed).toMatchObject({ ok: true });
  const late = await chair.command("decision.cast", {
    decisionId,
    electorId: members[0]?.personId,
    optionId: "for",
  });
  expect(late).toMatchObject({ ok: false, error: { code: "vote-closed" } });
  jobs = await startJobs({ databaseUrl: postgres.url });

  const phase = async () =>
    (await pool.query<{ phase: string }>("SELECT phase FROM decision WHERE id = $1", [decisionId]))
      .rows[0]?.phase;
  await expect.poll(phase, { interval: 200 }).toBe("counted");

  const { rows } = await pool.query<{ elector_id: string; option_id: string; revision: number }>(
    "SELECT elector_id, option_id, revision FROM ballot WHERE decision_id = $1",
    [decisionId],
  );
  const written = new Map(rows.map((row) => [row.elector_id, row]));
  expect(written.size).toBe(ELECTORS);
  members.forEach((member, index) => {
    expect(written.get(member.personId)).toMatchObject({
      option_id: acknowledged[index]?.optionId,
      revision: CHANGES_OF_VOTE,
    });
  });
  const tally = await pool.query<{ report: { counts: Record<string, number> } }>(
    "SELECT report FROM tally WHERE decision_id = $1",
    [decisionId],
  );
  const expected = { for: 0, against: 0, abstain: 0 };
  for (const vote of acknowledged) expected[(vote?.optionId ?? "for") as "for"] += 1;
  expect(tally.rows[0]?.report.counts).toEqual(expected);

  const waiting = async () =>
    (await pool.query("SELECT 1 FROM outbox_event WHERE dispatched_at IS NULL")).rowCount;
  await expect.poll(waiting).toBe(0);
  clients.forEach((client) => client.close());
});

it("delivers what a killed process left in the outbox", async () => {
  await web.kill();
  await jobs.kill();
  const decisionId = await createDecision(pool, assembly);
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("UPDATE decision SET phase = 'closed', closed_at = now() WHERE id = $1", [
    decisionId,
  ]);
  await client.query("INSERT INTO outbox_event (topic, payload) VALUES ('job', $1)", [
    { topic: "job", name: "decision.count", key: randomUUID(), payload: { decisionId } },
  ]);
  await client.query("COMMIT");
  client.release();
  web = await startWeb({ databaseUrl: postgres.url, port });
  jobs = await startJobs({ databaseUrl: postgres.url });
  const counted = async () =>
    (await pool.query("SELECT 1 FROM tally WHERE decision_id = $1", [decisionId])).rowCount;
  await expect.poll(counted, { interval: 200 }).toBe(1);
});
