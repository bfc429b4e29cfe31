import type { ClientBase } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayCoordinate, type Standing } from "#domain/surveys/campaign.ts";
import type { Platform } from "../../platform/platform.ts";

export type Client = Pick<ClientBase, "query">;

/**
 * SQL: whether a person stands on the side of the employer on a day (rules 5.7): in the support team,
 * on the board, or with rights over the whole platform.
 */
export const employerSide = (person: string, day: string) => `(
  EXISTS (SELECT FROM affiliation f WHERE f.person_id = ${person} AND f.kind = 'support_staff'
    AND f.valid_from <= ${day} AND (f.valid_to IS NULL OR f.valid_to >= ${day}))
  OR EXISTS (SELECT FROM role_grant g WHERE g.person_id = ${person}
    AND g.role IN ('director', 'organiser', 'register_keeper', 'support_staff')
    AND g.valid_from <= ${day} AND (g.valid_to IS NULL OR g.valid_to >= ${day})))`;

/** How somebody stands to a campaign today. */
export async function standingIn(
  client: Client,
  campaignId: string,
  personId: string,
  today: string,
): Promise<Standing> {
  const { rows } = await client.query<{ part: Standing["part"] | null; employerSide: boolean }>(
    `SELECT (SELECT part FROM campaign_person WHERE campaign_id = $1 AND person_id = $2) AS part,
       ${employerSide("$2::uuid", "$3::date")} AS "employerSide"`,
    [campaignId, personId, today],
  );
  const { part, employerSide: side } = rows[0]!;
  return { ...(part ? { part } : {}), employerSide: side };
}

/** No right of the platform gives any in a campaign: only its own workers coordinate it. */
export async function coordinates(
  { pool, clock }: Pick<Platform, "pool" | "clock">,
  actor: Actor,
  campaignId: string,
  client: Client = pool,
): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const today = dayInBrussels(clock.now());
  return mayCoordinate(await standingIn(client, campaignId, actor.personId, today));
}

/** The actor, where they coordinate the campaign. */
export async function asCoordinator(
  platform: Platform,
  client: Client,
  actor: Actor,
  campaignId: string,
): Promise<Result<PersonActor>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const may = await coordinates(platform, actor, campaignId, client);
  return may ? ok(actor) : refuse("not-allowed");
}
