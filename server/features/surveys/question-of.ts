import { translator } from "#app/i18n/server.ts";
import { languageName } from "#app/i18n/format.ts";
import { LANGUAGES, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  type Margin,
  type Option,
  OPTIONS_LEAST,
  OPTIONS_MOST,
  type Question,
  type SingleQuestion,
} from "#domain/surveys/questionnaire.ts";
import { translated } from "#wire/in-four.ts";
import type { QuestionFields } from "#wire/surveys.ts";
import { optionsOf } from "./lines.ts";
import type { Client } from "./standing.ts";

const isList = (list: Option[], least = OPTIONS_LEAST) =>
  list.length >= least && list.length <= OPTIONS_MOST;

/** The question that a form describes. Options of a known margin are those of the register. */
export async function questionOf(
  client: Client,
  id: string,
  fields: Omit<QuestionFields, "revision" | "questionId">,
  officeIds: readonly string[],
): Promise<Result<Question>> {
  const { kind } = fields;
  const common = { id, text: translated(fields, "text"), help: translated(fields, "help") };
  if (Object.keys(common.text).length === 0) return refuse("bad-input");
  const options = optionsOf(translated(fields, "options"), "o");
  const rows = optionsOf(translated(fields, "rows"), "r");
  switch (kind) {
    case "open":
      return ok({ ...common, kind });
    case "scale": {
      const { from, to } = fields;
      const [low, high] = [translated(fields, "low"), translated(fields, "high")];
      return ok({ ...common, kind, from, to, low, high });
    }
    case "matrix":
      if (!isList(options) || !isList(rows, 1)) return refuse("survey-options");
      return ok({ ...common, kind, rows, options });
    case "multiple":
      return isList(options) ? ok({ ...common, kind, options }) : refuse("survey-options");
    case "single":
      return singleOf(client, { ...common, options }, fields, officeIds);
  }
}

/** One answer of a list, or one of the groups that the register knows of everybody. */
async function singleOf(
  client: Client,
  given: Omit<SingleQuestion, "kind">,
  { margin, groups }: Pick<QuestionFields, "margin" | "groups">,
  officeIds: readonly string[],
): Promise<Result<Question>> {
  const options = margin ? await groupsOf(client, margin, officeIds) : given.options;
  if (!isList(options)) return refuse("survey-options");
  const grouping = groups ? { groups: true as const } : {};
  const single = { ...given, kind: "single" as const, options, ...grouping };
  return ok(margin ? { ...single, margin } : single);
}

const SENIORITY = ["under-2", "from-2", "from-5", "from-10"] as const;

/** The groups of a margin by the ids that the register has for them. */
async function groupsOf(
  client: Client,
  margin: Margin,
  officeIds: readonly string[],
): Promise<Option[]> {
  if (margin === "language") {
    return LANGUAGES.map((id) => ({ id, label: inAll((one) => languageName(id, one)) }));
  }
  if (margin === "seniority") {
    return SENIORITY.map((id) => ({
      id,
      label: inAll((one) => translator(one).t(`surveys:seniority.${id}`)),
    }));
  }
  const { rows } = await client.query<{ id: string; name: string }>(
    `SELECT id, name FROM office
     WHERE closes_on IS NULL AND (cardinality($1::text[]) = 0 OR id = ANY($1)) ORDER BY name`,
    [officeIds],
  );
  return rows.map(({ id, name }) => ({ id, label: inAll(() => name) }));
}

function inAll(say: (language: Language) => string): Translated {
  return Object.fromEntries(LANGUAGES.map((language) => [language, say(language)]));
}
