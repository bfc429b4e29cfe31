import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CampaignPart } from "#domain/surveys/campaign.ts";
import { translated } from "#wire/in-four.ts";
import type { CampaignFields, ChangedCampaign, NewSurvey } from "#wire/surveys.ts";
import { inTransaction } from "../../platform/database.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { CAMPAIGN_COLUMNS, firstOf, freeSlug, valuesOf } from "./campaign-values.ts";
import { asCoordinator, type Client, employerSide } from "./standing.ts";
import { earlierWave } from "./waves.ts";

/**
 * Begins a campaign and hands it to the workers who will coordinate it: whoever begins it for the
 * cooperative has no right in it any more.
 */
export function createCampaign(
  platform: Platform,
  actor: Actor,
  fields: CampaignFields,
): Promise<Result<{ slug: string }>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    if (!can(actor, "campaign.create", COOPERATIVE)) return refuse("not-allowed");
    const values = await valuesOf(client, fields);
    if (!values.ok) return values;
    const slug = await freeSlug(client, "campaign", firstOf(translated(fields, "title")));
    const campaignId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO campaign (id, slug, created_by, created_at, ${CAMPAIGN_COLUMNS.join(", ")})
       VALUES ($1, $2, $3, $4, ${CAMPAIGN_COLUMNS.map((_, at) => `$${at + 5}`).join(", ")})`,
      [campaignId, slug, actor.personId, now, ...values.value],
    );
    for (const registerNo of fields.coordinators.split(/[\s,;]+/).filter(Boolean)) {
      const named = await putInto(platform, client, {
        campaignId,
        registerNo,
        part: "coordinator",
      });
      if (!named.ok) return named;
    }
    await note(client, actor, "campaign.create", campaignId, now);
    return ok({ slug });
  });
}

/** Before it is published everything may change; afterwards who is asked stays as it was said. */
export function changeCampaign(
  platform: Platform,
  actor: Actor,
  { slug, ...fields }: ChangedCampaign & { slug: string },
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, campaign) => {
    if (campaign.revision !== fields.revision) return refuse("changed-meanwhile");
    const values = await valuesOf(client, fields);
    if (!values.ok) return values;
    const [electorate, offices] = [fields.electorate, values.value.at(-1) as string[]];
    const same =
      electorate === campaign.electorate && offices.join() === [...campaign.offices].sort().join();
    if (campaign.published && !same) return refuse("campaign-published");
    await client.query(
      `UPDATE campaign SET revision = revision + 1,
         ${CAMPAIGN_COLUMNS.map((name, at) => `${name} = $${at + 2}`).join(", ")} WHERE id = $1`,
      [campaign.id, ...values.value],
    );
    return ok(null);
  });
}

/** Says to everybody what is asked, of whom and when; nobody is asked before. */
export function publishCampaign(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, { id, published }, by) => {
    if (published) return refuse("changed-meanwhile");
    const now = platform.clock.now();
    await client.query("UPDATE campaign SET published_on = $2 WHERE id = $1", [
      id,
      dayInBrussels(now),
    ]);
    await note(client, by, "campaign.publish", id, now);
    return ok(null);
  });
}

export async function namePerson(
  platform: Platform,
  actor: Actor,
  { slug, registerNo, part }: { slug: string; registerNo: string; part: CampaignPart },
): Promise<Result<null>> {
  const result = await onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const named = await putInto(platform, client, { campaignId: id, registerNo, part });
    if (named.ok) await note(client, by, `campaign.${part}`, id, platform.clock.now());
    return named;
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

/** Somebody stops coordinating; the last one stays until another is named. */
export function leaveCampaign(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  return onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const { rowCount } = await client.query(
      `DELETE FROM campaign_person WHERE campaign_id = $1 AND person_id = $2
       AND EXISTS (SELECT FROM campaign_person o WHERE o.campaign_id = $1
         AND o.part = 'coordinator' AND o.person_id <> $2)`,
      [id, by.personId],
    );
    return rowCount === 0 ? refuse("campaign-last-coordinator") : ok(null);
  });
}

export function addSurvey(
  platform: Platform,
  actor: Actor,
  { slug, sourceLanguage, earlier: again = "", ...fields }: NewSurvey & { slug: string },
): Promise<Result<{ slug: string }>> {
  return onCampaign(platform, actor, slug, async (client, { id }, by) => {
    const title = translated(fields, "title");
    if (!title[sourceLanguage]) return refuse("bad-input");
    const earlier = again === "" ? undefined : await earlierWave(client, by.personId, again);
    if (again !== "" && !earlier) return refuse("not-found");
    const asked = earlier?.questionnaire ?? { intro: {}, questions: [] };
    const surveySlug = await freeSlug(client, "survey", firstOf(title));
    const surveyId = platform.random.uuid();
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO survey
         (id, campaign_id, slug, source_language, questionnaire, sensitive, earlier_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        surveyId,
        id,
        surveySlug,
        sourceLanguage,
        { ...asked, title },
        earlier?.sensitive ?? false,
        earlier?.id ?? null,
        now,
      ],
    );
    await note(client, by, "survey.add", id, now);
    return ok({ slug: surveySlug });
  });
}

type Campaign = {
  id: string;
  revision: number;
  published: boolean;
  electorate: string;
  offices: string[];
};

/** Work of who coordinates a campaign, which is locked meanwhile. */
function onCampaign<T>(
  platform: Platform,
  actor: Actor,
  slug: string,
  work: (client: PoolClient, campaign: Campaign, by: PersonActor) => Promise<Result<T>>,
): Promise<Result<T>> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<Campaign>(
      `SELECT id, revision, published_on IS NOT NULL AS published, electorate, offices
       FROM campaign WHERE slug = $1 FOR UPDATE`,
      [slug],
    );
    const [campaign] = rows;
    if (!campaign) return refuse("not-found");
    const by = await asCoordinator(platform, client, actor, campaign.id);
    return by.ok ? work(client, campaign, by.value) : by;
  });
}

/** Who coordinates works and is not on the employer's side; who observes never coordinates. */
async function putInto(
  { clock, outbox }: Platform,
  client: Client,
  { campaignId, registerNo, part }: { campaignId: string; registerNo: string; part: CampaignPart },
): Promise<Result<null>> {
  const today = dayInBrussels(clock.now());
  const { rows } = await client.query<{ id: string; employerSide: boolean }>(
    `SELECT p.id, ${employerSide("p.id", "$2::date")} AS "employerSide" FROM person p
     WHERE p.register_no = $1 AND p.kind = 'natural'`,
    [registerNo, today],
  );
  const [person] = rows;
  if (!person) return refuse("survey-person-unknown");
  if (part === "coordinator" && person.employerSide) return refuse("campaign-employer-side");
  const { rowCount } = await client.query(
    `INSERT INTO campaign_person (campaign_id, person_id, part, since) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [campaignId, person.id, part, today],
  );
  if (rowCount === 0) return refuse("campaign-has-part");
  // Whoever observes leaves the rooms of its assemblies, whoever coordinates may enter them.
  await outbox.write(client, [{ topic: "person", person: person.id }]);
  return ok(null);
}

function note(client: Client, by: PersonActor, action: string, campaignId: string, at: Date) {
  const subject = `campaign:${campaignId}`;
  return journal(client, { actorId: by.personId, action, subject, at });
}
