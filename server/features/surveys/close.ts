import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Answers } from "#domain/surveys/answers.ts";
import type { Field } from "#domain/surveys/report-card.ts";
import { releaseOf } from "#domain/surveys/release.ts";
import type { FIELD_FORMS } from "#wire/surveys.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Sealing } from "../../platform/sealing.ts";
import { settle } from "../notifications/notify.ts";
import { publishedElectorate } from "./launch.ts";
import { noteOn, onSurvey } from "./on-survey.ts";
import { countIneligible } from "./population.ts";
import { pour, sendingKey, shuffle } from "./pour.ts";
import { findSurvey, type SurveyRow } from "./rows.ts";

/** Job process: surveys whose hour has come. */
export async function closeSurveys(platform: Platform, sealing: Sealing): Promise<void> {
  const { rows } = await platform.pool.query<{ id: string }>(
    "SELECT id FROM survey WHERE phase = 'open' AND closes_at <= $1",
    [platform.clock.now()],
  );
  for (const { id } of rows) {
    await inTransaction(platform.pool, async (client) => {
      const survey = await findSurvey(client, { id }, "FOR UPDATE");
      if (survey?.phase === "open") await close(platform, sealing, client, survey);
    });
  }
}

/** Closes before the hour that was said, for a reason that goes on record. */
export function closeEarly(
  platform: Platform,
  sealing: Sealing,
  actor: Actor,
  { slug, reason }: z.infer<(typeof FIELD_FORMS)["close-early"]> & { slug: string },
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.phase !== "open") return refuse("wrong-phase");
    const at = platform.clock.now();
    const act = { actorId: by.personId, action: "survey.close-early", reason, at };
    await noteOn(client, { ...act, surveyId: survey.id });
    await close(platform, sealing, client, survey);
    return ok(null);
  });
}

/** The last papers join the others, all are shuffled, and everything is counted once. */
async function close(
  platform: Platform,
  sealing: Sealing,
  client: PoolClient,
  survey: SurveyRow,
): Promise<void> {
  const { id } = survey;
  const today = dayInBrussels(platform.clock.now());
  await pour(platform, sealing, client, id);
  await shuffle(client, id);
  const results = await countOf(client, survey);
  await client.query(
    "INSERT INTO survey_release (survey_id, made_on, results) VALUES ($1, $2, $3)",
    [id, today, results],
  );
  await client.query(
    "UPDATE survey SET phase = 'closed', closed_on = $2, closes_at = least(closes_at, $3) WHERE id = $1",
    [id, today, platform.clock.now()],
  );
  const { rows } = await client.query<{ number: number }>(
    "SELECT number FROM survey_sending WHERE survey_id = $1",
    [id],
  );
  for (const { number } of rows) await settle(platform, client, sendingKey(id, number));
}

async function countOf(client: PoolClient, survey: SurveyRow) {
  const { id, questionnaire, sensitive, frame } = survey;
  if (!frame) throw new Error("a survey that runs has a frame");
  const answers = await client.query<{ answers: Answers }>(
    "SELECT answers FROM survey_answer WHERE survey_id = $1",
    [id],
  );
  const written = await client.query<{ question: string; texts: number }>(
    `SELECT question, count(*)::int AS texts FROM survey_text
     WHERE survey_id = $1 GROUP BY question ORDER BY question`,
    [id],
  );
  return releaseOf({
    questionnaire,
    mode: frame.drawn ? "sample" : "all-invited",
    sensitive,
    field: await fieldOf(client, survey, frame.size),
    known: frame.margins,
    answers: answers.rows.map((row) => row.answers),
    written: Object.fromEntries(written.rows.map(({ question, texts }) => [question, texts])),
  });
}

async function fieldOf(
  client: PoolClient,
  { id, campaignId, launchedOn = "", frame }: SurveyRow,
  size: number,
): Promise<Omit<Field, "complete" | "partial">> {
  const whom = await publishedElectorate(client, campaignId);
  const ineligible = whom ? await countIneligible(client, id, launchedOn, whom) : 0;
  const { rows } = await client.query<{ asked: number; bounced: number }>(
    `SELECT count(*)::int AS asked,
       count(*) FILTER (WHERE p.email_status = 'bounced')::int AS bounced
     FROM person p WHERE p.id IN (
       SELECT d.person_id FROM solicited d JOIN solicitation s ON s.id = d.solicitation_id
       WHERE s.key LIKE $1)`,
    [sendingKey(id, 0).slice(0, -1) + "%"],
  );
  return { size, of: frame?.of ?? size, ineligible, ...rows[0]! };
}
