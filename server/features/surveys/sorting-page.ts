import type { Actor } from "#domain/kernel/actor.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { mostSimilar } from "#domain/kernel/similarity.ts";
import type { Demand, FreeAnswer, SortingPage } from "#wire/survey-pages.ts";
import type { SortingAsked } from "#wire/surveys.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Platform } from "../../platform/platform.ts";
import { seenByCoordinator } from "./on-survey.ts";
import { campaignOf } from "./rows.ts";
import type { Client } from "./standing.ts";

const PAGE = 20;
/** Sorted answers that a new one is compared with: those of one language, of the latest demands. */
const COMPARED = 400;
const SUGGESTED = 3;

const SHOWN: Record<SortingAsked["show"], string> = {
  new: "x.demand_id IS NULL AND NOT x.set_aside",
  sorted: "x.demand_id IS NOT NULL",
  aside: "x.set_aside",
};

/** Free answers to be sorted, after the close. For who coordinates alone. */
export async function sortingPage(
  platform: Platform,
  actor: Actor,
  { slug, ...asked }: SortingAsked & { slug: string },
): Promise<Result<SortingPage>> {
  const found = await seenByCoordinator(platform, actor, slug);
  if (!found.ok) return found;
  const { id, phase, campaignId, questionnaire } = found.value;
  if (phase === "draft" || phase === "open") return refuse("survey-still-open");
  const { pool } = platform;
  const [answers, demands, counts, waiting, known] = await Promise.all([
    freeAnswers(pool, id, asked),
    demandsOf(pool, id),
    countsOf(pool, id),
    waitingOf(pool, id),
    sortedBefore(pool, id),
  ]);
  const shown = answers.slice(0, PAGE);
  return ok({
    survey: { id, slug, titles: questionnaire.title },
    campaign: await campaignOf(pool, campaignId),
    asked,
    questions: questionnaire.questions
      .filter(({ kind }) => kind === "open")
      .map((question): SortingPage["questions"][number] => ({
        id: question.id,
        text: question.text,
        waiting: waiting.get(question.id) ?? 0,
      })),
    answers: shown.map((answer) => ({
      ...answer,
      suggested: answer.demandId ? [] : suggestedFor(answer, demands, known),
    })),
    demands,
    counts,
    ...(answers.length > PAGE ? { next: shown.at(-1)!.id } : {}),
  });
}

type Answer = Omit<FreeAnswer, "suggested">;

async function freeAnswers(
  client: Client,
  surveyId: string,
  { question, show, after }: SortingAsked,
): Promise<Answer[]> {
  const { rows } = await client.query<Answer>(
    `SELECT x.id, x.question, x.language, x.text, x.demand_id AS "demandId" FROM survey_text x
     WHERE x.survey_id = $1 AND ($2 = '' OR x.question = $2) AND ${SHOWN[show]}
       AND ($3::uuid IS NULL OR x.id > $3)
     ORDER BY x.id LIMIT ${PAGE + 1}`,
    [surveyId, question, after ?? null],
  );
  return rows.map(withoutNulls);
}

/** Demands with how many free answers say so, by theme. */
export async function demandsOf(client: Client, surveyId: string): Promise<Demand[]> {
  const { rows } = await client.query<Demand>(
    `SELECT d.id, d.theme, d.language, d.text,
       (d.past_answers + (SELECT count(*) FROM survey_text x WHERE x.demand_id = d.id))::int AS answers
     FROM survey_demand d WHERE d.survey_id = $1 ORDER BY d.theme, answers DESC, d.id`,
    [surveyId],
  );
  return rows;
}

async function countsOf(client: Client, surveyId: string): Promise<SortingPage["counts"]> {
  const { rows } = await client.query<SortingPage["counts"]>(
    `SELECT count(*) FILTER (WHERE ${SHOWN.new})::int AS waiting,
       count(*) FILTER (WHERE ${SHOWN.sorted})::int AS sorted,
       count(*) FILTER (WHERE ${SHOWN.aside})::int AS aside
     FROM survey_text x WHERE x.survey_id = $1`,
    [surveyId],
  );
  return rows[0]!;
}

async function waitingOf(client: Client, surveyId: string): Promise<Map<string, number>> {
  const { rows } = await client.query<{ question: string; waiting: number }>(
    `SELECT x.question, count(*)::int AS waiting FROM survey_text x
     WHERE x.survey_id = $1 AND ${SHOWN.new} GROUP BY x.question`,
    [surveyId],
  );
  return new Map(rows.map(({ question, waiting }) => [question, waiting]));
}

type Known = { text: string; language: Language; demandId: string };

async function sortedBefore(client: Client, surveyId: string): Promise<Known[]> {
  const { rows } = await client.query<Known>(
    `SELECT text, language, demand_id AS "demandId" FROM survey_text
     WHERE survey_id = $1 AND demand_id IS NOT NULL ORDER BY id LIMIT ${COMPARED}`,
    [surveyId],
  );
  return rows;
}

/** Demands whose own words or whose answers resemble this one: advice, a person decides. */
function suggestedFor(
  { text, language }: Answer,
  demands: readonly Demand[],
  known: readonly Known[],
): string[] {
  const own = demands.map((demand) => ({ ...demand, demandId: demand.id }));
  const alike = mostSimilar(text, [...own, ...known], { limit: 3 * SUGGESTED, language });
  return [...new Set(alike.map(({ demandId }) => demandId))].slice(0, SUGGESTED);
}
