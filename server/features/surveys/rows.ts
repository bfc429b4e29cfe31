import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { SurveyPhase } from "#domain/surveys/campaign.ts";
import type { Frame } from "#domain/surveys/frame.ts";
import type { Questionnaire } from "#domain/surveys/questionnaire.ts";
import type { CampaignHead, Theme } from "#wire/survey-pages.ts";
import { epochMs, isoDay } from "../../platform/instants.ts";
import type { Client } from "./standing.ts";

/** SQL: the head of campaign `c`. */
export const CAMPAIGN_HEAD = `
  c.id, c.slug, c.titles, c.electorate, ${isoDay("c.published_on")} AS "publishedOn",
  (SELECT coalesce(array_agg(o.name ORDER BY o.name), '{}') FROM office o
   WHERE o.id = ANY(c.offices)) AS offices`;

export type SurveyRow = {
  id: string;
  slug: string;
  campaignId: string;
  phase: SurveyPhase;
  sourceLanguage: Language;
  questionnaire: Questionnaire;
  sensitive: boolean;
  version: number;
  revision: number;
  closesAt?: number;
  launchedOn?: string;
  closedOn?: string;
  frame?: Frame;
};

const SURVEY = `
  s.id, s.slug, s.campaign_id AS "campaignId", s.phase, s.source_language AS "sourceLanguage",
  s.questionnaire, s.sensitive, s.version, s.revision, ${epochMs("s.closes_at")} AS "closesAt",
  ${isoDay("s.launched_on")} AS "launchedOn", ${isoDay("s.closed_on")} AS "closedOn", s.frame`;

/**
 * One survey by its address or its id. `lock`: UPDATE for who changes it, SHARE for who answers: no
 * answer enters once the close holds it.
 */
export async function findSurvey(
  client: Client,
  by: { slug: string } | { id: string },
  lock: "" | "FOR UPDATE" | "FOR SHARE" = "",
): Promise<SurveyRow | undefined> {
  const [condition, value] = "slug" in by ? ["s.slug = $1", by.slug] : ["s.id = $1", by.id];
  const { rows } = await client.query<SurveyRow>(
    `SELECT ${SURVEY} FROM survey s WHERE ${condition} ${lock}`,
    [value],
  );
  return rows[0] && withoutNulls(rows[0]);
}

export type CampaignRow = CampaignHead & { themes: Theme[] };

export async function campaignOf(client: Client, campaignId: string): Promise<CampaignRow> {
  const { rows } = await client.query<CampaignRow>(
    `SELECT ${CAMPAIGN_HEAD}, c.themes FROM campaign c WHERE c.id = $1`,
    [campaignId],
  );
  return withoutNulls(rows[0]!);
}

/** Words of the version that runs, and the languages they were reviewed in. */
export async function versionOf(
  client: Client,
  surveyId: string,
  version: number,
): Promise<{ questionnaire: Questionnaire; languages: Language[] } | undefined> {
  const { rows } = await client.query<{ questionnaire: Questionnaire; languages: Language[] }>(
    `SELECT questionnaire, languages FROM survey_version WHERE survey_id = $1 AND version = $2`,
    [surveyId, version],
  );
  return rows[0];
}
