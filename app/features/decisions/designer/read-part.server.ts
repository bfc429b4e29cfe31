import { LANGUAGES, type Language, type Translated } from "#domain/kernel/languages.ts";
import { instantOf } from "#domain/kernel/local-time.ts";
import type { Electorate } from "#domain/decisions/electorate.ts";
import { isMethodName, type MethodName } from "#domain/decisions/registry.ts";
import { textField } from "#app/features/sign-in/answer-form.server.ts";
import type { MethodSettings } from "#wire/decisions.ts";
import type { DecisionDraft } from "#wire/decision-designer.ts";
import { afterMove, moveNamed } from "./option-moves.ts";
import {
  mayLimitChoices,
  type SettingField,
  settingFields,
  tieRulesFor,
} from "./setting-fields.ts";
import type { Step } from "./steps.ts";

/** A part of a draft as a form sends it; the schema of the use-case judges it. */
export type DraftPart = Partial<Record<keyof DecisionDraft, unknown>>;

type Known = Pick<DecisionDraft, "method" | "settings" | "tieRule" | "electorate">;
type Reader = (form: FormData, draft: Known, language: Language) => DraftPart;

/** What a step's form says of the draft. */
export const READ_STEP: Record<Step, Reader> = {
  texts: readTexts,
  method: readMethod,
  rules: readRules,
  options: readOptions,
  electorate: (form, draft) => ({ electorate: readElectorate(form, draft.electorate) }),
  vote: readVote,
  check: () => ({}),
};

function readTexts(form: FormData): DraftPart {
  const texts: Translated<{ title: string; text: string }> = {};
  for (const language of LANGUAGES) {
    const title = textField(form, `title.${language}`).trim();
    const text = textField(form, `text.${language}`).replaceAll("\r\n", "\n").trim();
    if (title || text) texts[language] = { title, text };
  }
  return {
    texts,
    itemId: textField(form, "itemId") || null,
    legalChannel: textField(form, "legalChannel"),
    legalBasis: textField(form, "legalBasis"),
  };
}

/** Another method begins with its own settings, and with a rule for ties that it may have. */
function readMethod(form: FormData, draft: Known): DraftPart {
  const method = textField(form, "method");
  return isMethodName(method) && method !== draft.method ? methodPart(method, draft.tieRule) : {};
}

export function methodPart(method: MethodName, tieRule?: DecisionDraft["tieRule"]): DraftPart {
  const rules = tieRulesFor(method);
  return {
    method,
    settings: {},
    minChoices: null,
    maxChoices: null,
    tieRule: rules.find((rule) => rule === tieRule) ?? rules[0],
  };
}

function readRules(form: FormData, { method, settings }: Known): DraftPart {
  const tieRule = textField(form, "tieRule");
  if (method === "resolution") {
    return {
      tieRule,
      matter: textField(form, "matter"),
      secondMeeting: form.has("secondMeeting"),
    };
  }
  return {
    tieRule,
    settings: readSettings(form, settings, settingFields(method)),
    minChoices: mayLimitChoices(method) ? numberOf(textField(form, "minChoices")) : null,
    maxChoices: mayLimitChoices(method) ? numberOf(textField(form, "maxChoices")) : null,
  };
}

/** A number left empty is the method's own; settings that no field shows stay. */
function readSettings(form: FormData, before: MethodSettings, fields: SettingField[]) {
  const settings: Record<string, unknown> = { ...before };
  for (const { name, kind } of fields) {
    const text = textField(form, name).trim();
    delete settings[name];
    if (kind === "words") settings[name] = text;
    else if (kind === "number" && text) settings[name] = numberOf(text);
    else if (kind === "numbers")
      settings[name] = text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map(numberOf);
  }
  return settings;
}

/** What is no whole number goes on as it is, for the schema to refuse. */
function numberOf(text: string): MethodSettings[string] | null {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
}

/** The rows of the form, one of them moved where its button says so, then what was pasted. */
function readOptions(form: FormData, _draft: Known, language: Language): DraftPart {
  const rows = form.getAll("row").map((value) => {
    const row = typeof value === "string" ? value : "";
    const label: Translated = {};
    for (const language of LANGUAGES) {
      const words = textField(form, `label.${row}.${language}`).trim();
      if (words) label[language] = words;
    }
    const id = textField(form, `id.${row}`);
    return { row, option: { label, ...(id ? { id } : {}) }, removed: form.has(`remove.${row}`) };
  });
  const move = moveNamed(textField(form, "intent"));
  const ordered = move
    ? afterMove(
        rows,
        rows.findIndex(({ row }) => row === move.row),
        move.way,
      )
    : rows;
  const kept = ordered.flatMap(({ option, removed }) =>
    removed || (!("id" in option) && Object.keys(option.label).length === 0) ? [] : [option],
  );
  const pasted = textField(form, "pasted")
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return { options: [...kept, ...pasted.map((line) => ({ label: { [language]: line } }))] };
}

/** Ticked boxes; a list of persons, which this form does not show, stays. */
export function readElectorate(form: FormData, { list }: Electorate): Record<string, unknown> {
  const electorate: Record<string, unknown> = list ? { list } : {};
  for (const name of ["categories", "offices", "roles", "bodies"]) {
    const ticked = form.getAll(name);
    if (ticked.length > 0) electorate[name] = ticked;
  }
  if (form.has("attendance")) electorate["attendance"] = true;
  return electorate;
}

function readVote(form: FormData): DraftPart {
  return {
    seal: textField(form, "seal"),
    mayChange: form.has("mayChange"),
    rehearsal: form.has("rehearsal"),
    opensAt: readInstant(textField(form, "opensAt")),
    closesAt: readInstant(textField(form, "closesAt")),
  };
}

/** What is no time goes on as it is, for the schema to refuse. */
function readInstant(local: string): string | null {
  return local === "" ? null : (instantOf(local)?.toISOString() ?? local);
}
