import { SENSITIVE_CELLS, SMALL_CELLS, type PublishedRow } from "../decisions/suppression.ts";
import { type Answers, isComplete } from "./answers.ts";
import { groupRows } from "./groups.ts";
import { type Column, columnsOf, type Item, itemsOf } from "./items.ts";
import type { Question, Questionnaire, SingleQuestion } from "./questionnaire.ts";
import { type Field, type Mode, responseRate, type Share, speaksOf } from "./report-card.ts";
import { type Grouped, type KnownMargin, type NoWeights, rake } from "./weighting.ts";

/** One item by the groups of one question (`by`): a cell a column, small ones hidden. */
export type GroupTable = { by: string; rows: PublishedRow[] };

/** What was asked in one item, as it may be published. */
export type PublishedItem = Omit<Item, "said"> & {
  /** How many answered it. */
  n: number;
  columns: Column[];
  /** Sum of a scale's values, for an exact mean; where no values share a column. */
  sum?: number;
  groups: GroupTable[];
};

export type WeightingNote =
  | { effective: number; deff: number; margins: string[] }
  | { refused: NoWeights };

/** The one count of a survey, as it may be published. */
export type Release = {
  mode: Mode;
  field: Field;
  /** Absent where nobody knows how many were asked. */
  rate?: Share;
  speaksOf: "respondents" | "population";
  sensitive: boolean;
  items: PublishedItem[];
  /** Questions that too few answered to be shown. */
  withheld: string[];
  /** How many wrote something, by open question. */
  written: Record<string, number>;
  weighting: WeightingNote;
};

export type Counted = {
  questionnaire: Questionnaire;
  mode: Mode;
  sensitive: boolean;
  field: Omit<Field, "complete" | "partial">;
  /** How everybody who was asked is made up, as of the launch. */
  known: readonly KnownMargin[];
  answers: readonly Answers[];
  written: Record<string, number>;
};

/**
 * Counts a survey, once, at its close. Only what this returns leaves the answers: groups are shown
 * one way at a time, small cells are hidden together with what would give them away, and a question
 * that too few answered is not shown at all (rules 5.3 and 6).
 */
export function releaseOf(counted: Counted): Release {
  const { questionnaire, mode, sensitive, answers, written } = counted;
  const { questions } = questionnaire;
  const rule = sensitive ? SENSITIVE_CELLS : SMALL_CELLS;
  const complete = answers.filter((one) => isComplete(questionnaire, one)).length;
  const field = { ...counted.field, complete, partial: answers.length - complete };
  const rate = responseRate(field);
  const groupings = questions.filter(isGrouping);
  const weighting = rake(groupsOf(questions, answers), knownHere(questions, counted.known));
  const weights = "refused" in weighting ? undefined : weighting.weights;

  const items = questions.flatMap((question) => itemsOf(question, answers));
  const shown = items.filter(({ said }) => said.filter(Boolean).length >= rule.least);
  return {
    mode,
    field,
    ...(rate ? { rate } : {}),
    speaksOf: speaksOf(mode, rate),
    sensitive,
    items: shown.map((item) => {
      const { said, ...about } = item;
      const { columns, sum } = columnsOf(item, weights, sensitive ? rule.least : 0);
      const others = groupings.filter(({ id }) => id !== item.question);
      return {
        ...about,
        n: said.filter(Boolean).length,
        columns,
        ...(sum === undefined ? {} : { sum }),
        groups: others.map((by) => ({
          by: by.id,
          rows: groupRows({ item, columns, by, answers, known: counted.known }, rule),
        })),
      };
    }),
    withheld: [
      ...new Set(items.filter((item) => !shown.includes(item)).map(({ question }) => question)),
    ],
    written,
    weighting: noteOf(weighting, knownHere(questions, counted.known)),
  };
}

function isGrouping(question: Question): question is SingleQuestion {
  return question.kind === "single" && question.groups === true;
}

const hasMargin = (question: Question) =>
  question.kind === "single" && question.margin !== undefined;

/** What each answer says of its person, in the groups that are known of everybody. */
function groupsOf(questions: readonly Question[], answers: readonly Answers[]): Grouped[] {
  const asked = questions.filter(hasMargin) as SingleQuestion[];
  return answers.map((answer) =>
    Object.fromEntries(asked.map(({ id, margin }) => [margin!, answer[id] as string | undefined])),
  );
}

/** Margins that a question asks for. */
function knownHere(questions: readonly Question[], known: readonly KnownMargin[]): KnownMargin[] {
  return known.filter(({ margin }) =>
    questions.some((one) => one.kind === "single" && one.margin === margin),
  );
}

function noteOf(weighting: ReturnType<typeof rake>, known: readonly KnownMargin[]): WeightingNote {
  if ("refused" in weighting) return weighting;
  const { effective, deff } = weighting;
  return { effective, deff, margins: known.map(({ margin }) => margin) };
}
