import type { Actor } from "#domain/kernel/actor.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { openRows } from "#domain/surveys/open-rows.ts";
import type { ResultsPage } from "#wire/survey-pages.ts";
import { openTable } from "../../platform/csv-table.ts";
import type { Platform } from "../../platform/platform.ts";
import { resultsPage } from "./results.ts";

/** What is published of a survey, and nothing else: the same numbers, hidden in the same places. */
export async function openJson(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<string>> {
  const found = await published(platform, actor, slug);
  if (!found.ok) return found;
  const { survey, campaign, questionnaire, languages, versions, release, demands } = found.value;
  const whole = { survey, campaign, questionnaire, languages, versions, release, demands };
  return ok(JSON.stringify(whole, null, 2));
}

export async function openCsv(
  platform: Platform,
  actor: Actor,
  { slug, language }: { slug: string; language: Language },
): Promise<Result<string>> {
  const found = await published(platform, actor, slug);
  if (!found.ok) return found;
  const { questionnaire, release } = found.value;
  const rows = openRows(
    questionnaire,
    release,
    (texts) => inLanguage(texts, language)?.value ?? "",
  );
  return ok(openTable(rows));
}

async function published(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<ResultsPage>> {
  const found = await resultsPage(platform, actor, slug);
  return found.ok && found.value.survey.phase !== "published" ? refuse("not-found") : found;
}
