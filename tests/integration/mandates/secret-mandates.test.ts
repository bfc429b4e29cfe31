import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonActor } from "#domain/kernel/actor.ts";
import { encodeBallot } from "#domain/decisions/ballot.ts";
import type { CredentialAnswer } from "#wire/secret-ballots.ts";
import { standingsOf } from "#server/features/check-in/door-news.ts";
import { mandatesPart } from "#server/features/mandates/cards.ts";
import { allowProxies } from "../../support/proxies.ts";
import { anyBlinded } from "../../support/secret-elector.ts";
import {
  at,
  createSecretSession,
  createSecretWorld,
  type SecretSession,
  type SecretWorld,
} from "../decisions/secret-world.ts";

let world: SecretWorld;
let session: SecretSession;

beforeAll(async () => {
  world = await createSecretWorld();
  session = await createSecretSession(world, { electors: 30, votes: 2 });
  await allowProxies(world.pool, session.assembly.id);
  // Three givers, whose mandates the next three hold.
  await world.pool.query(
    `INSERT INTO mandate (assembly_id, giver_id, holder_id, state, given_at)
     SELECT $1, giver, holder, 'accepted', now()
     FROM unnest($2::uuid[], $3::uuid[]) AS m (giver, holder)`,
    [session.assembly.id, ids(1, 3), ids(4, 3)],
  );
});
afterAll(() => world.close());

const ids = (from: number, count: number) =>
  session.actors.slice(from, from + count).map(({ personId }) => personId);
const giver = (n: number) => at(session.actors, 1 + n);
const holder = (n: number) => at(session.actors, 4 + n);

async function arrive(actor: PersonActor): Promise<void> {
  const command = world.container.commands["session.arrive"];
  await command?.handle(actor, { assemblyId: session.assembly.id }, "");
}

async function ask(actor: PersonActor, elector: PersonActor, vote = 0): Promise<string> {
  const { decisionId, keyId } = at(session.urns, vote);
  const answer = await world.container.api.decisions.ballotBox.issue(actor, {
    requests: [{ decisionId, electorId: elector.personId, keyId, blinded: anyBlinded() }],
    assisted: false,
  });
  const given: CredentialAnswer | undefined = answer.ok ? answer.value[0] : undefined;
  return given?.state === "refused" ? given.code : (given?.state ?? "refused");
}

it("gives the holder a secret ballot for the giver, once, while the mandate is active", async () => {
  expect(await ask(holder(0), giver(0))).toBe("not-allowed");
  await arrive(holder(0));
  expect(await ask(giver(0), giver(0))).toBe("mandate-active");
  expect(await ask(holder(0), giver(0))).toBe("signed");
  expect(await ask(holder(0), holder(0))).toBe("signed");
  // Taken is taken: nobody can say which it is. Of another vote the giver takes their own.
  await arrive(giver(0));
  expect(await ask(giver(0), giver(0))).toBe("already-issued");
  expect(await ask(holder(0), giver(0), 1)).toBe("not-allowed");
  expect(await ask(giver(0), giver(0), 1)).toBe("signed");
});

it("says at the door and to the chair that a ballot was taken before the giver came", async () => {
  const { pool } = world;
  const { id } = session.assembly;
  const persons = [giver(0), holder(0)].map(({ personId }) => personId);
  const standings = await standingsOf(pool, id, persons, Date.now());
  expect(standings[giver(0).personId]).toMatchObject({ present: true, taken: 1 });
  expect(standings[holder(0).personId]).not.toHaveProperty("taken");
  const { mandates } = await mandatesPart(pool, id, { persons: 2, shares: 20 });
  expect(mandates).toMatchObject({ suspended: 3, takenBefore: 1 });
});

it("lets a holder without scripts vote for the giver, and reconciles it", async () => {
  const [decisionId] = session.decisions;
  if (!decisionId) throw new Error("no vote");
  await session.open(decisionId);
  await arrive(holder(1));
  const cast = (actor: PersonActor, electorId: string) =>
    world.container.api.decisions.ballotBox.castWithoutScript(actor, {
      decisionId,
      electorId,
      content: encodeBallot({ kind: "choice", option: "for" }),
    });
  const refused = await cast(giver(1), giver(1).personId);
  expect(refused.ok ? "ok" : refused.refusal.code).toBe("mandate-active");
  expect((await cast(holder(1), giver(1).personId)).ok).toBe(true);
  await session.close(decisionId);
  await session.count(decisionId);

  const { frozen, report } = (
    await world.pool.query<{ frozen: { holders?: object[] }; report: { oneTenth: object } }>(
      `SELECT d.frozen, t.report FROM decision d JOIN tally t ON t.decision_id = d.id
       WHERE d.id = $1`,
      [decisionId],
    )
  ).rows[0] ?? { frozen: {}, report: undefined };
  expect(frozen.holders).toEqual([
    { own: 1, mandates: 1 },
    { own: 0, mandates: 1 },
  ]);
  // One ballot was cast; two holders took ballots that were not.
  expect(report?.oneTenth).toMatchObject({ applies: false });
  await world.container.api.decisions.publish(session.chair, { decisionId });
  const page = await world.container.api.minutes.reconciliation(
    session.chair,
    session.assembly.slug,
  );
  const sheet = page.ok ? page.value.votes[0]?.sheet : undefined;
  expect(sheet).toMatchObject({ marks: 3, ballots: 1, counted: 1, difference: 2, unexplained: 0 });
  expect(sheet?.explained).toEqual([{ code: "not-cast", count: 2 }]);
  expect(sheet?.lines).toContainEqual({ channel: "no_script", marks: 1, byMandate: 1 });
});

it("tells no ballot from another: the note of a mandate has neither hour nor order", async () => {
  const { rows } = await world.pool.query<{ column_name: string }>(
    "SELECT column_name FROM information_schema.columns WHERE table_name = 'mandate_vote'",
  );
  expect(rows.map(({ column_name }) => column_name).sort()).toEqual([
    "decision_id",
    "giver_id",
    "holder_id",
  ]);
});
