import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import { createContainer, type Container } from "#server/container.ts";
import { signInAs } from "../../support/actors.ts";
import { createTestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import { createLiveAssembly, grantRole, type LiveAssembly } from "../../support/live-assembly.ts";
import { createSecretDecisions } from "../../support/secret-decision.ts";
import { directBallotBox, type BallotBox } from "../../support/secret-elector.ts";

/** A container on a database of its own, whose clock can be moved. */
export type SecretWorld = {
  container: Container;
  pool: Pool;
  databaseUrl: string;
  /** Moves the server's clock on (ms). */
  pass: (ms: number) => void;
  close: () => Promise<void>;
};

export async function createSecretWorld(): Promise<SecretWorld> {
  const database = await createTestDatabase();
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const container = createContainer(testEnv(database.url), { clock });
  return {
    container,
    pool: container.platform.pool,
    databaseUrl: database.url,
    pass: (ms) => {
      ahead += ms;
    },
    close: async () => {
      await container.close();
      await database.drop();
    },
  };
}

/** A live assembly of its own with secret votes in draft, under the server's seal. */
export type SecretSession = {
  assembly: LiveAssembly;
  /** The first of them presides. */
  actors: PersonActor[];
  chair: PersonActor;
  decisions: string[];
  /** In the order of the decisions. */
  urns: UrnKeys[];
  open: (decisionId: string) => Promise<void>;
  close: (decisionId: string) => Promise<void>;
  count: (decisionId: string) => Promise<void>;
};

export async function createSecretSession(
  { container, pool }: SecretWorld,
  { electors = 12, votes = 1 } = {},
): Promise<SecretSession> {
  const assembly = await createLiveAssembly(pool, electors);
  const people = assembly.electors.map((elector) => elector.id);
  await grantRole(pool, people[0] ?? "", "chair");
  const actors = await signInAs(container, people);
  const [chair] = actors;
  if (!chair) throw new Error("nobody presides");
  const seals = Array.from({ length: votes }, () => "server" as const);
  const decisions = await createSecretDecisions(container, assembly, seals);
  const { api } = container;
  const keys = await api.decisions.ballotBox.keys(assembly.id);
  const mustPass = (result: { ok: boolean }) => {
    if (!result.ok) throw new Error(`the chair was refused: ${JSON.stringify(result)}`);
  };
  return {
    assembly,
    actors,
    chair,
    decisions,
    urns: decisions.map((id) =>
      at(
        keys.filter((urn) => urn.decisionId === id),
        0,
      ),
    ),
    open: async (decisionId) =>
      mustPass(await api.decisions.open(chair, { decisionId, overrideReason: "essai" })),
    close: async (decisionId) => mustPass(await api.decisions.close(chair, { decisionId })),
    count: (decisionId) => api.decisions.jobs["decision.count"]({ decisionId }),
  };
}

/** One of a list that must have it. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`there is no ${index}`);
  return found;
}

export function boxOf(world: SecretWorld, actor: PersonActor): BallotBox {
  return directBallotBox(world.container, actor);
}
