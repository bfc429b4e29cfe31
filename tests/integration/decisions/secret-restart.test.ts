import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createContainer } from "#server/container.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import { testEnv } from "../../support/env.ts";
import { signInAs } from "../../support/actors.ts";
import { grantRole } from "../../support/live-assembly.ts";
import { act } from "../../support/scrutineers.ts";
import { sealedBallot, takeCredential } from "../../support/secret-elector.ts";
import {
  at,
  boxOf,
  createSecretSession,
  createSecretWorld,
  type SecretSession,
  type SecretWorld,
} from "./secret-world.ts";

const FOR = { kind: "choice", option: "for" } as const;
const REASON = "un téléphone est tombé dans la Meuse";

let world: SecretWorld;
let session: SecretSession;
let secretary: PersonActor;
let helper: PersonActor;

beforeAll(async () => {
  world = await createSecretWorld();
});
beforeEach(async () => {
  session = await createSecretSession(world, { electors: 16, votes: 2 });
  const ids = [10, 11].map((index) => at(session.actors, index).personId);
  await grantRole(world.pool, at(ids, 0), "secretary");
  await grantRole(world.pool, at(ids, 1), "desk");
  [secretary, helper] = (await signInAs(world.container, ids)) as [PersonActor, PersonActor];
});
afterAll(() => world.close());

const codeOf = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);
const restart = (actor: PersonActor, reason = REASON) =>
  act(world.container, actor, "credentials.restart", { assemblyId: session.assembly.id, reason });
/** In the order of the session's decisions. */
async function keys(): Promise<UrnKeys[]> {
  const urns = await world.container.api.decisions.ballotBox.keys(session.assembly.id);
  return session.decisions.flatMap((id) => urns.filter(({ decisionId }) => decisionId === id));
}
const take = async (elector: number, vote = 0) => {
  const { personId } = at(session.actors, elector);
  const box = boxOf(world, at(session.actors, elector));
  return takeCredential(box, at(await keys(), vote), personId);
};

async function marks(): Promise<string[]> {
  const { rows } = await world.pool.query<{ channel: string }>(
    "SELECT channel FROM credential_issue WHERE decision_id = $1 ORDER BY channel",
    [at(session.decisions, 0)],
  );
  return rows.map(({ channel }) => channel);
}

describe("credentials that start again", () => {
  it("are new for everybody, in every vote; slips of paper stay", async () => {
    await Promise.all([take(1), take(2), take(1, 1)]);
    const assisted = at(session.actors, 3).personId;
    await takeCredential(boxOf(world, helper), at(await keys(), 0), assisted, true);
    await act(world.container, helper, "paper.give", {
      decisionIds: [at(session.decisions, 0)],
      electorId: at(session.actors, 4).personId,
    });
    expect(await marks()).toEqual(["assisted", "online", "online", "paper"]);
    const before = await keys();

    expect(codeOf(await restart(secretary))).toBe("ok");
    expect(await marks()).toEqual(["paper"]);
    const after = await keys();
    for (const [index, urn] of after.entries()) {
      const { credentialKey, keyId, ...kept } = at(before, index);
      expect(urn).toMatchObject(kept);
      expect([urn.credentialKey, urn.keyId]).not.toContain(credentialKey);
      expect(urn.keyId).not.toBe(keyId);
    }
    const { rows } = await world.pool.query(
      "SELECT actor_id, reason FROM audit_entry WHERE action = $1 AND subject = $2",
      ["credentials.restart", `assembly:${session.assembly.id}`],
    );
    expect(rows).toEqual([{ actor_id: secretary.personId, reason: REASON }]);
    // Pages see by their card of the vote that there is another key.
    const page = await world.container.api.decisions.page(secretary, at(session.decisions, 0));
    expect(page).toMatchObject({ value: { urn: { keyId: at(after, 0).keyId } } });
    await take(1);
    expect(await marks()).toEqual(["online", "paper"]);
  });

  it("leave nothing to vote with to who kept an old one, in whatever process", async () => {
    const old = await take(1);
    const other = createContainer(testEnv(world.databaseUrl));
    const before = at(await keys(), 0);
    const castOld = async () => {
      const { ballotBox } = other.api.decisions;
      return codeOf(await ballotBox.cast(before.decisionId, await sealedBallot(before, old, FOR)));
    };
    // That process has seen the key that is about to go.
    expect(await castOld()).toBe("vote-not-open");
    await restart(secretary);
    const fresh = await take(1);
    await session.open(before.decisionId);
    expect(await castOld()).toBe("bad-credential");
    const ballot = await sealedBallot(at(await keys(), 0), fresh, FOR);
    expect(codeOf(await other.api.decisions.ballotBox.cast(before.decisionId, ballot))).toBe("ok");
    await other.close();
  });

  it("do not mark somebody for a request made under the old key", async () => {
    const urn = at(await keys(), 0);
    await restart(secretary);
    const box = boxOf(world, at(session.actors, 1));
    const late = takeCredential(box, urn, at(session.actors, 1).personId);
    await expect(late).rejects.toThrow("credentials-restarted");
    expect(await marks()).toEqual([]);
    await take(1);
  });

  it("ask for the right and a reason, and for urns", async () => {
    expect(codeOf(await restart(session.chair))).toBe("not-allowed");
    expect(codeOf(await restart(helper))).toBe("not-allowed");
    await expect(restart(secretary, "  ")).rejects.toThrow();
    await world.pool.query("DELETE FROM urn WHERE decision_id = ANY($1)", [session.decisions]);
    expect(codeOf(await restart(secretary))).toBe("urn-not-ready");
  });

  it("never, once one secret vote of the assembly has opened", async () => {
    const old = await take(1);
    await session.open(at(session.decisions, 0));
    const before = await keys();
    expect(codeOf(await restart(secretary))).toBe("secret-vote-begun");
    expect(await keys()).toEqual(before);
    const ballot = await sealedBallot(at(before, 0), old, FOR);
    expect(await boxOf(world, secretary).cast(at(session.decisions, 0), ballot)).toMatchObject({
      ok: true,
    });
    await session.close(at(session.decisions, 0));
    expect(codeOf(await restart(secretary))).toBe("secret-vote-begun");
  });

  it("race those who are taking theirs: whoever was answered can vote, or takes another", async () => {
    const electors = session.actors.slice(0, 10);
    const hold = async (actor: PersonActor) => {
      const urn = at(await keys(), 0);
      const box = boxOf(world, actor);
      return { urn, credential: await takeCredential(box, urn, actor.personId) };
    };
    const taking = electors.map(async (actor, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 30));
      return hold(actor).catch((error: Error) => {
        expect(error.message).toContain("restarted");
        return undefined;
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(codeOf(await restart(secretary))).toBe("ok");
    const held = await Promise.all(taking);
    const { keyId, decisionId } = at(await keys(), 0);
    for (const [index, actor] of electors.entries()) {
      if (held[index]?.urn.keyId !== keyId) held[index] = await hold(actor);
    }
    await session.open(decisionId);
    for (const one of held) {
      if (!one) throw new Error("somebody holds nothing");
      const ballot = await sealedBallot(one.urn, one.credential, FOR);
      expect(await boxOf(world, secretary).cast(decisionId, ballot)).toMatchObject({ ok: true });
    }
  });

  it("race the opening: before it, or not at all", async () => {
    const old = await take(1);
    const before = at(await keys(), 0);
    const [restarted] = await Promise.all([restart(secretary), session.open(before.decisionId)]);
    const after = at(await keys(), 0);
    expect(codeOf(restarted)).toBe(after.keyId === before.keyId ? "secret-vote-begun" : "ok");
    const ballot = await sealedBallot(before, old, FOR);
    const cast = await boxOf(world, secretary).cast(before.decisionId, ballot);
    expect(cast.ok).toBe(!restarted.ok);
  });
});
