import type { Translated } from "#domain/kernel/languages.ts";
import type { Questionnaire } from "#domain/surveys/questionnaire.ts";
import type { Release } from "#domain/surveys/release.ts";
import { compareWaves, type Wave } from "#domain/surveys/waves.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { CAMPAIGN_HEAD } from "./rows.ts";
import type { Client } from "./standing.ts";
import { isoDay } from "../../platform/instants.ts";

type Earlier = {
  slug: string;
  questionnaire: Questionnaire;
  release: Release;
  closedOn: string;
  campaign: Pick<Wave, "electorate" | "offices">;
};

/** A survey beside the one that asked the same before it, once that one is published. */
export async function waveOf(
  client: Client,
  surveyId: string,
  now: Wave,
): Promise<ResultsPage["wave"]> {
  const { rows } = await client.query<Earlier>(
    `SELECT e.slug, v.questionnaire, r.results AS release, ${isoDay("e.closed_on")} AS "closedOn",
       (SELECT row_to_json(h) FROM (SELECT ${CAMPAIGN_HEAD}) h) AS campaign
     FROM survey s JOIN survey e ON e.id = s.earlier_id AND e.phase = 'published'
     JOIN survey_version v ON v.survey_id = e.id AND v.version = e.version
     JOIN survey_release r ON r.survey_id = e.id
     JOIN campaign c ON c.id = e.campaign_id WHERE s.id = $1`,
    [surveyId],
  );
  const [earlier] = rows;
  if (!earlier) return undefined;
  const { slug, questionnaire, release, closedOn, campaign } = earlier;
  const { electorate, offices } = campaign;
  const before = { questionnaire, release, electorate, offices };
  return {
    earlier: { slug, titles: questionnaire.title, closedOn },
    comparison: compareWaves(before, now),
  };
}

/** A published survey that one may ask again: of a campaign that one coordinates. */
export type Repeatable = { slug: string; titles: Translated; closedOn: string };

export async function repeatableBy(client: Client, personId: string): Promise<Repeatable[]> {
  const { rows } = await client.query<Repeatable>(
    `SELECT s.slug, s.questionnaire->'title' AS titles, ${isoDay("s.closed_on")} AS "closedOn"
     FROM survey s JOIN campaign_person w ON w.campaign_id = s.campaign_id
     WHERE w.person_id = $1 AND w.part = 'coordinator' AND s.phase = 'published'
     ORDER BY s.closed_on DESC, s.id LIMIT 30`,
    [personId],
  );
  return rows;
}

/** What a new wave begins with: the words of the earlier one, which it keeps to be comparable. */
export async function earlierWave(
  client: Client,
  personId: string,
  slug: string,
): Promise<{ id: string; questionnaire: Questionnaire; sensitive: boolean } | undefined> {
  const may = await repeatableBy(client, personId);
  if (!may.some((one) => one.slug === slug)) return undefined;
  const { rows } = await client.query<{
    id: string;
    questionnaire: Questionnaire;
    sensitive: boolean;
  }>(
    `SELECT s.id, v.questionnaire, s.sensitive FROM survey s
     JOIN survey_version v ON v.survey_id = s.id AND v.version = s.version WHERE s.slug = $1`,
    [slug],
  );
  return rows[0];
}
