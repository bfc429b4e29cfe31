import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mayCoordinate } from "#domain/surveys/campaign.ts";
import type {
  CampaignCard,
  CampaignPage,
  CoordinatePage,
  SurveyCard,
  SurveysPage,
} from "#wire/survey-pages.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { openOnThemes } from "../ledger/open-on-themes.ts";
import { assembliesOf } from "./assemblies.ts";
import { CAMPAIGN_HEAD } from "./rows.ts";
import { asCoordinator, type Client, standingIn } from "./standing.ts";
import { repeatableBy } from "./waves.ts";

const PAGE = 10;
/** Nobody: for readers who are not signed in, in the place of a person's id. */
const NOBODY = "00000000-0000-0000-0000-000000000000";
const readerOf = (actor: Actor) => (actor.kind === "person" ? actor.personId : NOBODY);

/** Campaigns that were published, and those the reader coordinates; the latest first. */
export async function surveysPage(
  { pool }: Platform,
  actor: Actor,
  { before }: { before?: string | undefined },
): Promise<Result<SurveysPage>> {
  const reader = readerOf(actor);
  const { rows } = await pool.query<Omit<CampaignCard, "surveys">>(
    `SELECT ${CAMPAIGN_HEAD}, c.themes FROM campaign c
     WHERE (c.published_on IS NOT NULL OR EXISTS (SELECT FROM campaign_person w
         WHERE w.campaign_id = c.id AND w.person_id = $1 AND w.part = 'coordinator'))
       AND ($2::uuid IS NULL OR c.id < $2)
     ORDER BY c.id DESC LIMIT ${PAGE + 1}`,
    [reader, before ?? null],
  );
  const shown = rows.slice(0, PAGE).map(withoutNulls);
  const surveys = await surveyCards(
    pool,
    reader,
    shown.map(({ id }) => id),
  );
  return ok({
    campaigns: shown.map((campaign) => ({
      ...campaign,
      surveys: surveys.get(campaign.id) ?? [],
    })),
    mayCreate: can(actor, "campaign.create", COOPERATIVE),
    ...(rows.length > PAGE ? { next: shown.at(-1)!.id } : {}),
  });
}

async function surveyCards(
  client: Client,
  reader: string,
  campaignIds: readonly string[],
  drafts = false,
): Promise<Map<string, SurveyCard[]>> {
  const { rows } = await client.query<{ campaignId: string; card: SurveyCard }>(
    `SELECT s.campaign_id AS "campaignId", json_build_object('id', s.id, 'slug', s.slug,
         'titles', s.questionnaire->'title', 'phase', s.phase,
         'closesAt', ${epochMs("s.closes_at")}, 'closedOn', ${isoDay("s.closed_on")},
         'mine', CASE WHEN m.person_id IS NOT NULL THEN 'answered'
           WHEN p.person_id IS NOT NULL THEN 'asked' END) AS card
     FROM survey s
     LEFT JOIN survey_population p ON p.survey_id = s.id AND p.person_id = $1
     LEFT JOIN survey_mark m ON m.survey_id = s.id AND m.person_id = $1
     WHERE s.campaign_id = ANY($2::uuid[]) AND (s.phase <> 'draft' OR $3)
     ORDER BY s.id DESC`,
    [reader, campaignIds, drafts],
  );
  const cards = new Map<string, SurveyCard[]>();
  for (const { campaignId, card } of rows) {
    cards.set(campaignId, [...(cards.get(campaignId) ?? []), withoutNulls(card)]);
  }
  return cards;
}

type Whole = CampaignPage["campaign"] & {
  revision: number;
  coordinators: number;
  observers: number;
};

async function readCampaign(
  client: Client,
  actor: Actor,
  slug: string,
  drafts: boolean,
): Promise<Whole | undefined> {
  const { rows } = await client.query<Whole>(
    `SELECT ${CAMPAIGN_HEAD}, c.themes, c.purpose, c.sponsor, c.contact, c.calendar, c.revision,
       (SELECT count(*)::int FROM campaign_person w
        WHERE w.campaign_id = c.id AND w.part = 'coordinator') AS coordinators,
       (SELECT count(*)::int FROM campaign_person w
        WHERE w.campaign_id = c.id AND w.part = 'observer') AS observers
     FROM campaign c WHERE c.slug = $1`,
    [slug],
  );
  const [campaign] = rows;
  if (!campaign) return undefined;
  const surveys = await surveyCards(client, readerOf(actor), [campaign.id], drafts);
  return { ...withoutNulls(campaign), surveys: surveys.get(campaign.id) ?? [] };
}

/** What a campaign says to everybody. */
export async function campaignPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<CampaignPage>> {
  const { pool, clock } = platform;
  const found = await readCampaign(pool, actor, slug, false);
  if (!found) return refuse("not-found");
  const { coordinators, observers, ...campaign } = found;
  const standing =
    actor.kind === "person"
      ? await standingIn(pool, campaign.id, actor.personId, dayInBrussels(clock.now()))
      : undefined;
  const coordinate = standing !== undefined && mayCoordinate(standing);
  if (!campaign.publishedOn && !coordinate) return refuse("not-found");
  const rights = { coordinate, observes: standing?.part === "observer" };
  const assemblies = await assembliesOf(pool, campaign.id);
  return ok({ campaign, coordinators, observers, assemblies, rights });
}

/** What its coordination works with. */
export async function coordinatePage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<CoordinatePage>> {
  const { pool } = platform;
  const found = await readCampaign(pool, actor, slug, true);
  if (!found) return refuse("not-found");
  const by = await asCoordinator(platform, pool, actor, found.id);
  if (!by.ok) return by;
  const { revision, coordinators, observers, ...campaign } = found;
  const today = dayInBrussels(platform.clock.now());
  const { rows } = await pool.query<CoordinatePage["people"][number]>(
    `SELECT ${nameOf("p")} AS name,
       w.part, ${isoDay("w.since")} AS since, p.id = $2 AS you
     FROM campaign_person w JOIN person p ON p.id = w.person_id
     WHERE w.campaign_id = $1 ORDER BY w.part, w.since, p.id`,
    [campaign.id, by.value.personId],
  );
  return ok({
    campaign,
    coordinators,
    observers,
    assemblies: [],
    rights: { coordinate: true, observes: false },
    revision,
    people: rows,
    repeatable: await repeatableBy(pool, by.value.personId),
    ...(campaign.publishedOn ? {} : { open: await openOnThemes(pool, today, campaign.id) }),
  });
}
