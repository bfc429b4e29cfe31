import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { flawsOf } from "#domain/surveys/questionnaire.ts";
import type { TranslationState } from "#wire/survey-pages.ts";
import type { SurveyRow } from "./rows.ts";
import type { Client } from "./standing.ts";

/** How each language of a survey stands, for one reader. */
export async function translationsOf(
  client: Client,
  { id, sourceLanguage, questionnaire }: SurveyRow,
  readerId: string,
): Promise<TranslationState[]> {
  const { rows } = await client.query<{ language: Language; reviewed: boolean; own: boolean }>(
    `SELECT language, reviewed_by IS NOT NULL AS reviewed, written_by = $2 AS own
     FROM survey_translation WHERE survey_id = $1`,
    [id, readerId],
  );
  const untranslated = flawsOf(questionnaire, sourceLanguage, LANGUAGES).flatMap((flaw) =>
    flaw.kind === "untranslated" ? [flaw.language] : [],
  );
  return LANGUAGES.map((language) => {
    const row = rows.find((one) => one.language === language);
    const reviewed = row?.reviewed ? "reviewed" : "waits";
    return {
      language,
      whole: !untranslated.includes(language),
      state: language === sourceLanguage ? "source" : reviewed,
      own: row?.own ?? false,
    };
  });
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Languages in which it may be asked: the source, and those that somebody else reviewed. */
export async function reviewedLanguages(client: Client, survey: SurveyRow): Promise<Language[]> {
  const states = await translationsOf(client, survey, NOBODY);
  return states
    .filter(({ whole, state }) => whole && state !== "waits")
    .map(({ language }) => language);
}
