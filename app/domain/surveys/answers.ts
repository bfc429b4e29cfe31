import {
  OPEN_MOST,
  type Option,
  type Question,
  type Questionnaire,
  scaleValues,
} from "./questionnaire.ts";

/** What one person ticked: an option or a value, several, or one a line of a matrix. */
export type Ticked = string | string[] | Record<string, string>;
export type Answers = Record<string, Ticked>;

/** One person's paper, taken apart: what was ticked, and what was written in free words. */
export type Paper = { ticked: Answers; written: { question: string; text: string }[] };

/** What a form or a draft holds, by the name of its fields: `q3`, and `q5.r1` for a matrix's line. */
export type FilledIn = Record<string, string[]>;

/**
 * The paper that was meant, or undefined where something in it is no answer to what was asked. What
 * is empty was passed over.
 */
export function paperOf({ questions }: Questionnaire, filledIn: FilledIn): Paper | undefined {
  const paper: Paper = { ticked: {}, written: [] };
  const known = new Set(questions.flatMap(fieldsOf));
  if (Object.keys(filledIn).some((field) => !known.has(field))) return undefined;
  for (const question of questions) {
    if (question.kind === "open") {
      const text = (filledIn[question.id]?.[0] ?? "").trim();
      if (text.length > OPEN_MOST) return undefined;
      if (text !== "") paper.written.push({ question: question.id, text });
      continue;
    }
    const ticked = tickedOf(question, filledIn);
    if (ticked === undefined) return undefined;
    if (Object.keys(ticked).length > 0) paper.ticked[question.id] = ticked;
  }
  return paper;
}

/** The names of a question's fields on a form. */
export function fieldsOf(question: Question): string[] {
  return question.kind === "matrix"
    ? question.rows.map((row) => `${question.id}.${row.id}`)
    : [question.id];
}

/** Empty where it was passed over; undefined where it is none of the answers. */
function tickedOf(
  question: Exclude<Question, { kind: "open" }>,
  filledIn: FilledIn,
): Ticked | undefined {
  const chosen = (field: string) => (filledIn[field] ?? []).filter((value) => value !== "");
  switch (question.kind) {
    case "scale":
      return oneOf(chosen(question.id), scaleValues(question));
    case "single":
      return oneOf(chosen(question.id), idsOf(question.options));
    case "multiple": {
      const ids = [...new Set(chosen(question.id))];
      return ids.every((id) => idsOf(question.options).includes(id)) ? ids : undefined;
    }
    case "matrix": {
      const lines: Record<string, string> = {};
      for (const { id } of question.rows) {
        const said = oneOf(chosen(`${question.id}.${id}`), idsOf(question.options));
        if (said === undefined) return undefined;
        if (said !== "") lines[id] = said;
      }
      return lines;
    }
  }
}

function oneOf(chosen: readonly string[], known: readonly string[]): string | undefined {
  const [only = ""] = chosen;
  return chosen.length <= 1 && (only === "" || known.includes(only)) ? only : undefined;
}

const idsOf = (options: readonly Option[]) => options.map(({ id }) => id);

/** Whether anything at all was said. */
export function saysSomething({ ticked, written }: Paper): boolean {
  return written.length > 0 || Object.keys(ticked).length > 0;
}

/** Four closed questions of five make a complete answer; less is a partial one (AAPOR 2023). */
const COMPLETE = { num: 4, den: 5 };

/** A line of a matrix counts as a question of its own. Free answers are nobody's duty. */
export function isComplete({ questions }: Questionnaire, ticked: Answers): boolean {
  let asked = 0;
  let said = 0;
  for (const question of questions) {
    if (question.kind === "open") continue;
    const answer = ticked[question.id];
    if (question.kind === "matrix") {
      asked += question.rows.length;
      said += Object.keys(answer ?? {}).length;
    } else {
      asked += 1;
      said += answer === undefined ? 0 : 1;
    }
  }
  return asked > 0 && said * COMPLETE.den >= asked * COMPLETE.num;
}
