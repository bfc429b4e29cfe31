import { type BallotContent, type BallotShape, STANCES } from "../ballot.ts";
import type { Cell } from "./csv-rows.ts";
import { rankBallot } from "./election-file.ts";
import type { TextReader } from "./text-reader.ts";

/** A cell that says something about an option. */
export type Mark = Cell & { option: string };

/**
 * What a row says. `rank`: ranks from 1, equal ones tied, gaps without meaning; `grade`: whole grades
 * from 0; `per-option`: for, against or abstain; `choice` and `approve`: x or 1, where 0 is as good
 * as nothing. Without any mark a ballot is blank.
 * @throws MalformedFile
 */
export function readMarks(
  reader: TextReader,
  kind: BallotShape | "blank",
  marks: readonly Mark[],
): BallotContent {
  if (marks.length === 0 || kind === "blank") return { kind: "blank" };
  switch (kind) {
    case "choice":
      return choice(reader, marks);
    case "approve": {
      const options = crossed(reader, marks).map(({ option }) => option);
      return options.length > 0 ? { kind, options } : { kind: "blank" };
    }
    case "rank":
      return rankBallot(ranksOf(reader, marks));
    case "grade": {
      const grade = (mark: Mark) => wholeCell(reader, mark, "a grade", 0);
      return { kind, grades: byOption(marks, grade) };
    }
    case "per-option":
      return { kind, choices: byOption(marks, (mark) => stanceOf(reader, mark)) };
  }
}

/** A whole number in a cell, exact. */
export function wholeCell(reader: TextReader, cell: Cell, what: string, least: number): number {
  const value = /^\d{1,16}$/.test(cell.value) ? Number(cell.value) : NaN;
  if (Number.isSafeInteger(value) && value >= least) return value;
  return reader.fail(
    `${what}, a whole number from ${least} to ${Number.MAX_SAFE_INTEGER}`,
    cell.at,
  );
}

function choice(reader: TextReader, marks: readonly Mark[]): BallotContent {
  const [chosen, second] = crossed(reader, marks);
  if (second) reader.fail("only one x in a row of kind choice", second.at);
  return chosen ? { kind: "choice", option: chosen.option } : { kind: "blank" };
}

function crossed(reader: TextReader, marks: readonly Mark[]): Mark[] {
  const wrong = marks.find(({ value }) => !/^[xX01]$/.test(value));
  if (wrong) reader.fail("x, or nothing", wrong.at);
  return marks.filter(({ value }) => value !== "0");
}

function ranksOf(reader: TextReader, marks: readonly Mark[]): string[][] {
  const ranks = new Map<number, string[]>();
  for (const mark of marks) {
    const rank = wholeCell(reader, mark, "a rank", 1);
    const equals = ranks.get(rank);
    if (equals) equals.push(mark.option);
    else ranks.set(rank, [mark.option]);
  }
  return [...ranks].sort(([a], [b]) => a - b).map(([, equals]) => equals);
}

function stanceOf(reader: TextReader, { value, at }: Mark) {
  const stance = STANCES.find((known) => known === value);
  return stance ?? reader.fail(`one of ${STANCES.join(", ")}, or nothing`, at);
}

function byOption<T>(marks: readonly Mark[], valueOf: (mark: Mark) => T): Record<string, T> {
  return Object.fromEntries(marks.map((mark) => [mark.option, valueOf(mark)]));
}
