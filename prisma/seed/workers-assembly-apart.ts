import type { ClientBase } from "pg";
import { apartId } from "../../app/domain/kernel/apart.ts";
import type { WorkersOffice } from "../../app/domain/workers-assembly/offices.ts";
import { closeRoll } from "../../server/features/workers-assembly/organise/close-roll.ts";
import { insertRows } from "./batch.ts";
import { brusselsInstant } from "./days.ts";
import { demoId } from "./ids.ts";
import { persona } from "./personas.ts";
import { FIRST, SECOND, type SeedEdition, THIRD } from "./workers-assembly-editions.ts";

/** The assemblies apart in which the three editions vote and meet. */
export const APART = {
  first: apartId(demoId("assembly", 21)),
  second: apartId(demoId("assembly", 22)),
  third: apartId(demoId("assembly", 23)),
} as const;

/** Workers who hold an office in each of them: none is on the employer's side. */
const HELD: readonly (readonly [WorkersOffice, string])[] = [
  ["chair", "chair"],
  ["secretary", "representative"],
  ["moderator", "second-moderator"],
  ["facilitator", "facilitator"],
  ["facilitator", "unit-holder"],
  ["scrutineer", "scrutineer"],
  ["scrutineer", "second-scrutineer"],
  ["scrutineer", "third-scrutineer"],
  ["desk", "steward"],
];

/** Where they meet, who holds an office, and the rolls of the two whose lists are frozen. */
export async function seedAssembliesApart(client: ClientBase, today: string): Promise<void> {
  await insertApart(client, FIRST, { id: APART.first, nth: 0 }, today);
  await insertApart(client, SECOND, { id: APART.second, nth: 1 }, today);
  await insertApart(client, THIRD, { id: APART.third, nth: 2 }, today);
  await client.query("UPDATE assembly SET phase = 'closed' WHERE id = $1", [APART.first]);
}

async function insertApart(
  client: ClientBase,
  { id: editionId, slug, campaignId, titles, place, days }: SeedEdition,
  { id, nth }: { id: string; nth: number },
  today: string,
): Promise<void> {
  const { createdOn, frozenOn, meetsOn } = days(today);
  await client.query(
    `INSERT INTO assembly (id, slug, kind, title, day, starts_at, place, profile_version, demo)
     SELECT $1, $2, 'workers', $3, $4, $5, $6, version, true FROM statute_profile
     ORDER BY effective_from LIMIT 1`,
    [id, slug, titles, meetsOn, brusselsInstant(meetsOn, "09:30"), place],
  );
  await client.query("UPDATE workers_assembly SET assembly_id = $2 WHERE id = $1", [editionId, id]);
  await insertRows(
    client,
    "role_grant",
    GRANT_COLUMNS,
    HELD.map(([role, key], at) => ({
      id: demoId("grant", GRANTS_BEFORE + nth * HELD.length + at),
      person_id: persona(key).personId,
      role,
      body: `assembly:${id}`,
      valid_from: createdOn,
      granted_by: persona("moderator").personId,
    })),
  );
  if (frozenOn) {
    const closedAt = new Date(`${frozenOn}T12:00:00Z`);
    await closeRoll(client, { id: editionId, assemblyId: id, campaignId }, closedAt);
  }
}

/** The demo's other grants are numbered below. */
const GRANTS_BEFORE = 1_000;

const GRANT_COLUMNS = {
  ...{ id: "uuid", person_id: "uuid", role: "text", body: "text" },
  ...{ valid_from: "date", granted_by: "uuid" },
};
