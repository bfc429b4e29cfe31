import type { ClientBase } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayCoordinate, type Standing } from "#domain/surveys/campaign.ts";
import { employerSide } from "../../platform/employer-side.ts";
import type { Platform } from "../../platform/platform.ts";

export type Client = Pick<ClientBase, "query">;

export { employerSide };

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
