import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { createContainer, type Container } from "#server/container.ts";
import { decisionCards } from "#server/features/decisions/cards.ts";
import { createTestDatabase, type TestDatabase } from "../../support/database.ts";
import { testEnv } from "../../support/env.ts";
import type { LiveAssembly } from "../../support/live-assembly.ts";
import { createStaffedAssembly } from "../../support/staffed-assembly.ts";

let database: TestDatabase;
let container: Container;
let pool: Pool;
let assembly: LiveAssembly;
let organiser: PersonActor;
let chair: PersonActor;
let member: PersonActor;

beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer(testEnv(database.url));
  pool = container.platform.pool;
  const made = await createStaffedAssembly(container, {
    electors: 3,
    roles: ["organiser", "chair"],
    others: 1,
  });
  assembly = made.assembly;
  [organiser, chair, member] = made.people as [PersonActor, PersonActor, PersonActor];
});

afterAll(async () => {
  await container.close();
  await database.drop();
});

const designer = () => container.api.decisions.designer;

async function beginElection(): Promise<string> {
  const made = await designer().create(organiser, {
    assemblyId: assembly.id,
    itemId: assembly.itemId,
    texts: { fr: { title: "Choisir", text: "" } },
    legalChannel: "consultation",
    method: "schulze",
    seal: "server",
  });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.decisionId;
}

async function finish(decisionId: string): Promise<void> {
  const options = ["Pomme", "Poire"].map((fr) => ({ label: { fr } }));
  await designer().update(organiser, { decisionId, options });
}

/** Whether somebody meets a decision: on its page, on the agenda, in the session's room. */
async function sees(actor: Actor, audience: string, decisionId: string) {
  const page = await container.api.decisions.page(actor, decisionId);
  const agenda = await container.api.assembly.assemblyPage(actor, assembly.slug);
  const client = await pool.connect();
  const cards = await decisionCards(client, assembly.id, audience).finally(() => client.release());
  return {
    page: page.ok,
    agenda:
      agenda.ok &&
      agenda.value.items.some((item) => item.decisions.some(({ id }) => id === decisionId)),
    room: decisionId in cards,
  };
}

const EVERYWHERE = { page: true, agenda: true, room: true };
const NOWHERE = { page: false, agenda: false, room: false };

describe("a draft in which something is lacking", () => {
  it("is seen by those who prepare votes and by the chair alone", async () => {
    const decisionId = await beginElection();
    expect(await sees(member, "member", decisionId)).toEqual(NOWHERE);
    expect(await sees({ kind: "anonymous" }, "screen", decisionId)).toEqual(NOWHERE);
    expect(await sees(organiser, "chair", decisionId)).toEqual(EVERYWHERE);
    expect(await sees(chair, "chair", decisionId)).toEqual(EVERYWHERE);
    await finish(decisionId);
    expect(await sees(member, "member", decisionId)).toEqual(EVERYWHERE);
    expect(await sees({ kind: "anonymous" }, "screen", decisionId)).toEqual(EVERYWHERE);
  });

  it("has no urn of which somebody could take a ballot", async () => {
    const decisionId = await beginElection();
    await designer().update(organiser, { decisionId, options: [{ label: { fr: "Pomme" } }] });
    const urns = async () => {
      await container.api.decisions.ballotBox.prepareUrns();
      const found = await pool.query("SELECT FROM urn WHERE decision_id = $1", [decisionId]);
      return found.rowCount;
    };
    expect(await urns()).toBe(0);
    await finish(decisionId);
    expect(await urns()).toBe(1);
  });
});
