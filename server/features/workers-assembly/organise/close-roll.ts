import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Electorate } from "#domain/surveys/campaign.ts";
import type { ClosedRoll } from "#wire/workers-organise.ts";
import { employerSide } from "../../../platform/employer-side.ts";
import { ELECTORATE, type Whom, WITH_MEMBERS, whomValues } from "../../surveys/electorate-sql.ts";
import type { Client, Edition } from "../edition.ts";
import { ensureAssembly } from "./ensure-assembly.ts";
import { isoDay } from "../../../platform/instants.ts";

/** Who works without being a member is on the roll under this category. */
const WORKER = "worker";

/** Whom the campaign asks, without anybody who stands on the employer's side that day. */
const ON_ROLL = `SELECT e.person_id FROM (${ELECTORATE}) e
  WHERE NOT ${employerSide("e.person_id", "$2::date")}`;

/**
 * Closes the roll of an edition, before its list is published (rules 3.4): who joins later votes next
 * time. What was closed once stays as it is. Gives how many are on it.
 */
export async function closeRoll(
  client: Client,
  edition: Pick<Edition, "id" | "assemblyId" | "campaignId">,
  now: Date,
): Promise<ClosedRoll> {
  const closed = await closedRoll(client, edition.id);
  if (closed) return closed;
  const assemblyId = await ensureAssembly(client, edition);
  const day = dayInBrussels(now);
  const whom = await whomOf(client, edition.campaignId);
  const { rowCount } = await client.query(
    `${WITH_MEMBERS}
     INSERT INTO roll_entry (assembly_id, person_id, category_id, office_id, language, shares)
     SELECT $6, p.id, coalesce(m.category_id, '${WORKER}'), p.office_id, p.language,
       coalesce(m.shares, 0)
     FROM (${ON_ROLL}) e JOIN person p ON p.id = e.person_id
     LEFT JOIN member m ON m.person_id = p.id
     ORDER BY p.id`,
    [...whomValues(day, whom), assemblyId],
  );
  const persons = rowCount ?? 0;
  // What votes and pages ask of the roll is planned from what the planner knows of it.
  await client.query("ANALYZE roll_entry");
  await client.query(
    `UPDATE assembly SET roll_as_of = $2,
       phase = CASE WHEN phase = 'prepared' THEN 'convened' ELSE phase END WHERE id = $1`,
    [assemblyId, day],
  );
  await client.query("UPDATE workers_assembly SET roll_size = $2 WHERE id = $1", [
    edition.id,
    persons,
  ]);
  return { asOf: day, persons };
}

/** The roll as it was closed; nothing while it is open. */
export async function closedRoll(
  client: Client,
  editionId: string,
): Promise<ClosedRoll | undefined> {
  const { rows } = await client.query<ClosedRoll>(
    `SELECT ${isoDay("a.roll_as_of")} AS "asOf", w.roll_size AS persons
     FROM workers_assembly w JOIN assembly a ON a.id = w.assembly_id
     WHERE w.id = $1 AND w.roll_size IS NOT NULL`,
    [editionId],
  );
  return rows[0];
}

/** How many would be on the roll if it were closed that day. */
export async function countRoll(client: Client, campaignId: string, day: string): Promise<number> {
  const { rows } = await client.query<{ persons: number }>(
    `${WITH_MEMBERS} SELECT count(*)::int AS persons FROM (${ON_ROLL}) e`,
    whomValues(day, await whomOf(client, campaignId)),
  );
  return rows[0]!.persons;
}

/** Whom a campaign asks, as it published it. */
export async function whomOf(client: Client, campaignId: string): Promise<Whom> {
  const { rows } = await client.query<{ electorate: Electorate; offices: string[] }>(
    "SELECT electorate, offices FROM campaign WHERE id = $1",
    [campaignId],
  );
  return { campaignId, ...rows[0]! };
}
