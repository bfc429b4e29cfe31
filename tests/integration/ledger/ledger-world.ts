import { randomUUID } from "node:crypto";
import type { Body, PersonActor, Role } from "#domain/kernel/actor.ts";
import { enterItem, type NewLedgerItem } from "#server/features/ledger/enter.ts";
import { createLedgerFeature } from "#server/features/ledger/index.ts";
import { inTransaction } from "#server/platform/database.ts";
import { acting } from "../../support/acting.ts";
import { createTestDatabase } from "../../support/database.ts";
import { createLiveAssembly } from "../../support/live-assembly.ts";
import { createTestPlatform } from "../../support/platform.ts";
import { actorOf } from "../live-session/session.ts";

export type LedgerWorld = Awaited<ReturnType<typeof createLedgerWorld>>;

const ROLES: [Role, Body][] = [
  ["director", "board"],
  ["organiser", "cooperative"],
  ["facilitator", "cooperative"],
];

/** A ledger with those who answer, write and contest, and two who hold no office. `clock.day` sets the day. */
export async function createLedgerWorld() {
  const database = await createTestDatabase();
  const clock = { day: "2026-01-15" };
  const now = () => new Date(`${clock.day}T09:00:00Z`);
  const { platform, close } = createTestPlatform(database.url, now);
  const { pool } = platform;
  const { electors } = await createLiveAssembly(pool, 5);
  for (const [at, [role, body]] of ROLES.entries()) {
    await pool.query(
      `INSERT INTO role_grant (id, person_id, role, body, valid_from)
       VALUES ($1, $2, $3, $4, '2020-01-01')`,
      [randomUUID(), electors[at]?.id, role, body],
    );
  }
  const actors = await Promise.all(electors.map(({ id }) => actorOf(pool, id)));
  const [director, organiser, facilitator, ana, bo] = actors;
  if (!director || !organiser || !facilitator || !ana || !bo) throw new Error("nobody came");
  const anybody: PersonActor = bo;
  const feature = createLedgerFeature(platform);
  const { run, done } = acting(feature);

  /** Enters a demand of ana's, and gives its id. */
  const enter = (more: Partial<NewLedgerItem> = {}) =>
    inTransaction(pool, (client) =>
      enterItem(platform, client, {
        kind: "demand",
        origin: { feature: "ledger", id: randomUUID() },
        addressee: "board",
        language: "fr",
        title: "Des chèques-repas pour les contrats courts",
        text: "Selon les jours prestés.",
        authors: [ana.personId],
        ...more,
      }),
    );

  async function itemOf(id: string, reader = anybody) {
    const found = await feature.item(reader, id);
    if (!found.ok) throw new Error(found.refusal.code);
    return found.value;
  }

  /** The kinds of what somebody was told, in order. */
  async function toldTo({ personId }: PersonActor): Promise<string[]> {
    const { rows } = await pool.query<{ kind: string }>(
      "SELECT kind FROM notice WHERE person_id = $1 ORDER BY id",
      [personId],
    );
    return rows.map(({ kind }) => kind);
  }

  return {
    platform,
    clock,
    feature,
    people: { director, organiser, facilitator, ana, bo },
    run,
    done,
    enter,
    itemOf,
    toldTo,
    close: async () => {
      await close();
      await database.drop();
    },
  };
}
