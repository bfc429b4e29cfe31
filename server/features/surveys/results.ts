import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SurveyPhase } from "#domain/surveys/campaign.ts";
import type { Release } from "#domain/surveys/release.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { translated } from "#wire/in-four.ts";
import type { FIELD_FORMS } from "#wire/surveys.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import { assembliesOf } from "./assemblies.ts";
import { noteOn, onSurvey } from "./on-survey.ts";
import { sendingKey } from "./pour.ts";
import { CAMPAIGN_HEAD, findSurvey, versionOf } from "./rows.ts";
import { demandsOf } from "./sorting-page.ts";
import { coordinates, type Client } from "./standing.ts";
import { waveOf } from "./waves.ts";

/** Fewer than this many free answers of one demand are told as "fewer than five" (rules 5.3). */
const LEAST_ANSWERS = 5;

type Kept = { release: Release; publishedOn: string | null; became: Translated; versions: number };

/** The results of a survey: for everybody once published, before that for its coordination. */
export async function resultsPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<ResultsPage>> {
  const { pool } = platform;
  const survey = await findSurvey(pool, { slug });
  if (!survey) return refuse("not-found");
  const coordinate = await coordinates(platform, actor, survey.campaignId);
  if (!isReadable(survey.phase, coordinate)) return refuse("not-found");
  const { id, phase, version, launchedOn = "", closedOn = "" } = survey;
  const [kept, asked, campaign, demands, assemblies] = await Promise.all([
    keptOf(pool, id),
    versionOf(pool, id, version),
    aboutCampaign(pool, survey.campaignId),
    demandsOf(pool, id),
    assembliesOf(pool, survey.campaignId),
  ]);
  const proposeIn = assemblies.find(({ gathering }) => gathering)?.slug;
  if (!kept || !asked) throw new Error("a survey that was closed was counted");
  const { release, publishedOn, became, versions } = kept;
  const { questionnaire } = asked;
  const { electorate, offices } = campaign;
  const wave = await waveOf(pool, id, { questionnaire, release, electorate, offices });
  return ok({
    survey: { id, slug, phase, launchedOn, closedOn, ...(publishedOn ? { publishedOn } : {}) },
    campaign,
    ...asked,
    versions,
    release,
    demands: demands.map(({ answers, ...demand }) => ({
      ...demand,
      ...(answers >= LEAST_ANSWERS ? { answers } : {}),
    })),
    ...(wave ? { wave } : {}),
    ...(proposeIn ? { proposeIn } : {}),
    became,
    rights: { coordinate },
  });
}

/** Nobody reads results before the close; before they are published, the coordination alone. */
function isReadable(phase: SurveyPhase, coordinate: boolean): boolean {
  return phase === "published" || (phase === "closed" && coordinate);
}

async function keptOf(client: Client, surveyId: string): Promise<Kept | undefined> {
  const { rows } = await client.query<Kept>(
    `SELECT r.results AS release, ${isoDay("r.published_on")} AS "publishedOn", s.became,
       (SELECT count(*)::int FROM survey_version v WHERE v.survey_id = s.id) AS versions
     FROM survey_release r JOIN survey s ON s.id = r.survey_id WHERE s.id = $1`,
    [surveyId],
  );
  return rows[0];
}

async function aboutCampaign(client: Client, campaignId: string): Promise<ResultsPage["campaign"]> {
  const { rows } = await client.query<ResultsPage["campaign"]>(
    `SELECT ${CAMPAIGN_HEAD}, c.themes, c.purpose, c.sponsor, c.contact
     FROM campaign c WHERE c.id = $1`,
    [campaignId],
  );
  return withoutNulls(rows[0]!);
}

/** Shows the one count to everybody; those who were asked are told. */
export function publishResults(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.phase !== "closed") return refuse("wrong-phase");
    const { id, questionnaire } = survey;
    const at = platform.clock.now();
    await client.query("UPDATE survey_release SET published_on = $2 WHERE survey_id = $1", [
      id,
      dayInBrussels(at),
    ]);
    await client.query("UPDATE survey SET phase = 'published' WHERE id = $1", [id]);
    await noteOn(client, { actorId: by.personId, action: "survey.publish", surveyId: id, at });
    const notice = {
      kind: "survey-results",
      body: "cooperative",
      link: `/surveys/${slug}/results`,
      details: { title: questionnaire.title },
      key: `survey-results:${id}`,
      urgency: "digest",
    } as const;
    await notify(platform, client, notice, await whoWasAsked(client, id));
    return ok(null);
  });
}

/** Everybody who could answer, whether they did or not. */
async function whoWasAsked(client: Client, surveyId: string): Promise<string[]> {
  const { rows } = await client.query<{ persons: string[] }>(
    `SELECT coalesce(array_agg(person_id), '{}') AS persons FROM survey_population
     WHERE survey_id = $1`,
    [surveyId],
  );
  return rows[0]!.persons;
}

/** Says what was done with the answers: the promise that was made when they were asked for. */
export function sayWhatBecame(
  platform: Platform,
  actor: Actor,
  { slug, ...fields }: z.infer<(typeof FIELD_FORMS)["became"]> & { slug: string },
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.phase !== "published") return refuse("wrong-phase");
    const became = translated(fields, "became");
    if (Object.keys(became).length === 0) return refuse("bad-input");
    const at = platform.clock.now();
    await client.query("UPDATE survey SET became = $2 WHERE id = $1", [survey.id, became]);
    await client.query(
      `UPDATE solicitation SET became = $2, answered_at = coalesce(answered_at, $3)
       WHERE key LIKE $1 AND cancelled_at IS NULL`,
      [`${sendingKey(survey.id, 0).slice(0, -1)}%`, became, at],
    );
    const act = { actorId: by.personId, action: "survey.became", surveyId: survey.id, at };
    await noteOn(client, act);
    return ok(null);
  });
}
