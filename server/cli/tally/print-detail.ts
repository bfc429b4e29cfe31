import type { TransferDetail } from "#domain/decisions/methods/transfer-report.ts";
import type { ElectionReport } from "./print-report.ts";
import { inWords, type Values } from "./values.ts";
import { type Label, section, table } from "./text.ts";

/** Every number of a report: rounds, matrices and lists as tables. */
export function printDetail({ detail, options }: ElectionReport, label: Label): string[] {
  if (isTransfer(detail)) return printRounds(detail, options, label);
  return Object.entries(detail).flatMap(([name, value]) =>
    printPart(titleOf(name), value, options, label),
  );
}

/** Whether votes went from one option to another, round by round. */
export function isTransfer(detail: object): detail is TransferDetail {
  return "unit" in detail;
}

/** One column a round: votes after it. Parts of a vote as decimals, none of them lost. */
function printRounds(
  { unit, rounds, quota }: TransferDetail,
  options: readonly string[],
  label: Label,
): string[] {
  const parts = (votes: number) => inWords("votes", votes, label, unit);
  const heads = rounds.map(
    ({ round, act, from }) => `${round}. ${[act, ...from.map(label)].join(" ")}`,
  );
  const rows = [
    ["", ...heads],
    ...options.map((option, at) => [
      label(option),
      ...rounds.map(({ votes, elected }) => {
        return parts(votes[at]!) + (elected.includes(option) ? " *" : "  ");
      }),
    ]),
    ["exhausted", ...rounds.map(({ exhausted }) => `${parts(exhausted)}  `)],
    ["rounded away", ...rounds.map(({ remainder }) => `${parts(remainder)}  `)],
  ];
  const title = quota === undefined ? "Rounds" : `Rounds (quota ${parts(quota)})`;
  return section(`${title}; * elected`, table(rows, true));
}

function printPart(
  title: string,
  value: unknown,
  options: readonly string[],
  label: Label,
): string[] {
  if (isMatrix(value, options.length)) {
    const heads = ["", ...options.map(label)];
    const rows = value.map((row, at) => [label(options[at]!), ...row.map(String)]);
    return section(title, table([heads, ...rows], true));
  }
  if (isRecords(value)) {
    const names = [...new Set(value.flatMap((record) => Object.keys(record)))];
    const rows = value.map((record) =>
      names.map((name) => (record[name] === undefined ? "" : inWords(name, record[name], label))),
    );
    return section(title, table([names.map(titleOf), ...rows], true));
  }
  return ["", `${title}: ${inWords(title, value, label)}`];
}

function isMatrix(value: unknown, size: number): value is number[][] {
  return (
    Array.isArray(value) &&
    size > 0 &&
    value.length === size &&
    value.every((row) => Array.isArray(row) && row.length === size)
  );
}

function isRecords(value: unknown): value is Values[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item))
  );
}

/** `halfPoints` is "Half points". */
function titleOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
