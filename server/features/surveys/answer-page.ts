import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { takesAnswers } from "#domain/surveys/campaign.ts";
import type { AnswerPage, CampaignHead } from "#wire/survey-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { CAMPAIGN_HEAD, findSurvey, type SurveyRow, versionOf } from "./rows.ts";
import { coordinates, type Client } from "./standing.ts";

/** A survey as whoever answers meets it; who is not asked reads what it is about. */
export async function answerPage(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
  slug: string,
): Promise<Result<AnswerPage>> {
  const { pool, clock } = platform;
  const survey = await findSurvey(pool, { slug });
  if (!survey || survey.phase === "draft") return refuse("not-found");
  const { id, phase, closesAt = 0, version, sensitive, frame } = survey;
  const asked = await versionOf(pool, id, version);
  if (!asked) throw new Error("a survey that was launched has a version");
  const standing = takesAnswers(survey, clock.now().getTime())
    ? await standingOf(pool, survey, actor)
    : "closed";
  return ok({
    survey: { id, slug, phase, closesAt, version, sensitive, size: frame?.size ?? 0 },
    campaign: await headOf(pool, survey.campaignId),
    ...asked,
    // What is asked is shown to whom it is asked, and to who was writing when it closed.
    ...(standing === "asked" || standing === "closed"
      ? {}
      : { questionnaire: { ...asked.questionnaire, questions: [] } }),
    standing,
    draftKey: draftKeyOf(sealing, survey, actor),
    rights: { coordinate: await coordinates(platform, actor, survey.campaignId) },
  });
}

async function standingOf(
  client: Client,
  { id, campaignId }: SurveyRow,
  actor: Actor,
): Promise<AnswerPage["standing"]> {
  if (actor.kind !== "person") return "not-asked";
  const { rows } = await client.query<{ observes: boolean; answered: boolean; asked: boolean }>(
    `SELECT EXISTS (SELECT FROM campaign_person
         WHERE campaign_id = $2 AND person_id = $3 AND part = 'observer') AS observes,
       EXISTS (SELECT FROM survey_mark WHERE survey_id = $1 AND person_id = $3) AS answered,
       EXISTS (SELECT FROM survey_population WHERE survey_id = $1 AND person_id = $3) AS asked`,
    [id, campaignId, actor.personId],
  );
  const { observes, answered, asked } = rows[0]!;
  if (observes) return "observer";
  if (answered) return "answered";
  return asked ? "asked" : "not-asked";
}

async function headOf(client: Client, campaignId: string): Promise<AnswerPage["campaign"]> {
  const { rows } = await client.query<AnswerPage["campaign"] & CampaignHead>(
    `SELECT ${CAMPAIGN_HEAD}, c.contact, c.sponsor FROM campaign c WHERE c.id = $1`,
    [campaignId],
  );
  return withoutNulls(rows[0]!);
}

/** Names a draft on a device that several people share, and says to none of them whose it is. */
function draftKeyOf(sealing: Sealing, { id }: SurveyRow, actor: Actor): string {
  if (actor.kind !== "person") return "";
  const name = sealing.derive(`survey-draft/${id}/${actor.personId}`);
  return name.subarray(0, 12).toString("base64url");
}
