import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { canonicalJson } from "#domain/kernel/json.ts";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  asksTheSame,
  newQuestionId,
  type Questionnaire,
  QUESTIONS_MOST,
  textsOf,
} from "#domain/surveys/questionnaire.ts";
import { translated } from "#wire/in-four.ts";
import type { DESIGN_PAGE_FORMS, QuestionFields } from "#wire/surveys.ts";
import type { Platform } from "../../platform/platform.ts";
import { noteOn, onSurvey } from "./on-survey.ts";
import { questionOf } from "./question-of.ts";
import { type SurveyRow, versionOf } from "./rows.ts";
import { reviewedLanguages } from "./translations.ts";

type Form<I extends keyof typeof DESIGN_PAGE_FORMS> = z.infer<(typeof DESIGN_PAGE_FORMS)[I]> & {
  slug: string;
};
type Change = (
  client: PoolClient,
  survey: SurveyRow,
) => Promise<Result<{ questionnaire: Questionnaire; sensitive?: boolean }>>;

export function saveHead(
  platform: Platform,
  actor: Actor,
  { slug, revision, sensitive, ...fields }: Form<"save-head">,
): Promise<Result<null>> {
  return redesign(platform, actor, { slug, revision }, (_, { questionnaire }) => {
    const [title, intro] = [translated(fields, "title"), translated(fields, "intro")];
    return Promise.resolve(
      ok({ questionnaire: { ...questionnaire, title, intro }, sensitive: sensitive === "on" }),
    );
  });
}

export function saveQuestion(
  platform: Platform,
  actor: Actor,
  { slug, revision, questionId, ...fields }: QuestionFields & { slug: string },
): Promise<Result<null>> {
  return redesign(platform, actor, { slug, revision }, async (client, survey) => {
    const { questionnaire, campaignId } = survey;
    const { questions } = questionnaire;
    const at = questions.findIndex(({ id }) => id === questionId);
    if (questionId !== "" && at === -1) return refuse("not-found");
    if (at === -1 && questions.length >= QUESTIONS_MOST) return refuse("too-large");
    const id = at === -1 ? newQuestionId(questionnaire) : questionId;
    const question = await questionOf(client, id, fields, await officesOf(client, campaignId));
    if (!question.ok) return question;
    const changed = at === -1 ? [...questions, question.value] : questions.with(at, question.value);
    return ok({ questionnaire: { ...questionnaire, questions: changed } });
  });
}

export function moveQuestion(
  platform: Platform,
  actor: Actor,
  { slug, revision, questionId, by }: Form<"move-question">,
): Promise<Result<null>> {
  return redesign(platform, actor, { slug, revision }, (_, { questionnaire }) => {
    const questions = [...questionnaire.questions];
    const at = questions.findIndex(({ id }) => id === questionId);
    const to = at + Number(by);
    const [moved, other] = [questions[at], questions[to]];
    if (!moved || !other) return Promise.resolve(refuse("not-found"));
    [questions[at], questions[to]] = [other, moved];
    return Promise.resolve(ok({ questionnaire: { ...questionnaire, questions } }));
  });
}

export function deleteQuestion(
  platform: Platform,
  actor: Actor,
  { slug, revision, questionId }: Form<"delete-question">,
): Promise<Result<null>> {
  return redesign(platform, actor, { slug, revision }, (_, { questionnaire }) => {
    const questions = questionnaire.questions.filter(({ id }) => id !== questionId);
    return Promise.resolve(ok({ questionnaire: { ...questionnaire, questions } }));
  });
}

/** Somebody else than who wrote a language reads it against the source, and answers for it. */
export function reviewLanguage(
  platform: Platform,
  actor: Actor,
  { slug, revision, language }: Form<"review">,
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.revision !== revision) return refuse("changed-meanwhile");
    const { rows } = await client.query<{ writtenBy: string }>(
      `SELECT written_by AS "writtenBy" FROM survey_translation
       WHERE survey_id = $1 AND language = $2`,
      [survey.id, language],
    );
    if (!rows[0]) return refuse("not-found");
    if (rows[0].writtenBy === by.personId) return refuse("survey-own-words");
    await client.query(
      "UPDATE survey_translation SET reviewed_by = $3 WHERE survey_id = $1 AND language = $2",
      [survey.id, language, by.personId],
    );
    return ok(null);
  });
}

/** Mends words while the survey runs: a version of its own from today, with what was wrong. */
export function correctSurvey(
  platform: Platform,
  actor: Actor,
  { slug, revision, reason }: Form<"correct">,
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.revision !== revision) return refuse("changed-meanwhile");
    if (survey.phase !== "open") return refuse("wrong-phase");
    const { version, questionnaire } = survey;
    const before = await versionOf(client, survey.id, version);
    const languages = await reviewedLanguages(client, survey);
    // Nobody loses their language in the middle.
    if (before?.languages.some((one) => !languages.includes(one)))
      return refuse("survey-not-ready");
    const now = platform.clock.now();
    await writeVersion(client, survey.id, {
      version: version + 1,
      questionnaire,
      languages,
      on: dayInBrussels(now),
      reason,
    });
    const act = { actorId: by.personId, action: "survey.correct", reason, at: now };
    await noteOn(client, { ...act, surveyId: survey.id });
    return ok(null);
  });
}

/** Keeps what is asked from a day on, word for word. */
export async function writeVersion(
  client: PoolClient,
  surveyId: string,
  made: {
    version: number;
    questionnaire: Questionnaire;
    languages: readonly Language[];
    on: string;
    reason: string;
  },
): Promise<void> {
  const { version, questionnaire, languages, on, reason } = made;
  await client.query(
    `INSERT INTO survey_version (survey_id, version, questionnaire, languages, from_on, reason)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [surveyId, version, questionnaire, languages, on, reason],
  );
  await client.query("UPDATE survey SET version = $2 WHERE id = $1", [surveyId, version]);
}

/** Changes the questionnaire from the revision its editor saw; once it runs, its words alone. */
function redesign(
  platform: Platform,
  actor: Actor,
  { slug, revision }: { slug: string; revision: number },
  change: Change,
): Promise<Result<null>> {
  return onSurvey(platform, actor, slug, async (client, survey, by) => {
    if (survey.revision !== revision) return refuse("changed-meanwhile");
    if (survey.phase !== "draft" && survey.phase !== "open") return refuse("wrong-phase");
    const changed = await change(client, survey);
    if (!changed.ok) return changed;
    const { questionnaire, sensitive = survey.sensitive } = changed.value;
    const runs = survey.phase === "open";
    const same = asksTheSame(survey.questionnaire, questionnaire);
    if (runs && (!same || sensitive !== survey.sensitive)) return refuse("survey-runs");
    await client.query(
      `UPDATE survey SET questionnaire = $2, sensitive = $3, revision = revision + 1 WHERE id = $1`,
      [survey.id, questionnaire, sensitive],
    );
    await noteWriters(client, survey, questionnaire, by);
    return ok(null);
  });
}

/** A language whose words changed is to be reviewed again, by somebody else. */
async function noteWriters(
  client: PoolClient,
  survey: SurveyRow,
  after: Questionnaire,
  by: PersonActor,
): Promise<void> {
  const changed = LANGUAGES.filter(
    (language) => wordsIn(survey.questionnaire, language) !== wordsIn(after, language),
  );
  await client.query(
    `INSERT INTO survey_translation (survey_id, language, written_by)
     SELECT $1, language, $2 FROM unnest($3::text[]) AS changed (language)
     ON CONFLICT (survey_id, language) DO UPDATE
     SET written_by = excluded.written_by, reviewed_by = NULL`,
    [survey.id, by.personId, changed],
  );
}

function wordsIn({ title, intro, questions }: Questionnaire, language: Language): string {
  const texts = [title, intro, ...questions.flatMap(textsOf)];
  return canonicalJson(texts.map((text) => text[language] ?? ""));
}

async function officesOf(client: PoolClient, campaignId: string): Promise<string[]> {
  const { rows } = await client.query<{ offices: string[] }>(
    "SELECT offices FROM campaign WHERE id = $1",
    [campaignId],
  );
  return rows[0]!.offices;
}
