import { randomUUID } from "node:crypto";
import type pg from "pg";
import { peopleOnRoll, signIn, type SignedIn } from "../support/electors.ts";
import { LightSocket } from "../../server/rehearsal/light-socket.ts";
import { median } from "./figures.ts";
import { createFloor } from "./floor.ts";
import { withCooperative, type Cooperative } from "./cooperative.ts";
import { publish } from "./publish.ts";

const ELECTORS = 2_000;
const DECISIONS_A_ROUND = 5;
const ROUNDS = 3;
const BOUND = 2;

/**
 * Acknowledged votes by name a second through the real server, against bare PostgreSQL taking the
 * same number of ballots one transaction each (design §5). Both warmed, rounds alternate.
 */
await withCooperative(async (cooperative) => {
  const { pool, assemblyId, url } = cooperative;
  const electors = await signIn(pool, await peopleOnRoll(pool, assemblyId, ELECTORS));
  const sockets = await connectAll(url, electors);
  const floor = await createFloor(cooperative.databaseUrl, DECISIONS_A_ROUND);
  const electorIds = electors.map((elector) => elector.personId);

  const rounds: { floor: number; prepared: number; system: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = {
      floor: await floor.measure(electorIds, false),
      prepared: await floor.measure(electorIds, true),
      system: await measureSystem(cooperative, electors, sockets),
    };
    if (round > 0) rounds.push(measured);
  }
  sockets.forEach((socket) => socket.close());
  await floor.close();
  await checkNothingLost(pool);

  const ratio = median(rounds.map((round) => round.system / round.floor));
  const rate = (key: "floor" | "prepared" | "system") =>
    Math.round(median(rounds.map((round) => round[key])));
  publish("ballots", { electors: ELECTORS, rounds, ratio }, [
    { what: "floor: bare `pg`, ballots/s", value: String(rate("floor")) },
    {
      what: "for comparison: the floor with prepared statements, ballots/s",
      value: String(rate("prepared")),
    },
    { what: "acknowledged votes/s over 2,000 sockets", value: String(rate("system")) },
    {
      what: "ratio, median of three rounds",
      value: `${ratio.toFixed(2)} ×`,
      bound: `≥ ${BOUND} ×`,
      holds: ratio >= BOUND,
    },
  ]);
});

async function connectAll(url: string, electors: readonly SignedIn[]): Promise<LightSocket[]> {
  const sockets: LightSocket[] = [];
  for (let start = 0; start < electors.length; start += 100) {
    const group = electors.slice(start, start + 100);
    sockets.push(
      ...(await Promise.all(group.map((elector) => LightSocket.connect(url, elector.cookie)))),
    );
  }
  return sockets;
}

async function measureSystem(
  cooperative: Cooperative,
  electors: readonly SignedIn[],
  sockets: readonly LightSocket[],
): Promise<number> {
  const decisions = await cooperative.openDecisions(DECISIONS_A_ROUND);
  const started = performance.now();
  await Promise.all(
    sockets.map(async (socket, index) => {
      const electorId = electors[index]?.personId;
      for (const decisionId of decisions) {
        const answer = await socket.command(randomUUID(), "decision.cast", {
          decisionId,
          electorId,
          optionId: "for",
        });
        if (!answer.ok) throw new Error(`A vote was refused: ${answer.error.code}`);
      }
    }),
  );
  return ((electors.length * decisions.length) / (performance.now() - started)) * 1_000;
}

/** Every acknowledged vote is there: a rate means nothing without it. */
async function checkNothingLost(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM ballot b JOIN decision d ON d.id = b.decision_id WHERE d.phase = 'open'",
  );
  const expected = ELECTORS * DECISIONS_A_ROUND * (ROUNDS + 1);
  if (rows[0]?.count !== expected) {
    throw new Error(`${expected} votes were acknowledged, ${rows[0]?.count} are in the database`);
  }
}
