import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { RefusalCode, Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type FilledIn, paperOf, saysSomething } from "#domain/surveys/answers.ts";
import { takesAnswers } from "#domain/surveys/campaign.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { sealPaper } from "./paper-box.ts";
import { findSurvey, type SurveyRow, versionOf } from "./rows.ts";

export type GivenPaper = {
  slug: string;
  version: number;
  language: Language;
  filledIn: FilledIn;
};

/**
 * Takes somebody's answers, once. The mark says that they answered and on which day; the paper goes
 * sealed into the tray, without a name, until others lie there (pour.ts). It cannot be changed
 * afterwards: nothing says whose it is.
 */
export function answerSurvey(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
  given: GivenPaper,
): Promise<Result<null>> {
  return inTransaction(platform.pool, async (client) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    if (!can(actor, "survey.answer", COOPERATIVE)) return refuse("not-allowed");
    const now = platform.clock.now();
    const survey = await findSurvey(client, { slug: given.slug }, "FOR SHARE");
    if (!survey || survey.phase === "draft") return refuse("not-found");
    if (!takesAnswers(survey, now.getTime())) return refuse("survey-closed");
    const barred = await whyNot(client, survey, actor);
    if (barred) return refuse(barred);
    const asked = await versionOf(client, survey.id, given.version);
    const paper = asked && paperOf(asked.questionnaire, given.filledIn);
    if (!paper) return refuse("bad-input");
    if (!saysSomething(paper)) return refuse("survey-empty");

    const marked = await client.query(
      `INSERT INTO survey_mark (survey_id, person_id, answered_on) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [survey.id, actor.personId, dayInBrussels(now)],
    );
    if (marked.rowCount === 0) return refuse("survey-answered");
    const { version, language } = given;
    const sealed = sealPaper(sealing, survey.id, { ...paper, version, language });
    await client.query("INSERT INTO survey_tray (id, survey_id, sealed) VALUES ($1, $2, $3)", [
      platform.random.uuid(),
      survey.id,
      sealed,
    ]);
    return ok(null);
  });
}

/** Who is not among those who are asked, or looks on for the management, does not answer. */
async function whyNot(
  client: PoolClient,
  { id, campaignId }: SurveyRow,
  { personId }: PersonActor,
): Promise<RefusalCode | undefined> {
  const { rows } = await client.query<{ observes: boolean; asked: boolean }>(
    `SELECT EXISTS (SELECT FROM campaign_person
         WHERE campaign_id = $2 AND person_id = $3 AND part = 'observer') AS observes,
       EXISTS (SELECT FROM survey_population WHERE survey_id = $1 AND person_id = $3) AS asked`,
    [id, campaignId, personId],
  );
  const { observes, asked } = rows[0]!;
  if (observes) return "survey-observer";
  return asked ? undefined : "survey-not-asked";
}
