import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { verifyIssue } from "#domain/decisions/secret/credential.ts";
import { fromBase64url } from "#domain/decisions/secret/bytes.ts";
import { createContainer } from "#server/container.ts";
import type { CredentialAnswer } from "#wire/secret-ballots.ts";
import { signInAs } from "../../support/actors.ts";
import { testEnv } from "../../support/env.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { anyBlinded, blindCredential, finishCredential } from "../../support/secret-elector.ts";
import {
  at,
  createSecretSession,
  createSecretWorld,
  type SecretSession,
  type SecretWorld,
} from "./secret-world.ts";

let world: SecretWorld;
let session: SecretSession;

beforeAll(async () => {
  world = await createSecretWorld();
});
beforeEach(async () => {
  session = await createSecretSession(world, { votes: 2 });
});
afterAll(() => world.close());

type Ask = { decision?: number; elector?: PersonActor; blinded?: string; assisted?: boolean };

/** What the server says to one person who asks for one credential. */
async function ask(actor: PersonActor, asked: Ask = {}): Promise<CredentialAnswer> {
  const { decision = 0, elector = actor, blinded = anyBlinded(), assisted = false } = asked;
  const { decisionId, keyId } = at(session.urns, decision);
  const answer = await world.container.api.decisions.ballotBox.issue(actor, {
    requests: [{ decisionId, electorId: elector.personId, keyId, blinded }],
    assisted,
  });
  return answer.ok ? at(answer.value, 0) : { state: "refused", code: answer.refusal.code };
}

async function marks(decision = 0) {
  const { rows } = await world.pool.query<{
    elector_id: string;
    channel: string;
    batch: number | null;
    helper_id: string | null;
  }>("SELECT * FROM credential_issue WHERE decision_id = $1 ORDER BY elector_id", [
    at(session.decisions, decision),
  ]);
  return rows;
}

const codeOf = (answer: CredentialAnswer) =>
  answer.state === "refused" ? answer.code : answer.state;

describe("a credential", () => {
  it("is signed blind, and the signature holds once it is unblinded", async () => {
    const urn = at(session.urns, 0);
    const blind = await blindCredential(urn);
    const actor = at(session.actors, 1);
    const answer = await ask(actor, { blinded: blind.blinded });
    expect(answer).toMatchObject({ state: "signed", batchSize: 0 });
    if (answer.state !== "signed") throw new Error("not signed");
    const { credential, issueSignature } = await finishCredential(
      urn,
      blind,
      answer.blindSignature,
    );
    const key = (index: number) =>
      fromBase64url(at(session.urns, index).credentialKey) ?? new Uint8Array();
    expect(await verifyIssue(key(0), credential, issueSignature)).toBe(true);
    expect(await verifyIssue(key(1), credential, issueSignature)).toBe(false);
    expect(await marks()).toMatchObject([
      { elector_id: actor.personId, channel: "online", batch: 0, helper_id: null },
    ]);
  });

  it("is the same when it is asked for again, from whatever process, and never a second one", async () => {
    const actor = at(session.actors, 1);
    const blinded = anyBlinded();
    const { decisionId, keyId } = at(session.urns, 0);
    const first = await ask(actor, { blinded });
    const other = createContainer(testEnv(world.databaseUrl));
    const again = await other.api.decisions.ballotBox.issue(actor, {
      requests: [{ decisionId, electorId: actor.personId, keyId, blinded }],
      assisted: false,
    });
    await other.close();
    expect(again).toEqual({ ok: true, value: [first] });
    expect(codeOf(await ask(actor))).toBe("already-issued");
    expect(await marks()).toHaveLength(1);
  });

  it("goes to one of two devices that ask at the same moment", async () => {
    const actor = at(session.actors, 1);
    const answers = await Promise.all([ask(actor), ask(actor), ask(actor)]);
    expect(answers.map(codeOf).sort()).toEqual(["already-issued", "already-issued", "signed"]);
  });

  it("is issued for each vote of a session in one request", async () => {
    const actor = at(session.actors, 1);
    const answer = await world.container.api.decisions.ballotBox.issue(actor, {
      requests: session.urns.map(({ decisionId, keyId }) => ({
        decisionId,
        keyId,
        electorId: actor.personId,
        blinded: anyBlinded(),
      })),
      assisted: false,
    });
    expect(answer.ok && answer.value.map(codeOf)).toEqual(["signed", "signed"]);
  });

  it("does not mark anybody for a number that cannot be signed", async () => {
    const tooLarge = Buffer.alloc(256, 0xff).toString("base64url");
    expect(codeOf(await ask(at(session.actors, 1), { blinded: tooLarge }))).toBe("bad-input");
    expect(await marks()).toEqual([]);
  });
});

describe("who may take one", () => {
  it("is the elector, or the representative of a legal person, and nobody else", async () => {
    const [, self, legal, representative, stranger] = session.actors as [
      PersonActor,
      PersonActor,
      PersonActor,
      PersonActor,
      PersonActor,
    ];
    await world.pool.query(
      `INSERT INTO representation (id, legal_person_id, representative_id, valid_from)
       VALUES (gen_random_uuid(), $1, $2, '2020-01-01')`,
      [legal.personId, representative.personId],
    );
    expect(codeOf(await ask(self))).toBe("signed");
    expect(codeOf(await ask(stranger, { elector: legal }))).toBe("not-allowed");
    expect(codeOf(await ask(representative, { elector: legal }))).toBe("signed");
    expect(codeOf(await ask({ ...stranger, sessionHash: "0".repeat(64) }))).toBe("session-revoked");
    const nobody = await world.container.api.decisions.ballotBox.issue(
      { kind: "anonymous" },
      { requests: [], assisted: false },
    );
    expect(nobody).toMatchObject({ ok: false, refusal: { code: "not-signed-in" } });
  });

  it("is nobody before the roll is taken, off the roll, or after the close", async () => {
    const decisionId = at(session.decisions, 0);
    const [, a, b, c] = session.actors as [PersonActor, PersonActor, PersonActor, PersonActor];
    const phase = (value: string) =>
      world.pool.query(`UPDATE assembly SET phase = '${value}' WHERE id = $1`, [
        session.assembly.id,
      ]);
    await phase("convened");
    expect(codeOf(await ask(a))).toBe("roll-not-taken");
    await phase("live");
    await world.pool.query(
      `UPDATE decision SET electorate = '{"categories":["B"]}' WHERE id = $1`,
      [decisionId],
    );
    expect(codeOf(await ask(b))).toBe("not-entitled");
    await world.pool.query("UPDATE decision SET electorate = '{}' WHERE id = $1", [decisionId]);
    await session.open(decisionId);
    await session.close(decisionId);
    expect(codeOf(await ask(c))).toBe("vote-closed");
    expect(await marks()).toEqual([]);
  });

  it("is a helper at the desk for somebody who asked, with a trace", async () => {
    const [, elector, plain, deskPerson] = session.actors as [
      PersonActor,
      PersonActor,
      PersonActor,
      PersonActor,
    ];
    await grantRole(world.pool, deskPerson.personId, "desk");
    const desk = at(await signInAs(world.container, [deskPerson.personId]), 0);
    expect(codeOf(await ask(plain, { elector, assisted: true }))).toBe("not-allowed");
    expect(codeOf(await ask(desk, { assisted: true }))).toBe("not-allowed");
    expect(codeOf(await ask(desk, { elector, assisted: true }))).toBe("signed");
    expect(await marks()).toMatchObject([
      { elector_id: elector.personId, channel: "assisted", helper_id: desk.personId },
    ]);
    const { rows } = await world.pool.query(
      "SELECT actor_id, subject, reason FROM audit_entry WHERE action = 'ballot.assist' AND actor_id = $1",
      [desk.personId],
    );
    expect(rows).toEqual([
      {
        actor_id: desk.personId,
        subject: `decision:${at(session.decisions, 0)}`,
        reason: "",
      },
    ]);
    expect(codeOf(await ask(elector))).toBe("already-issued");
  });

  it("is nobody who holds a slip of paper", async () => {
    const actor = at(session.actors, 1);
    await world.pool.query(
      "INSERT INTO credential_issue (decision_id, elector_id, channel, batch) VALUES ($1, $2, 'paper', 0)",
      [at(session.decisions, 0), actor.personId],
    );
    expect(codeOf(await ask(actor))).toBe("marked-otherwise");
  });
});

describe("latecomers, once a secret vote has opened", () => {
  const release = () => world.container.api.decisions.ballotBox.releaseBatches();

  it("wait for each other, in every vote of the session", async () => {
    const early = at(session.actors, 1);
    expect(codeOf(await ask(early, { decision: 1 }))).toBe("signed");
    await session.open(at(session.decisions, 0));
    const late = session.actors.slice(2, 12);
    const blinded = late.map(() => anyBlinded());
    const askAll = () =>
      Promise.all(late.map((actor, n) => ask(actor, { decision: 1, blinded: at(blinded, n) })));
    expect((await askAll()).map(codeOf)).toEqual(late.map(() => "waiting"));
    await release();
    expect((await askAll()).map((answer) => ({ ...answer, blindSignature: "" }))).toEqual(
      late.map(() => ({ state: "signed", blindSignature: "", batchSize: 10 })),
    );
    const batches = (await marks(1)).map((mark) => mark.batch);
    expect(batches.sort()).toEqual([0, ...late.map(() => 1)]);
  });

  it("do not wait longer than thirty seconds, and are told how few they were", async () => {
    await session.open(at(session.decisions, 0));
    const actor = at(session.actors, 1);
    const blinded = anyBlinded();
    await ask(actor, { blinded });
    await release();
    world.pass(29_000);
    await release();
    expect(codeOf(await ask(actor, { blinded }))).toBe("waiting");
    world.pass(1_500);
    await release();
    expect(await ask(actor, { blinded })).toMatchObject({ state: "signed", batchSize: 1 });
  });

  it("are not said to have taken a ballot when the vote closes before their turn", async () => {
    const decisionId = at(session.decisions, 0);
    expect(codeOf(await ask(at(session.actors, 1)))).toBe("signed");
    await session.open(decisionId);
    expect(codeOf(await ask(at(session.actors, 2)))).toBe("waiting");
    await session.close(decisionId);
    expect(await marks()).toMatchObject([{ elector_id: at(session.actors, 1).personId }]);
    const { rows } = await world.pool.query<{ ledger: unknown; credential_secret: null }>(
      "SELECT ledger, credential_secret FROM urn WHERE decision_id = $1",
      [decisionId],
    );
    expect(rows).toEqual([
      {
        ledger: {
          entitled: 12,
          present: 1,
          issued: { online: 1, assisted: 0, paper: 0, no_script: 0 },
          ballots: 0,
        },
        credential_secret: null,
      },
    ]);
  });

  it("races the opening: each is before the first vote or in a batch, and all are answered", async () => {
    const decisionId = at(session.decisions, 0);
    const asking = session.actors.slice(1).map(async (actor, n) => {
      await new Promise((resolve) => setTimeout(resolve, n * 3));
      return ask(actor, { decision: n % 2 });
    });
    await new Promise((resolve) => setTimeout(resolve, 12));
    await session.open(decisionId);
    const states = (await Promise.all(asking)).map(codeOf);
    for (const state of states) expect(["signed", "waiting"]).toContain(state);
    const all = [...(await marks(0)), ...(await marks(1))];
    expect(all).toHaveLength(11);
    expect(all.filter((mark) => mark.batch === null)).toHaveLength(
      states.filter((state) => state === "waiting").length,
    );
  });
});
