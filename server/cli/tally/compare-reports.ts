import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { OutcomeMargin } from "#domain/decisions/report.ts";
import type { TieMet } from "#domain/decisions/tie.ts";
import type { ElectionReport } from "./print-report.ts";
import { type Label, labelsOf, printable, table } from "./text.ts";

/** What each method says of the same ballots, side by side: a column a method. */
export function compareReports(reports: readonly AnyReport[], election: ElectionFile): string {
  const label = labelsOf(election);
  const elections = reports.filter(isElection);
  const row = (name: string, lines: (report: ElectionReport) => string[]) =>
    stack(name, elections.map(lines));
  const rows = [
    ["", ...elections.map(({ method }) => method)],
    ...row("elected", ({ winners }) => winners.map(label)),
    ...row("tied", ({ tiedForLast = [] }) => tiedForLast.map(label)),
    ...row("order", ({ order }) => placesIn(order, label)),
    ...row("margin", ({ margin }) => [shortMargin(margin)]),
    ...row("ties", ({ ties }) => [shortTies(ties)]),
  ];
  const title = election.title ? [printable(election.title)] : [];
  return [...title, ...table(rows), ""].join("\n");
}

/** A line an option; equal ones have the same place with a sign that it is shared. */
function placesIn(order: readonly (readonly string[])[], label: Label): string[] {
  let place = 1;
  return order.flatMap((group) => {
    const mark = `${place}${group.length > 1 ? "=" : "."}`;
    place += group.length;
    return group.map((option) => `${mark} ${label(option)}`);
  });
}

function shortTies(ties: readonly TieMet[]): string {
  const open = ties.filter(({ fell }) => fell === "unsettled").length;
  return open > 0 ? `${ties.length} met, ${open} not settled` : `${ties.length} met`;
}

function shortMargin({ changed, exact }: OutcomeMargin): string {
  if (changed === undefined) return exact ? "none would" : "not known";
  return `${exact ? "" : "at most "}${changed} ${changed === 1 ? "ballot" : "ballots"}`;
}

function isElection(report: AnyReport): report is ElectionReport {
  return report.method !== "resolution";
}

/** Columns of different length as rows, with a name before the first; nothing if all are empty. */
function stack(name: string, columns: readonly string[][]): string[][] {
  const height = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) => [
    at === 0 ? name : "",
    ...columns.map((column) => column[at] ?? ""),
  ]);
}
