import type { Language, Translated } from "../kernel/languages.ts";

export const QUESTION_KINDS = ["scale", "single", "multiple", "matrix", "open"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What is known of everybody who is asked, and can be compared with who answered (rules 6.4). */
export const MARGINS = ["office", "language", "seniority"] as const;
export type Margin = (typeof MARGINS)[number];

/** One answer of several, or one line of a matrix. Ids never change; words may. */
export type Option = { id: string; label: Translated };

type Common = { id: string; text: Translated; help: Translated };

export type ScaleQuestion = Common & {
  kind: "scale";
  /** 0 or 1. */
  from: number;
  to: number;
  low: Translated;
  high: Translated;
};
export type SingleQuestion = Common & {
  kind: "single";
  options: Option[];
  /** Results of the other questions are also shown by the answers to this one. */
  groups?: true;
  /** Its options are the groups of this margin: their ids are the register's. */
  margin?: Margin;
};
export type MultipleQuestion = Common & { kind: "multiple"; options: Option[] };
export type MatrixQuestion = Common & { kind: "matrix"; rows: Option[]; options: Option[] };
export type OpenQuestion = Common & { kind: "open" };

/** Nobody has to answer any of them. */
export type Question =
  | ScaleQuestion
  | SingleQuestion
  | MultipleQuestion
  | MatrixQuestion
  | OpenQuestion;

export type Questionnaire = { title: Translated; intro: Translated; questions: Question[] };

export const QUESTIONS_MOST = 40;
export const OPTIONS_MOST = 15;
export const OPTIONS_LEAST = 2;
export const SCALE_MOST = 10;
/** More ways to cut the results than these would overlap (rules 5.3). */
export const GROUPINGS_MOST = 2;
/** Characters of a free answer. */
export const OPEN_MOST = 2_000;

/** Why a questionnaire cannot be launched. */
export type Flaw =
  | { kind: "no-question" }
  | { kind: "too-many-groupings" }
  | { kind: "few-options"; question: string }
  /** Something is said in the source language and not in this one. */
  | { kind: "untranslated"; language: Language };

/** What stands in the way of asking this in these languages; the source language comes first. */
export function flawsOf(
  { title, intro, questions }: Questionnaire,
  source: Language,
  languages: readonly Language[],
): Flaw[] {
  const groupings = questions.filter((one) => one.kind === "single" && one.groups);
  const texts = [title, intro, ...questions.flatMap(textsOf)];
  const says = (text: Translated, language: Language) => Boolean(text[language]);
  const needed = [title, ...questions.map(({ text }) => text), ...questions.flatMap(labelsOf)];
  return [
    ...(questions.length === 0 ? [{ kind: "no-question" } as const] : []),
    ...(groupings.length > GROUPINGS_MOST ? [{ kind: "too-many-groupings" } as const] : []),
    ...questions
      .filter((one) => optionsOf(one).some((list) => list.length < OPTIONS_LEAST))
      .map(({ id }) => ({ kind: "few-options", question: id }) as const),
    ...[source, ...languages]
      .filter((language, at, all) => all.indexOf(language) === at)
      .filter(
        (language) =>
          needed.some((text) => !says(text, language)) ||
          texts.some((text) => says(text, source) && !says(text, language)),
      )
      .map((language) => ({ kind: "untranslated", language }) as const),
  ];
}

function optionsOf(question: Question): Option[][] {
  return "options" in question ? [question.options] : [];
}

function labelsOf(question: Question): Translated[] {
  const lists = question.kind === "matrix" ? [question.rows] : [];
  return [...lists, ...optionsOf(question)].flat().map(({ label }) => label);
}

/** Every text of a question, in the order in which a page says them. */
export function textsOf(question: Question): Translated[] {
  const ends = question.kind === "scale" ? [question.low, question.high] : [];
  return [question.text, question.help, ...ends, ...labelsOf(question)];
}

/**
 * Whether a later version asks the same: questions, their kinds and options stay, words may be
 * mended. Answers to two versions are counted together, so nothing else may change.
 */
export function asksTheSame(before: Questionnaire, after: Questionnaire): boolean {
  return shapeOf(before) === shapeOf(after);
}

function shapeOf({ questions }: Questionnaire): string {
  return JSON.stringify(questions.map((question) => shapeOfQuestion(question)));
}

function shapeOfQuestion(question: Question): unknown[] {
  const { id, kind } = question;
  const ids = (options: Option[]) => options.map((option) => option.id);
  switch (question.kind) {
    case "scale":
      return [id, kind, question.from, question.to];
    case "single":
      return [id, kind, ids(question.options), question.groups ?? false, question.margin ?? ""];
    case "multiple":
      return [id, kind, ids(question.options)];
    case "matrix":
      return [id, kind, ids(question.rows), ids(question.options)];
    case "open":
      return [id, kind];
  }
}

/** The values of a scale, as the ids of its answers. */
export function scaleValues({ from, to }: ScaleQuestion): string[] {
  return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
}

/** An id that nothing of the questionnaire has: q1, q2 … */
export function newQuestionId({ questions }: Questionnaire): string {
  const taken = questions.map(({ id }) => Number(id.slice(1)));
  return `q${Math.max(0, ...taken) + 1}`;
}
