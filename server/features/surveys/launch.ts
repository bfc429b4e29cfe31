import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Electorate } from "#domain/surveys/campaign.ts";
import { SENDINGS_MOST } from "#domain/surveys/frame.ts";
import { flawsOf } from "#domain/surveys/questionnaire.ts";
import type { NoticeKind } from "#wire/notifications.ts";
import type { DESIGN_PAGE_FORMS, FIELD_FORMS } from "#wire/surveys.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import { solicit } from "../notifications/solicitations.ts";
import { writeVersion } from "./change-design.ts";
import type { Whom } from "./electorate-sql.ts";
import { noteOn, onSurvey } from "./on-survey.ts";
import { freezePopulation } from "./population.ts";
import { sendingKey } from "./pour.ts";
import type { SurveyRow } from "./rows.ts";
import type { Client } from "./standing.ts";
import { reviewedLanguages } from "./translations.ts";

type Launch = z.infer<(typeof DESIGN_PAGE_FORMS)["launch"]> & { slug: string };
type Promised = { whoActs: string; answerBy: string };

/**
 * Launches a survey: its words, who is asked and how they are made up are fixed from now on, and
 * everybody is invited as far as the cap allows.
 */
export function launchSurvey(
  platform: Platform,
  actor: Actor,
  { slug, revision, closesAt, draw, ...promised }: Launch,
): Promise<Result<{ asked: number; spared: number }>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.revision !== revision) return refuse("changed-meanwhile");
    if (survey.phase !== "draft") return refuse("wrong-phase");
    const now = platform.clock.now();
    const day = dayInBrussels(now);
    if (closesAt <= now || promised.answerBy <= day) return refuse("survey-past-day");
    const { questionnaire, sourceLanguage } = survey;
    if (flawsOf(questionnaire, sourceLanguage, []).length > 0) return refuse("survey-not-ready");
    const whom = await publishedElectorate(client, survey.campaignId);
    if (!whom) return refuse("campaign-not-published");

    const frame = await freezePopulation(client, survey.id, { day, whom, draw });
    const languages = await reviewedLanguages(client, survey);
    await writeVersion(client, survey.id, {
      version: 1,
      questionnaire,
      languages,
      on: day,
      reason: "",
    });
    await client.query(
      `UPDATE survey SET phase = 'open', launched_on = $2, closes_at = $3, frame = $4,
         revision = revision + 1 WHERE id = $1`,
      [survey.id, day, closesAt, frame],
    );
    await note(client, by, "survey.launch", survey.id, now);
    return send(platform, client, by, { survey: { ...survey, closesAt: +closesAt }, promised });
  });
}

/** Whom the campaign said it would ask, once it has said so to everybody. */
export async function publishedElectorate(
  client: Client,
  campaignId: string,
): Promise<Whom | undefined> {
  const { rows } = await client.query<{ electorate: Electorate; offices: string[] }>(
    "SELECT electorate, offices FROM campaign WHERE id = $1 AND published_on IS NOT NULL",
    [campaignId],
  );
  return rows[0] && { campaignId, ...rows[0] };
}

/** Asks once more those who have not answered; nobody sees who they are. */
export function remindOfSurvey(
  platform: Platform,
  actor: Actor,
  { slug, ...promised }: z.infer<(typeof FIELD_FORMS)["remind"]> & { slug: string },
): Promise<Result<{ asked: number; spared: number }>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    const now = platform.clock.now();
    if (survey.phase !== "open" || now.getTime() >= (survey.closesAt ?? 0)) {
      return refuse("survey-closed");
    }
    if (promised.answerBy <= dayInBrussels(now)) return refuse("survey-past-day");
    await note(client, by, "survey.remind", survey.id, now);
    return send(platform, client, by, { survey, promised });
  });
}

async function send(
  platform: Platform,
  client: PoolClient,
  by: PersonActor,
  { survey, promised }: { survey: SurveyRow; promised: Promised },
): Promise<Result<{ asked: number; spared: number }>> {
  const { id, slug, closesAt = 0, questionnaire } = survey;
  const today = dayInBrussels(platform.clock.now());
  const number = await nextSending(client, id, today);
  if (number === undefined) return refuse("survey-reminded-enough");
  const persons = await stillToAsk(client, id);
  const key = sendingKey(id, number);
  const link = `/surveys/${slug}`;
  const titles = questionnaire.title;
  const granted = await solicit(
    platform,
    client,
    by,
    { key, kind: "survey", body: "cooperative", titles, link, ...promised },
    persons,
  );
  if (!granted.ok) return granted;
  const { to, spared } = granted.value;
  await client.query(
    `INSERT INTO survey_sending (survey_id, number, sent_on, asked, spared)
     VALUES ($1, $2, $3, $4, $5)`,
    [id, number, today, to.length, spared],
  );
  const kind: NoticeKind = number === 1 ? "survey-asked" : "survey-reminder";
  const details = {
    title: titles,
    closesAt: new Date(closesAt).toISOString(),
    whoActs: promised.whoActs,
    answerOn: promised.answerBy,
  };
  await notify(
    platform,
    client,
    { kind, body: "cooperative", link, details, key, urgency: "digest" },
    to,
  );
  return ok({ asked: to.length, spared });
}

/** One invitation and few reminders, one a day at most. */
async function nextSending(
  client: Client,
  surveyId: string,
  today: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ sent: number; today: boolean }>(
    `SELECT count(*)::int AS sent, coalesce(bool_or(sent_on = $2::date), false) AS today
     FROM survey_sending WHERE survey_id = $1`,
    [surveyId, today],
  );
  const { sent, today: sentToday } = rows[0]!;
  return sentToday || sent >= SENDINGS_MOST ? undefined : sent + 1;
}

async function stillToAsk(client: Client, surveyId: string): Promise<string[]> {
  const { rows } = await client.query<{ persons: string[] }>(
    `SELECT coalesce(array_agg(p.person_id), '{}') AS persons FROM survey_population p
     WHERE p.survey_id = $1 AND NOT EXISTS (
       SELECT FROM survey_mark m WHERE m.survey_id = $1 AND m.person_id = p.person_id)`,
    [surveyId],
  );
  return rows[0]!.persons;
}

function note(client: Client, by: PersonActor, action: string, surveyId: string, at: Date) {
  return noteOn(client, { actorId: by.personId, action, surveyId, at });
}
