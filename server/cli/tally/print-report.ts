import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import type { AnyReport } from "#domain/decisions/registry.ts";
import type { OutcomeMargin } from "#domain/decisions/report.ts";
import type { TieMet } from "#domain/decisions/tie.ts";
import { isTransfer, printDetail } from "./print-detail.ts";
import { printResolution } from "./print-resolution.ts";
import { sayStep } from "./sentences.ts";
import { type Label, labelsOf, printable, section } from "./text.ts";

export type ElectionReport = Exclude<AnyReport, { method: "resolution" }>;

/** A report as plain text: the outcome, how it came about, and every number. */
export function printReport(report: AnyReport, election: ElectionFile): string {
  const { title, withdrawn = [] } = election;
  const head = [
    ...(title ? [printable(title)] : []),
    `Counted by ${report.method}`,
    ...(withdrawn.length > 0 ? [`Withdrawn: ${withdrawn.map(printable).join(", ")}`] : []),
  ];
  const body =
    report.method === "resolution"
      ? printResolution(report)
      : printElection(report, labelsOf(election));
  return [...head, ...body, ""].join("\n");
}

function printElection(report: ElectionReport, label: Label): string[] {
  const { cast, blank, invalid, counted } = report.ballots;
  const unit = isTransfer(report.detail) ? report.detail.unit : 1;
  return [
    `Ballots: ${cast} cast, ${blank} blank, ${invalid} invalid, ${counted} counted`,
    ...section(electedHeading(report), report.winners.map(label)),
    ...section("Tied for the places left", (report.tiedForLast ?? []).map(label)),
    ...section("Order", sayOrder(report.order, label)),
    ...section(
      "Ties",
      report.ties.map((tie) => sayTie(tie, label)),
    ),
    ...section("What would have changed the outcome", [sayMargin(report.margin)]),
    ...section(
      "Why",
      report.explanation.map((step) => sayStep(step, label, unit)),
    ),
    ...printDetail(report, label),
  ];
}

function electedHeading({ winners, seats }: ElectionReport): string {
  return seats === undefined ? "First" : `Elected (${winners.length} of ${seats})`;
}

/** Every option with its place; equal ones share the first of their places. */
export function sayOrder(order: readonly (readonly string[])[], label: Label): string[] {
  let place = 1;
  return order.map((group) => {
    const line = `${place}. ${group.map(label).join(" = ")}`;
    place += group.length;
    return line;
  });
}

const PLACES: Record<TieMet["place"], string> = {
  seat: "for the last seats",
  order: "for a place in the order",
  excluded: "for being excluded",
  transferred: "for being transferred first",
  bought: "for being bought next",
  pair: "for a pair being locked first",
};

const RULES: Record<TieMet["rule"], string> = {
  lot: "the lot",
  casting: "the casting vote",
  none: "no rule",
  "earlier-rounds": "the votes of earlier rounds",
  approvals: "the number of approvals",
};

function sayTie({ place, round, between, rule, fell }: TieMet, label: Label): string {
  const where = round === undefined ? "" : `, round ${round}`;
  const how =
    fell === "unsettled"
      ? `not settled (${RULES[rule]})`
      : `${RULES[rule]} said ${fell.map(label).join(", ")}`;
  return `${PLACES[place]}${where}: ${between.map(label).join(" = ")}; ${how}`;
}

function sayMargin({ changed, exact }: OutcomeMargin): string {
  if (changed === undefined) return exact ? "no other ballots would have" : "no number is known";
  const least = exact ? "no fewer would have" : "fewer might have";
  return `${changed} ${changed === 1 ? "ballot" : "ballots"} filled in otherwise; ${least}`;
}
