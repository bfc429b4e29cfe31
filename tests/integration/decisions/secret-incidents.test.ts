import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import type { BallotAnswer } from "#wire/secret-ballots.ts";
import { sealedBallot, takeCredential } from "../../support/secret-elector.ts";
import {
  at,
  boxOf,
  createSecretSession,
  createSecretWorld,
  type SecretSession,
  type SecretWorld,
} from "./secret-world.ts";

const FOR: BallotContent = { kind: "choice", option: "for" };

let world: SecretWorld;
let session: SecretSession;
let decisionId: string;

beforeAll(async () => {
  world = await createSecretWorld();
});
beforeEach(async () => {
  session = await createSecretSession(world);
  decisionId = at(session.decisions, 0);
});
afterAll(() => world.close());

const why = { kind: "platform", reason: "La page du vote était vide" };
const codeOf = (answer: BallotAnswer) => (answer.ok ? "ok" : answer.code);

async function preside(type: string, payload: object = {}) {
  const command = world.container.commands[type];
  if (!command) throw new Error(`no command ${type}`);
  const parsed = command.schema.parse({ decisionId, ...payload });
  return command.handle(session.chair, parsed, randomUUID());
}

async function ballotOf(elector: number) {
  const actor = at(session.actors, elector);
  const urn = at(session.urns, 0);
  return sealedBallot(urn, await takeCredential(boxOf(world, actor), urn, actor.personId), FOR);
}

describe("a secret vote that is suspended", () => {
  it("knows the ballots it has, takes no other, and takes them once it resumes", async () => {
    const [early, late] = [await ballotOf(1), await ballotOf(2)];
    await session.open(decisionId);
    const box = boxOf(world, at(session.actors, 1));
    expect(codeOf(await box.cast(decisionId, early))).toBe("ok");
    expect(await preside("decision.suspend", why)).toMatchObject({ ok: true });
    expect(codeOf(await box.cast(decisionId, early))).toBe("ok");
    expect(codeOf(await box.cast(decisionId, late))).toBe("vote-suspended");
    const actor = at(session.actors, 3);
    const plain = { decisionId, electorId: actor.personId, content: encodeBallot(FOR) };
    const { castWithoutScript } = world.container.api.decisions.ballotBox;
    expect(await castWithoutScript(actor, plain)).toMatchObject({
      refusal: { code: "vote-suspended" },
    });
    expect(await preside("decision.resume")).toMatchObject({ ok: true });
    expect(codeOf(await box.cast(decisionId, late))).toBe("ok");
    expect(await castWithoutScript(actor, plain)).toMatchObject({ ok: true });
  });
});

describe("a secret vote that is repeated", () => {
  it("loses its keys, is never opened, and has a successor with keys of its own", async () => {
    const ballot = await ballotOf(1);
    await session.open(decisionId);
    const box = boxOf(world, at(session.actors, 1));
    expect(codeOf(await box.cast(decisionId, ballot))).toBe("ok");
    const repeated = await preside("decision.repeat", why);
    if (!repeated.ok) throw new Error(repeated.refusal.code);
    const successor = (repeated.value as { decisionId: string }).decisionId;

    await session.count(decisionId);
    const { rows } = await world.pool.query(
      `SELECT d.phase, u.stage, u.credential_secret, u.urn_secret,
         (SELECT count(*)::int FROM secret_ballot b WHERE b.decision_id = d.id) AS ballots,
         (SELECT count(*)::int FROM tally t WHERE t.decision_id = d.id) AS counts
       FROM decision d JOIN urn u ON u.decision_id = d.id WHERE d.id = $1`,
      [decisionId],
    );
    expect(rows).toEqual([
      {
        phase: "closed",
        stage: "ready",
        credential_secret: null,
        urn_secret: null,
        ballots: 1,
        counts: 0,
      },
    ]);
    const other = await boxOf(world, at(session.actors, 2)).cast(decisionId, ballot);
    expect(codeOf(other)).toBe("ok");

    const { ballotBox } = world.container.api.decisions;
    await ballotBox.prepareUrns();
    const keys = await ballotBox.keys(session.assembly.id);
    const [key] = keys.filter((urn) => urn.decisionId === successor);
    expect(key?.urnKey).toBeDefined();
    expect(key?.urnKey).not.toBe(at(session.urns, 0).urnKey);
  });
});
