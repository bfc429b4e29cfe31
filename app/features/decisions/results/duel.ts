import { partingOf } from "#domain/decisions/medians.ts";
import type { ElectionReport } from "#wire/decisions.ts";
import { columnsOf, NOTHING } from "./columns.ts";
import { type ElectionStep, stepInWords } from "./explain-election.ts";
import { PLAIN, scaleOf } from "./scale.ts";
import type { Speaker } from "./speaker.ts";

/** Why one of two options stands above the other: their places, what became of each, and between them. */
export function duelInWords(
  report: ElectionReport,
  options: [string, string],
  speaker: Speaker,
): string[] {
  const placeOf = (option: string) => report.order.findIndex((group) => group.includes(option));
  const [first, second] = options.toSorted((a, b) => placeOf(a) - placeOf(b)) as [string, string];
  const names = { first: speaker.label(first), second: speaker.label(second) };
  const isEqual = placeOf(first) === placeOf(second);
  return [
    speaker.t(isEqual ? "results:versus.equal" : "results:versus.above", names),
    ...fateOf(report, first, speaker),
    ...fateOf(report, second, speaker),
    ...between(report, first, second, speaker),
  ];
}

/** What the count did with an option; where it only added up, the sums. */
function fateOf(report: ElectionReport, option: string, speaker: Speaker): string[] {
  const { t, label } = speaker;
  switch (report.method) {
    case "approval":
    case "plurality-at-large":
    case "borda":
    case "score": {
      const numbers = columnsOf(report, speaker)
        .map(({ label: name, cell }) => ({ name, number: cell(option) }))
        .filter(({ number }) => number !== NOTHING)
        .map((words) => t("results:versus.number", words));
      return [t("results:versus.numbers", { option: label(option), numbers: numbers.join(", ") })];
    }
    case "schulze":
    case "ranked-pairs":
      return [];
    default: {
      const scale = scaleOf(report);
      const steps: ElectionStep[] = report.explanation;
      return steps
        .filter((step) => "option" in step && step.option === option)
        .map((step) => stepInWords(step, scale, speaker));
    }
  }
}

/** What ballots say of the two against each other, where the method asks that. */
function between(
  report: ElectionReport,
  first: string,
  second: string,
  speaker: Speaker,
): string[] {
  const places: [number, number] = [report.options.indexOf(first), report.options.indexOf(second)];
  switch (report.method) {
    case "schulze":
    case "ranked-pairs":
      return [
        pairInWords(report.detail.matrix, places, [first, second], speaker),
        ...("strengths" in report.detail
          ? chainInWords(report.detail.strengths, places, [first, second], speaker)
          : []),
      ];
    case "majority-judgment":
      return partingInWords(report, places, speaker);
    default:
      return [];
  }
}

function chainInWords(
  strengths: readonly number[][],
  [a, b]: [number, number],
  [option, other]: [string, string],
  speaker: Speaker,
): string[] {
  const [strength, back] = [strengths[a]?.[b] ?? 0, strengths[b]?.[a] ?? 0];
  if (strength <= back) return [];
  return [stepInWords({ code: "stronger-path", option, other, strength, back }, PLAIN, speaker)];
}

/** Two options with the same median: what is left once equal ones are removed. */
function partingInWords(
  report: Extract<ElectionReport, { method: "majority-judgment" }>,
  [a, b]: [number, number],
  speaker: Speaker,
): string[] {
  const [better, worse] = [report.detail.profiles[a], report.detail.profiles[b]];
  const parting = better && worse && partingOf(better.grades, worse.grades);
  if (!parting || parting.removed === 0) return [];
  const { removed, first: betterGrade, second: worseGrade } = parting;
  const names = { better: better.option, worse: worse.option };
  const step = { ...names, removed, betterGrade, worseGrade };
  return [stepInWords({ code: "separated-by-removal", ...step }, scaleOf(report), speaker)];
}

function pairInWords(
  matrix: readonly number[][],
  [a, b]: [number, number],
  [first, second]: [string, string],
  { t, label }: Speaker,
): string {
  const ballots = (count = 0) => t("results:count.ballots", { count });
  return t("results:versus.pair", {
    first: label(first),
    second: label(second),
    over: ballots(matrix[a]?.[b]),
    back: ballots(matrix[b]?.[a]),
  });
}
