import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposePage } from "#wire/proposal-pages.ts";
import type { Platform } from "../../../platform/platform.ts";
import { standingIn } from "../../surveys/standing.ts";
import type { Client, Edition } from "../edition.ts";

type Why = NonNullable<ProposePage["why"]>;

const REFUSALS = {
  stage: "wrong-phase",
  "employer-side": "proposal-employer-side",
  observer: "proposal-observer",
  "not-asked": "proposal-not-asked",
  "not-signed-in": "not-signed-in",
} as const satisfies Record<Why, RefusalCode>;

/** SQL: whether campaign `c` asks person `p` on a day; `member`: they are a member of the cooperative. */
export const ASKS = ({ day, member }: { day: string; member: string }) => `(
  p.kind = 'natural' AND (cardinality(c.offices) = 0 OR p.office_id = ANY(c.offices))
  AND (${member} OR (c.electorate = 'workers' AND EXISTS (SELECT FROM affiliation f
    WHERE f.person_id = p.id AND f.kind = 'unit_holder' AND f.valid_from <= ${day}
      AND (f.valid_to IS NULL OR f.valid_to >= ${day})))))`;

const IS_ASKED = `
  SELECT EXISTS (SELECT FROM campaign c JOIN person p ON p.id = $2
    WHERE c.id = $1 AND ${ASKS({ day: "$3::date", member: "$4::boolean" })}) AS asked`;

/**
 * Why somebody may not propose and support; nothing where they may. Those whom the campaign asks do,
 * without the employer's side and those who observe for it (rules 5.7): asked anew at each act.
 */
export async function whyNot(
  { clock }: Pick<Platform, "clock">,
  client: Client,
  actor: Actor,
  edition: Pick<Edition, "campaignId">,
): Promise<Why | undefined> {
  if (actor.kind !== "person") return "not-signed-in";
  const day = dayInBrussels(clock.now());
  const standing = await standingIn(client, edition.campaignId, actor.personId, day);
  if (standing.employerSide) return "employer-side";
  if (standing.part === "observer") return "observer";
  const { rows } = await client.query<{ asked: boolean }>(IS_ASKED, [
    ...[edition.campaignId, actor.personId, day, actor.isMember],
  ]);
  return rows[0]!.asked ? undefined : "not-asked";
}

/** The actor, where they take part in the assembly. */
export async function asParticipant(
  platform: Pick<Platform, "clock">,
  client: Client,
  actor: Actor,
  edition: Pick<Edition, "campaignId">,
): Promise<Result<PersonActor>> {
  const why = await whyNot(platform, client, actor, edition);
  if (why) return refuse(REFUSALS[why]);
  return actor.kind === "person" ? ok(actor) : refuse("not-signed-in");
}
