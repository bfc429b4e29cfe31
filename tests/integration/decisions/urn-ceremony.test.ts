import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { createContainer, type Container } from "#server/container.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import type { LiveAssembly } from "../../support/live-assembly.ts";
import {
  act,
  dealt,
  holdCeremony,
  join,
  newKeeper,
  takeAndConfirm,
  type TestKeeper,
  urnIn,
  viewOf,
} from "../../support/scrutineers.ts";
import { createSecretDecisions } from "../../support/secret-decision.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

let database: TestDatabase;
let container: Container;
let assembly: LiveAssembly;
let scrutineers: PersonActor[];
let secretary: PersonActor;
let member: PersonActor;
let decisionId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
});

beforeEach(async () => {
  const roles = ["scrutineer", "scrutineer", "scrutineer", "scrutineer", "secretary"];
  const made = await createStaffedAssembly(container, { electors: 6, roles, others: 1 });
  assembly = made.assembly;
  scrutineers = made.people.slice(0, 4);
  [secretary, member] = made.people.slice(4) as [PersonActor, PersonActor];
  [decisionId] = (await createSecretDecisions(container, assembly, ["scrutineers"])) as [string];
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const code = (result: Result<unknown>) => (result.ok ? "ok" : result.refusal.code);

async function urn() {
  return urnIn(await viewOf(container, secretary, assembly.slug), decisionId);
}

async function joined(count: number): Promise<TestKeeper[]> {
  const keepers = await Promise.all(scrutineers.slice(0, count).map(newKeeper));
  for (const keeper of keepers) {
    expect(code(await join(container, assembly.id, keeper))).toBe("ok");
  }
  return keepers;
}

const deal = (dealer: TestKeeper | undefined, sent: Awaited<ReturnType<typeof dealt>>) =>
  act(container, dealer?.actor ?? member, "urn.deal", sent);

describe("the ceremony of the urns", () => {
  it("makes an urn ready once every keeper holds a share, and keeps no share", async () => {
    expect(await urn()).toMatchObject({ stage: "keyed", threshold: 0, shares: [] });
    const keepers = await joined(3);
    const sent = await dealt(assembly.id, [decisionId], keepers);
    expect(code(await deal(keepers[0], sent))).toBe("ok");
    expect(await urn()).toMatchObject({ stage: "keyed", threshold: 2 });
    for (const keeper of keepers) {
      expect((await urn()).stage).toBe("keyed");
      expect(code(await takeAndConfirm(container, assembly.slug, keeper))).toBe("ok");
    }
    expect(await urn()).toMatchObject({ stage: "ready", urnKey: sent.urns[0]?.urnKey });
    const { rows } = await container.platform.pool.query(
      "SELECT FROM urn_share WHERE decision_id = $1 AND sealed IS NOT NULL",
      [decisionId],
    );
    expect(rows).toEqual([]);
  });

  it("deals once, however often the dealer sends it", async () => {
    const keepers = await joined(3);
    const sent = await dealt(assembly.id, [decisionId], keepers);
    const answers = await Promise.all([deal(keepers[0], sent), deal(keepers[0], sent)]);
    expect(answers.map(code)).toEqual(["ok", "ok"]);
    const other = await dealt(assembly.id, [decisionId], keepers);
    expect(code(await deal(keepers[1], other))).toBe("already-dealt");
    expect((await urn()).urnKey).toBe(sent.urns[0]?.urnKey);
  });

  it("waits for three, and deals to exactly those who take part", async () => {
    const two = await joined(2);
    const early = await dealt(assembly.id, [decisionId], two);
    expect(code(await deal(two[0], early))).toBe("ceremony-not-ready");
    const [third, fourth] = (await joined(4)).slice(2);
    const all = await dealt(assembly.id, [decisionId], [...two, third as TestKeeper]);
    expect(code(await deal(third, all))).toBe("changed-meanwhile");
    expect(fourth).toBeDefined();
    expect((await urn()).shares).toEqual([]);
  });

  it("lets a scrutineer come back with other keys until shares are dealt to them", async () => {
    const keepers = await joined(3);
    const [first] = keepers as [TestKeeper];
    const again = await newKeeper(first.actor);
    expect(code(await join(container, assembly.id, again))).toBe("ok");
    const sent = await dealt(assembly.id, [decisionId], [again, ...keepers.slice(1)]);
    expect(code(await deal(again, sent))).toBe("ok");
    expect(code(await join(container, assembly.id, first))).toBe("already-dealt");
    expect(code(await join(container, assembly.id, again))).toBe("ok");
    const late = await newKeeper(scrutineers[3] as PersonActor);
    expect(code(await join(container, assembly.id, late))).toBe("already-dealt");
  });

  it("is for scrutineers, and for keys that are points of the curve", async () => {
    expect(code(await join(container, assembly.id, await newKeeper(member)))).toBe("not-allowed");
    const [keeper] = await joined(1);
    const point = Buffer.alloc(65, 4).toString("base64url");
    const payload = { assemblyId: assembly.id, boxKey: point, signingKey: point };
    expect(code(await act(container, keeper?.actor ?? member, "urn.join", payload))).toBe(
      "bad-input",
    );
    const confirm = { assemblyId: assembly.id, decisionIds: [decisionId] };
    expect(code(await act(container, scrutineers[1] as PersonActor, "urn.confirm", confirm))).toBe(
      "not-scrutineer",
    );
    const looked = await container.api.decisions.urns.ceremony(member, assembly.slug);
    expect(code(looked)).toBe("not-allowed");
  });

  it("gives each keeper their own sealed share and nobody else's", async () => {
    const keepers = await joined(3);
    const sent = await dealt(assembly.id, [decisionId], keepers);
    await deal(keepers[0], sent);
    for (const { actor } of keepers) {
      const seen = urnIn(await viewOf(container, actor, assembly.slug), decisionId);
      const mine = sent.urns[0]?.shares.find(({ personId }) => personId === actor.personId);
      expect(seen.mySealedShare).toBe(mine?.sealed);
    }
    expect(await urn()).not.toHaveProperty("mySealedShare");
  });

  it("begins again with a reason as long as no vote has opened, and leaves a trace", async () => {
    const actors = scrutineers.slice(0, 3);
    await holdCeremony(container, assembly, [decisionId], actors);
    const restart = (actor: PersonActor) =>
      act(container, actor, "urn.restart", {
        assemblyId: assembly.id,
        reason: "une part imprimée s’est perdue",
      });
    expect(code(await restart(actors[0] as PersonActor))).toBe("not-allowed");
    expect(code(await restart(secretary))).toBe("ok");
    const view = await viewOf(container, secretary, assembly.slug);
    expect(view.keepers).toEqual([]);
    expect(urnIn(view, decisionId)).toMatchObject({ stage: "keyed", shares: [], threshold: 0 });
    const { rows } = await container.platform.pool.query(
      "SELECT reason FROM audit_entry WHERE action = 'urn.restart' AND subject = $1",
      [`assembly:${assembly.id}`],
    );
    expect(rows).toEqual([{ reason: "une part imprimée s’est perdue" }]);

    await holdCeremony(container, assembly, [decisionId], actors);
    expect((await urn()).stage).toBe("ready");
    await container.platform.pool.query("UPDATE decision SET phase = 'open' WHERE id = $1", [
      decisionId,
    ]);
    expect(code(await restart(secretary))).toBe("wrong-phase");
    expect((await urn()).stage).toBe("ready");
  });
});
