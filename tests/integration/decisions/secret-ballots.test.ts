import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { encodeBallot, type BallotContent } from "#domain/decisions/ballot.ts";
import { createContainer } from "#server/container.ts";
import type { BallotAnswer, SealedBallot } from "#wire/secret-ballots.ts";
import { randomUUID } from "node:crypto";
import { testEnv } from "../../support/env.ts";
import {
  sealedBallot,
  takeCredential,
  voteInSecret,
  type Credential,
} from "../../support/secret-elector.ts";
import {
  at,
  boxOf,
  createSecretSession,
  createSecretWorld,
  type SecretSession,
  type SecretWorld,
} from "./secret-world.ts";

const FOR: BallotContent = { kind: "choice", option: "for" };
const AGAINST: BallotContent = { kind: "choice", option: "against" };
const BLANK: BallotContent = { kind: "blank" };

let world: SecretWorld;
let session: SecretSession;
let decisionId: string;

beforeAll(async () => {
  world = await createSecretWorld();
});
beforeEach(async () => {
  session = await createSecretSession(world, { votes: 2 });
  decisionId = at(session.decisions, 0);
});
afterAll(() => world.close());

const box = (elector = 1) => boxOf(world, at(session.actors, elector));
const urn = (index = 0) => at(session.urns, index);

function credentialOf(elector = 1, index = 0): Promise<Credential> {
  return takeCredential(box(elector), urn(index), at(session.actors, elector).personId);
}

const cast = (ballot: SealedBallot, id = decisionId) => box().cast(id, ballot);
const codeOf = (answer: BallotAnswer) => (answer.ok ? "ok" : answer.code);

async function inUrn(id = decisionId) {
  const { rows } = await world.pool.query<{ revision: number; sealed: Buffer }>(
    "SELECT revision, sealed FROM secret_ballot WHERE decision_id = $1",
    [id],
  );
  return rows;
}

/** The same text with one of its bytes changed. */
function tampered(text: string, place = 10): string {
  const bytes = Buffer.from(text, "base64url");
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes.toString("base64url");
}

describe("a sealed ballot", () => {
  it("enters the urn once, however often it is sent, and counts", async () => {
    const credential = await credentialOf();
    await session.open(decisionId);
    const ballot = await sealedBallot(urn(), credential, FOR);
    expect(await cast(ballot)).toEqual({ ok: true, revision: 1 });
    expect(await Promise.all([cast(ballot), cast(ballot)])).toEqual([
      { ok: true, revision: 1 },
      { ok: true, revision: 1 },
    ]);
    expect(await inUrn()).toHaveLength(1);
    await session.close(decisionId);
    expect(await cast(ballot)).toEqual({ ok: true, revision: 1 });
    await session.count(decisionId);
    const report = await world.container.api.decisions.report(session.chair, decisionId);
    expect(report.ok && report.value.report).toMatchObject({
      counts: { for: 1, against: 0, abstain: 0 },
    });
  });

  it("can be changed until the close where the rule allows: the last one counts", async () => {
    const credential = await credentialOf();
    await session.open(decisionId);
    const [first, second, third] = await Promise.all([
      sealedBallot(urn(), credential, FOR, 1),
      sealedBallot(urn(), credential, AGAINST, 2),
      sealedBallot(urn(), credential, FOR, 2),
    ]);
    expect(codeOf(await cast(first))).toBe("ok");
    expect(await cast(second)).toEqual({ ok: true, revision: 2 });
    // An older one, sent again by a slow network, and another one under the same number.
    expect(codeOf(await cast(first))).toBe("stale-revision");
    expect(codeOf(await cast(third))).toBe("stale-revision");
    expect(await inUrn()).toMatchObject([
      { revision: 2, sealed: Buffer.from(second.sealed, "base64url") },
    ]);
  });

  it("stays as it is where the rule forbids a change", async () => {
    await world.pool.query("UPDATE decision SET may_change = false WHERE id = $1", [decisionId]);
    const credential = await credentialOf();
    await session.open(decisionId);
    const first = await sealedBallot(urn(), credential, FOR, 1);
    expect(codeOf(await cast(first))).toBe("ok");
    expect(codeOf(await cast(await sealedBallot(urn(), credential, AGAINST, 2)))).toBe(
      "already-voted",
    );
    expect(codeOf(await cast(first))).toBe("ok");
    expect(await inUrn()).toMatchObject([{ revision: 1 }]);
  });

  it("is refused before the opening and after the close, and leaves no trace", async () => {
    const ballot = await sealedBallot(urn(), await credentialOf(), FOR);
    expect(codeOf(await cast(ballot))).toBe("vote-not-open");
    await session.open(decisionId);
    await session.close(decisionId);
    expect(codeOf(await cast(ballot))).toBe("vote-closed");
    expect(await inUrn()).toEqual([]);
  });
});

describe("a ballot that nobody was given", () => {
  let genuine: SealedBallot;
  /** Of the session's other vote. */
  let others: Credential[];
  beforeEach(async () => {
    genuine = await sealedBallot(urn(), await credentialOf(), FOR);
    others = await Promise.all([2, 3, 4].map((elector) => credentialOf(elector, 1)));
    await session.open(decisionId);
  });

  it.each([
    ["issueSignature", "bad-credential"],
    ["credential", "bad-credential"],
    ["sealed", "bad-signature"],
    ["signature", "bad-signature"],
  ] as const)("is refused when its %s was changed", async (part, code) => {
    const forged = { ...genuine, [part]: tampered(genuine[part]) };
    expect(codeOf(await cast(forged))).toBe(code);
    expect(codeOf(await cast({ ...genuine, revision: 2 }))).toBe("bad-signature");
    expect(await inUrn()).toEqual([]);
  });

  it("is refused with a credential of its own making", async () => {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
      "sign",
    ]);
    const credential = new Uint8Array(await crypto.subtle.exportKey("raw", keys.publicKey));
    const issueSignature = new Uint8Array(Buffer.from(genuine.issueSignature, "base64url"));
    const forged = { decisionId, keys, credential, issueSignature };
    expect(codeOf(await cast(await sealedBallot(urn(), forged, FOR)))).toBe("bad-credential");
  });

  it("is refused in another decision, and there with a credential of this one", async () => {
    const other = at(session.decisions, 1);
    const elsewhere = await sealedBallot(urn(1), at(others, 0), FOR);
    await session.close(decisionId);
    await session.open(other);
    expect(codeOf(await cast(genuine, other))).toBe("bad-credential");
    expect(codeOf(await cast(elsewhere, decisionId))).toBe("bad-credential");
    expect(codeOf(await cast(elsewhere, randomUUID()))).toBe("not-found");
    expect(codeOf(await cast(elsewhere, other))).toBe("ok");
    expect(await inUrn()).toEqual([]);
  });

  it("is refused when its length could tell it from others", async () => {
    const longer = Buffer.concat([Buffer.from(genuine.sealed, "base64url"), Buffer.alloc(32)]);
    const ballot = { ...genuine, sealed: longer.toString("base64url") };
    expect(codeOf(await cast(ballot))).toBe("bad-input");
  });

  it("does not fall with a refused neighbour of the same batch", async () => {
    await session.close(decisionId);
    const other = at(session.decisions, 1);
    await session.open(other);
    const ballots = await Promise.all(others.map((held) => sealedBallot(urn(1), held, FOR)));
    const [a, b, c] = ballots as [SealedBallot, SealedBallot, SealedBallot];
    const newer = await sealedBallot(urn(1), at(others, 1), AGAINST, 5);
    await cast(newer, other);
    const answers = await Promise.all([a, b, c].map((ballot) => cast(ballot, other)));
    expect(answers.map(codeOf)).toEqual(["ok", "stale-revision", "ok"]);
  });
});

describe("a vote is either secret or by name", () => {
  it("takes no named ballot for a secret one, and no credential for a named one", async () => {
    const actor = at(session.actors, 1);
    await session.open(decisionId);
    const input = { decisionId, electorId: actor.personId, optionId: "for" };
    const named = await world.container.api.decisions.cast(actor, input, randomUUID());
    expect(named).toMatchObject({ ok: false, refusal: { code: "secret-vote" } });
  });

  it("opens once its urn is ready and not before", async () => {
    await world.pool.query("DELETE FROM urn WHERE decision_id = $1", [decisionId]);
    const input = { decisionId, overrideReason: "essai" };
    const early = await world.container.api.decisions.open(session.chair, input);
    expect(early).toMatchObject({ ok: false, refusal: { code: "urn-not-ready" } });
    await world.container.api.decisions.ballotBox.prepareUrns();
    const opened = await world.container.api.decisions.open(session.chair, input);
    expect(opened.ok).toBe(true);
  });
});

describe("without JavaScript", () => {
  const send = (elector: number, content: string) =>
    world.container.api.decisions.ballotBox.castWithoutScript(at(session.actors, elector), {
      decisionId,
      electorId: at(session.actors, elector).personId,
      content,
    });

  it("mark and ballot are one request, once, and the ballot counts like any other", async () => {
    await session.open(decisionId);
    const sent = await send(1, encodeBallot(AGAINST));
    expect(sent.ok && sent.value.words).toHaveLength(4);
    expect(await send(1, encodeBallot(FOR))).toMatchObject({ refusal: { code: "already-voted" } });
    expect(await send(2, "{}")).toMatchObject({ refusal: { code: "unknown-option" } });
    const asked = await box().issue({
      requests: [
        {
          decisionId,
          keyId: urn().keyId,
          electorId: at(session.actors, 1).personId,
          blinded: Buffer.alloc(256, 1).toString("base64url"),
        },
      ],
      assisted: false,
    });
    expect(asked).toEqual([{ state: "refused", code: "marked-otherwise" }]);
    await session.close(decisionId);
    await session.count(decisionId);
    const report = await world.container.api.decisions.report(session.chair, decisionId);
    expect(report.ok && report.value.report).toMatchObject({ counts: { for: 0, against: 1 } });
  });

  it("is refused to whoever took a credential, before the opening and after the close", async () => {
    await credentialOf(1);
    expect(await send(2, encodeBallot(FOR))).toMatchObject({ refusal: { code: "vote-not-open" } });
    await session.open(decisionId);
    expect(await send(1, encodeBallot(FOR))).toMatchObject({ refusal: { code: "already-issued" } });
    await session.close(decisionId);
    expect(await send(2, encodeBallot(FOR))).toMatchObject({ refusal: { code: "vote-closed" } });
    expect(await inUrn()).toEqual([]);
  });
});

describe("what a vote shows while it is open", () => {
  it("is how many took a ballot, never how many are in the urn", async () => {
    await session.open(decisionId);
    const page = async () => {
      const found = await world.container.api.decisions.page(session.chair, decisionId);
      if (!found.ok) throw new Error("no page");
      return found.value;
    };
    await world.pool.query("UPDATE decision SET phase = 'draft' WHERE id = $1", [decisionId]);
    await credentialOf(2);
    await world.pool.query("UPDATE decision SET phase = 'open' WHERE id = $1", [decisionId]);
    const before = await page();
    expect(before).toMatchObject({
      ballotKind: "secret",
      seal: "server",
      cast: 0,
      urn: { stage: "ready", issued: 1 },
    });
    expect(JSON.stringify(before)).not.toContain("boardSize");
    const mine = await world.container.api.decisions.page(at(session.actors, 2), decisionId);
    expect(mine.ok && mine.value.electors).toMatchObject([
      { mark: { channel: "online", batch: 0 } },
    ]);
  });

  it("does not change by a single byte when a ballot is cast", async () => {
    const credential = await credentialOf(1);
    await session.open(decisionId);
    const page = async () =>
      JSON.stringify(await world.container.api.decisions.page(at(session.actors, 2), decisionId));
    const before = await page();
    await cast(await sealedBallot(urn(), credential, FOR));
    expect(await page()).toBe(before);
  });
});

describe("closing a secret vote", () => {
  it("loses nothing acknowledged and lets nothing in after, with both acts racing it", async () => {
    const other = createContainer(testEnv(world.databaseUrl));
    for (let round = 0; round < 3; round += 1) {
      const crowd = await createSecretSession(world, { electors: 60 });
      const id = at(crowd.decisions, 0);
      const keys = at(crowd.urns, 0);
      const ballots = await Promise.all(
        crowd.actors.slice(0, 40).map(async (actor) => {
          const held = await takeCredential(boxOf(world, actor), keys, actor.personId);
          return sealedBallot(keys, held, FOR);
        }),
      );
      await crowd.open(id);
      const casting = ballots.map(async (ballot, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index % 20) * 2));
        const { api } = index % 2 === 0 ? world.container : other;
        return api.decisions.ballotBox.cast(id, ballot);
      });
      const asking = crowd.actors.slice(40).map(async (actor, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index % 20) * 2));
        const [answer] = await boxOf(world, actor).issue({
          requests: [
            {
              decisionId: id,
              keyId: at(crowd.urns, 0).keyId,
              electorId: actor.personId,
              blinded: Buffer.alloc(256, 1 + index).toString("base64url"),
            },
          ],
          assisted: false,
        });
        return answer?.state === "refused" ? answer.code : answer?.state;
      });
      await Promise.race(casting);
      await new Promise((resolve) => setTimeout(resolve, round * 6));
      await crowd.close(id);
      const results = await Promise.all(casting);
      for (const state of await Promise.all(asking)) {
        expect(["waiting", "vote-closed"]).toContain(state);
      }
      const acknowledged = results.filter((result) => result.ok).length;
      for (const result of results) {
        expect(result.ok || result.refusal.code === "vote-closed").toBe(true);
      }
      const { rows } = await world.pool.query<{ ledger: object; cast: number }>(
        `SELECT u.ledger, (d.frozen->>'cast')::int AS cast
         FROM urn u JOIN decision d ON d.id = u.decision_id WHERE d.id = $1`,
        [id],
      );
      expect(rows).toMatchObject([
        { cast: acknowledged, ledger: { ballots: acknowledged, issued: { online: 40 } } },
      ]);
      await crowd.count(id);
      const report = await world.container.api.decisions.report(crowd.chair, id);
      expect(report.ok && report.value.report).toMatchObject({ counts: { for: acknowledged } });
    }
    await other.close();
  });

  it("is counted once, however often the job runs, and blank ballots are ballots", async () => {
    const { actors } = session;
    const contents = [FOR, FOR, AGAINST, BLANK];
    const credentials = await Promise.all(contents.map((_, n) => credentialOf(n + 1)));
    await session.open(decisionId);
    for (const [n, content] of contents.entries()) {
      await cast(await sealedBallot(urn(), at(credentials, n), content));
    }
    await session.close(decisionId);
    await Promise.all([1, 2, 3].map(() => session.count(decisionId)));
    await session.count(decisionId);
    const counted = await world.container.api.decisions.page(session.chair, decisionId);
    expect(counted.ok && counted.value).toMatchObject({
      phase: "counted",
      cast: 4,
      urn: { stage: "opened", issued: 4, boardSize: 4 },
      // A blank ballot abstains.
      report: { counts: { for: 2, against: 1, abstain: 1 } },
    });
    const member = await world.container.api.decisions.page(at(actors, 5), decisionId);
    expect(member.ok && member.value.report).toBe(undefined);
    const { rows } = await world.pool.query<{ content: string; ballots: number }>(
      "SELECT content, ballots FROM opened_ballot WHERE decision_id = $1 ORDER BY content",
      [decisionId],
    );
    expect(rows.map((row) => row.ballots).sort()).toEqual([1, 1, 2]);
  });
});

it("votes from end to end by the two acts alone", async () => {
  await session.open(decisionId);
  const late = session.actors.slice(1, 4);
  const releasing = setInterval(() => {
    world.pass(31_000);
    void world.container.api.decisions.ballotBox.releaseBatches();
  }, 300);
  const votes = await Promise.allSettled(
    late.map((actor) => voteInSecret(boxOf(world, actor), urn(), actor.personId, FOR)),
  );
  clearInterval(releasing);
  expect(votes.filter((vote) => vote.status === "rejected")).toEqual([]);
  expect(await inUrn()).toHaveLength(3);
});
