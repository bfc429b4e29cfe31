import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { seededRandom } from "#server/platform/random.ts";
import { LiveLine } from "#server/rehearsal/live-line.ts";
import { Measures } from "#server/rehearsal/measures.ts";
import type { SessionView } from "#wire/live-session.ts";
import { applyPatch } from "#wire/merge-patch.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import { sessionRoom, type Delta } from "#wire/protocol.ts";
import { startBalancer, type Balancer } from "../support/balancer.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { signIn, type SignedIn } from "../support/electors.ts";
import {
  createDecision,
  createLiveAssembly,
  grantRole,
  type LiveAssembly,
} from "../support/live-assembly.ts";
import { startRedis, type TestRedis } from "../support/redis.ts";
import { freePort, startJobs, startWeb, type ServerProcess } from "../support/server-process.ts";

const MEMBERS = 45;
const WEB = 3;

let database: TestDatabase;
let redis: TestRedis;
let pool: pg.Pool;
let assembly: LiveAssembly;
let people: SignedIn[];
let ports: number[];
let web: ServerProcess[];
let jobs: ServerProcess;
let balancer: Balancer;
const open: Reader[] = [];

const options = () => ({
  databaseUrl: database.url,
  env: { REDIS_URL: redis.url, LOG_LEVEL: "fatal" },
});

beforeAll(async () => {
  [database, redis] = await Promise.all([createTestDatabase(), startRedis()]);
  pool = new pg.Pool({ connectionString: database.url });
  assembly = await createLiveAssembly(pool, MEMBERS);
  await grantRole(pool, assembly.electors[0]?.id ?? "", "chair");
  people = await signIn(
    pool,
    assembly.electors.map((elector) => elector.id),
  );
  ports = await Promise.all(Array.from({ length: WEB }, freePort));
  web = await Promise.all(ports.map((port) => startWeb({ ...options(), port })));
  jobs = await startJobs(options());
  balancer = await startBalancer(web.map(({ url }) => url));
});

afterEach(() => open.splice(0).forEach(({ line }) => line.close()));

afterAll(async () => {
  balancer.close();
  await Promise.all([...web, jobs].map((process) => process.stop()));
  await pool.end();
  await redis.stop();
  await database.drop();
});

/** Somebody behind the one address, who behaves as a browser does and remembers what came. */
class Reader {
  readonly measures = new Measures();
  readonly line: LiveLine;
  readonly deltas: number[] = [];
  cameBackAt = 0;
  private view: JsonObject = {};

  constructor(person: SignedIn, seed: number) {
    const random = seededRandom(seed);
    const listener = {
      snapshot: (_room: string, view: JsonObject) => void (this.view = view),
      delta: ({ seq, changes }: Delta) => {
        this.deltas.push(seq);
        this.view = applyPatch(this.view, changes);
      },
    };
    const chance = () => random.below(1_000) / 1_000;
    this.line = new LiveLine(balancer.url, person, [room()], listener, this.measures, chance);
  }

  get session(): SessionView {
    return this.view as unknown as SessionView;
  }
}

const room = () => sessionRoom(assembly.id, "member");

async function everybody(): Promise<{ chair: Reader; readers: Reader[] }> {
  const readers = people.map((person, index) => new Reader(person, index));
  open.push(...readers);
  await Promise.all(readers.map(({ line }) => line.connect()));
  const [chair] = readers;
  if (!chair) throw new Error("nobody is there");
  return { chair, readers };
}

/** Casts for everybody, spread over a time, and returns what was acknowledged. */
function castSpread(readers: readonly Reader[], decisionId: string, ms: number) {
  return Promise.all(
    readers.map(async ({ line }, index) => {
      await pause((ms * index) / readers.length);
      const optionId = index % 3 === 0 ? "against" : "for";
      const electorId = people[index]?.personId;
      const answer = await line.act("decision.cast", { decisionId, electorId, optionId });
      return { electorId, optionId, ok: answer?.ok === true };
    }),
  );
}

async function ballotsOf(decisionId: string): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ elector_id: string; option_id: string }>(
    "SELECT elector_id, option_id FROM ballot WHERE decision_id = $1",
    [decisionId],
  );
  return new Map(rows.map((row) => [row.elector_id, row.option_id]));
}

async function expectKept(decisionId: string, acts: Awaited<ReturnType<typeof castSpread>>) {
  expect(acts.every(({ ok }) => ok)).toBe(true);
  const ballots = await ballotsOf(decisionId);
  expect(ballots.size).toBe(acts.length);
  for (const { electorId, optionId } of acts) expect(ballots.get(electorId ?? "")).toBe(optionId);
}

it("a command on one of three processes reaches members on all of them", async () => {
  const { chair, readers } = await everybody();
  const wanted = !chair.session.assembly.questionsOpen;
  const answer = await chair.line.act("questions.open", { assemblyId: assembly.id, open: wanted });
  expect(answer).toMatchObject({ ok: true });
  await expect
    .poll(() => readers.every(({ session }) => session.assembly.questionsOpen === wanted))
    .toBe(true);
  // Each process has some of them: the address is one, the rooms are the same everywhere.
  const seqs = new Set(readers.map(({ line }) => line.seqs.get(room())));
  expect(seqs.size).toBe(1);
});

it("a killed process loses nobody: they go on elsewhere from where they were", async () => {
  const { chair, readers } = await everybody();
  const decisionId = await createDecision(pool, assembly);
  await expect
    .poll(() => readers.every(({ session }) => session.decisions[decisionId]?.phase === "open"))
    .toBe(true);

  const casting = castSpread(readers, decisionId, 3_000);
  await pause(1_000);
  await web[1]?.kill();
  await expect
    .poll(() => readers.filter(({ measures }) => measures.network.lost > 0).length)
    .toBeGreaterThanOrEqual(MEMBERS / WEB - 3);
  await chair.line.act("questions.open", { assemblyId: assembly.id, open: false });
  await expectKept(decisionId, await casting);

  await expect.poll(() => new Set(readers.map(({ line }) => line.seqs.get(room()))).size).toBe(1);
  await expect
    .poll(() => readers.every(({ session }) => session.decisions[decisionId]?.cast === MEMBERS))
    .toBe(true);
  await expect.poll(() => readers.every(({ line }) => line.openSince < Infinity)).toBe(true);
  const back = readers.filter(({ measures }) => measures.network.lost > 0);
  // An open line has not joined its room yet.
  await expect.poll(() => back.every(({ measures }) => measures.network.since > 0)).toBe(true);
  for (const { measures } of back) expect(measures.network.anew).toBe(0);
  // Nobody was told anything twice, and nothing in between is missing.
  for (const { deltas } of readers) {
    deltas.forEach((seq, index) => index > 0 && expect(seq).toBe((deltas[index - 1] ?? 0) + 1));
  }
  web[1] = await startWeb({ ...options(), port: ports[1] ?? 0 });
});

it("Redis stopped and started while all vote and ask loses no vote and no question", async () => {
  await pool.query("UPDATE assembly SET questions_open = true WHERE id = $1", [assembly.id]);
  const { chair, readers } = await everybody();
  const decisionId = await createDecision(pool, assembly);
  const asking = readers.slice(0, 12).map(async ({ line }, index) => {
    await pause(index * 200);
    return line.act<{ questionId: string }>("question.write", {
      assemblyId: assembly.id,
      kind: "open",
      language: "fr",
      text: `Pendant la panne, la question numéro ${index} est-elle gardée ?`,
      nameHidden: false,
    });
  });
  const casting = castSpread(readers, decisionId, 3_000);
  await pause(600);
  await redis.kill();
  await pause(1_200);
  await redis.start();
  const questions = await Promise.all(asking);
  await expectKept(decisionId, await casting);

  const ids = questions.map((answer) => (answer?.ok ? answer.result.questionId : ""));
  const { rows } = await pool.query("SELECT FROM question WHERE id = ANY($1::uuid[])", [ids]);
  expect(rows).toHaveLength(ids.length);
  expect(await chair.line.act("decision.close", { decisionId, reason: "essai" })).toMatchObject({
    ok: true,
  });
  // The job goes through the Redis that came back with nothing in it.
  const counted = () =>
    readers.every(({ session }) => {
      const phase = session.decisions[decisionId]?.phase;
      return phase === "closed" || phase === "counted";
    });
  await expect.poll(counted).toBe(true);
  const tally = async () =>
    (await pool.query("SELECT 1 FROM tally WHERE decision_id = $1", [decisionId])).rowCount;
  await expect.poll(tally, { interval: 200 }).toBe(1);
});
