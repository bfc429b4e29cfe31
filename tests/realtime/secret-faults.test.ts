import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BallotContent } from "../../app/domain/decisions/ballot.ts";
import { persistently } from "../../server/platform/persistently.ts";
import { seededRandom } from "../support/fixed.ts";
import { actUnderFire, startMortals, type Mortal, type Mortals } from "../support/mortals.ts";
import { expectOutcome, type ReadRows } from "../support/secret-outcome.ts";
import {
  giveUntilOpened,
  openSecretSession,
  type SecretSession,
} from "../support/secret-session.ts";
import type { StubbornElector } from "../support/stubborn-elector.ts";

/** Each round is a pair of votes under fourteen deaths; many of them make a long night. */
const ROUNDS = Number(process.env["PALABRE_FAULT_ROUNDS"] ?? 1);

const CROWD = 36;
/** As many as are released together without waiting half a minute. */
const LATECOMERS = 10;
/** Too few and too late to be released before the close. */
const STRAGGLERS = 3;
const REVISIONS = 3;
const IN_TURN: readonly Mortal[] = ["web", "postgres", "jobs"];
const OPTIONS = ["for", "against", "abstain"];

let mortals: Mortals;

beforeAll(async () => {
  mortals = await startMortals();
});
afterAll(() => mortals.stop());

/** One round's chance, people and orders to the chair. */
type Round = {
  random: ReturnType<typeof seededRandom>;
  session: SecretSession;
  crowd: StubbornElector[];
  latecomers: StubbornElector[];
  stragglers: StubbornElector[];
};

const query: ReadRows = async <T extends object>(sql: string, values: unknown[]) =>
  (await persistently(() => mortals.pool.query<T>(sql, values))).rows;

function anyContent({ random }: Round): BallotContent {
  const option = OPTIONS[random.below(OPTIONS.length + 1)];
  return option ? { kind: "choice", option } : { kind: "blank" };
}

async function preside(session: SecretSession, act: string, decisionId: string): Promise<void> {
  const payload = act === "decision.open" ? { decisionId, overrideReason: "-" } : { decisionId };
  const answer = await session.chair.command(act, payload);
  if (!answer.ok) throw new Error(`${act}: ${answer.error.code}`);
}

async function stageOf(decisionId: string): Promise<string> {
  const sql = "SELECT stage FROM urn WHERE decision_id = $1";
  return (await query<{ stage: string }>(sql, [decisionId]))[0]?.stage ?? "";
}

async function takeAll(elector: StubbornElector, decisions: readonly string[]): Promise<void> {
  await Promise.all(decisions.map((id) => elector.takeCredential(id)));
}

async function castAll(elector: StubbornElector, round: Round): Promise<void> {
  for (const id of round.session.decisions) {
    const answer = await elector.cast(id, anyContent(round));
    if (!answer.ok) throw new Error(`the ballot was refused: ${answer.code}`);
  }
}

/** Credentials, then ballots and changes of mind, with deaths in the midst of both acts. */
async function vote(round: Round): Promise<void> {
  const { random, session, crowd, latecomers } = round;
  const { decisions } = session;
  const fire = (acts: (() => Promise<unknown>)[], victims: readonly Mortal[]) =>
    actUnderFire(mortals, random, acts, victims);
  await fire(
    crowd.map((elector) => () => takeAll(elector, decisions)),
    IN_TURN,
  );
  for (const id of decisions) await preside(session, "decision.open", id);
  const late = latecomers.map((elector) => async () => {
    await takeAll(elector, decisions);
    await castAll(elector, round);
  });
  for (let revision = 1; revision <= REVISIONS; revision += 1) {
    const cast = crowd.map((elector) => () => castAll(elector, round));
    const acts = revision === 1 ? [...late, ...cast] : cast;
    // Latecomers' ballots are released by the job process while everybody casts the first time.
    await fire(acts, revision === 1 ? ["web", "jobs"] : ["postgres", "web"]);
  }
}

/** The close, while people still change their minds and others have just asked for a ballot. */
async function closeUnderFire(round: Round): Promise<void> {
  const { random, session, crowd, stragglers } = round;
  const { decisions } = session;
  for (const elector of stragglers) {
    for (const id of decisions) expect(await elector.ask(id)).toMatchObject({ state: "waiting" });
  }
  const recast = crowd.map((elector) => async () => {
    await pause(random.below(150));
    for (const id of decisions) {
      const answer = await elector.cast(id, anyContent(round));
      if (!answer.ok) expect(answer.code).toBe("vote-closed");
    }
  });
  const close = decisions.map((id) => async () => {
    await pause(random.below(100));
    await preside(session, "decision.close", id);
  });
  await actUnderFire(mortals, random, [...close, ...recast], ["web", "postgres"]);
}

/** Board, opening and count, each with a death in its midst. */
async function countUnderFire({ random, session }: Round): Promise<void> {
  const { sealedByScrutineers, decisions, keepers } = session;
  await pause(random.below(150));
  await mortals.kill("jobs");
  await expect.poll(() => stageOf(sealedByScrutineers)).toBe("sealed");
  await preside(session, "urn.ask-opening", sealedByScrutineers);
  const giving = Promise.all(
    keepers.map((keeper) =>
      giveUntilOpened(mortals.pool, session, keeper, () => pause(100 + random.below(500))),
    ),
  );
  for (const victim of ["jobs", "postgres"] as const) {
    await expect.poll(() => isBeingOpened(sealedByScrutineers)).toBe(true);
    // The process that opens looks once a second: before, while and after it has the shares.
    await pause(random.below(1_100));
    await mortals.kill(victim);
  }
  await giving;
  for (const id of decisions) await expect.poll(() => stageOf(id)).toBe("opened");
}

/** Whether a share is with the process that opens now, or the opening is over. */
async function isBeingOpened(decisionId: string): Promise<boolean> {
  const rows = await query(
    `SELECT FROM urn u WHERE decision_id = $1 AND (stage = 'opened' OR EXISTS (
       SELECT FROM urn_share_given g WHERE g.decision_id = u.decision_id))`,
    [decisionId],
  );
  return rows.length === 1;
}

describe("secret votes while web, jobs and PostgreSQL are killed", () => {
  const rounds = Array.from({ length: ROUNDS }, (_, at) => at + 1);
  it.each(rounds)("lose nothing acknowledged and count it once: round %i", async (seed) => {
    const session = await openSecretSession(mortals, CROWD + LATECOMERS + STRAGGLERS);
    const { electors, decisions, urns } = session;
    for (const urn of urns) await Promise.all(electors.map((elector) => elector.prepare(urn)));
    const round: Round = {
      random: seededRandom(seed),
      session,
      crowd: electors.slice(0, CROWD),
      latecomers: electors.slice(CROWD, CROWD + LATECOMERS),
      stragglers: electors.slice(-STRAGGLERS),
    };
    await vote(round);
    await closeUnderFire(round);
    for (const elector of round.stragglers) {
      const refused = { state: "refused", code: "vote-closed" };
      for (const id of decisions) expect(await elector.ask(id)).toEqual(refused);
    }
    await countUnderFire(round);
    for (const id of decisions) {
      const late = await round.crowd[0]?.cast(id, { kind: "blank" });
      expect(late).toEqual({ ok: false, code: "vote-closed" });
      await expectOutcome(query, [...round.crowd, ...round.latecomers], id);
    }
    session.close();
  });
});
