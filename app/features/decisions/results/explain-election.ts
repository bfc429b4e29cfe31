import type { TieMet } from "#domain/decisions/tie.ts";
import type { ElectionOutcome, ElectionReport, LabelledOption } from "#wire/decisions.ts";
import { formatList } from "#app/i18n/format.ts";
import { priceInPoints, scaleOf, type Scale } from "./scale.ts";
import type { Speaker } from "./speaker.ts";
import { valueInWords } from "./value-in-words.ts";

export type ElectionStep = ElectionReport["explanation"][number];

/** Why the result is what it is, step by step. */
export function stepsInWords(report: ElectionReport, speaker: Speaker): string[] {
  const scale = scaleOf(report);
  return report.explanation.map((step) => stepInWords(step, scale, speaker));
}

export function stepInWords(step: ElectionStep, scale: Scale, speaker: Speaker): string {
  const words = Object.entries(step).map(([name, value]) => {
    return [name, valueInWords(name, value, scale, speaker)];
  });
  const price = speaker.t("results:count.points", { count: priceInPoints(scale) });
  const values = { ...Object.fromEntries(words), price } as Record<string, string>;
  return sentencesOf(step)
    .map((key) => speaker.t(`results:step.${key}`, values))
    .join(" ");
}

/** A step is one sentence, or several where parts of it may be missing. */
function sentencesOf(step: ElectionStep): string[] {
  const { code } = step;
  switch (code) {
    case "last-elected":
    case "first-not-elected":
      return ["halfPoints" in step ? `${code}-points` : code];
    case "half-points":
      return [`${code}_${step.unranked}`];
    case "bought":
      return [
        code,
        ...(step.emptied > 0 ? ["bought-emptied"] : []),
        ...(step.penniless > 0 ? ["bought-penniless"] : []),
      ];
    default:
      return [code];
  }
}

/** A tie: where, between whom, and by which rule it fell. */
export function tieInWords(tie: TieMet, { t, language, label }: Speaker): string {
  const list = (options: string[]) => formatList(language, options.map(label));
  const { place, round, between, rule, fell } = tie;
  const how =
    fell === "unsettled"
      ? t("results:tie.open")
      : t(`results:tie.fell.${rule}`, { order: fell.map(label).join(", ") });
  const values = { where: t(`results:tie.where.${place}`), between: list(between), how };
  return round === undefined
    ? t("results:tie.sentence", values)
    : t("results:tie.sentenceInRound", { ...values, round });
}

/** How many ballots would have changed the outcome, and whether fewer might have. */
export function marginInWords({ margin }: ElectionReport, { t }: Speaker): string {
  const { changed, exact } = margin;
  if (changed !== undefined)
    return t(exact ? "results:margin.exact" : "results:margin.bound", { count: changed });
  return t(exact ? "results:margin.never" : "results:margin.unknown");
}

/** The outcome in a sentence or two: who takes which places, who stands equal, what stays vacant. */
export function headlineInWords(outcome: ElectionOutcome, { t, language, label }: Speaker): string {
  const list = (options: LabelledOption[]) =>
    formatList(
      language,
      options.map(({ id }) => label(id)),
    );
  const { winners, tied, seats, ballots } = outcome;
  if (ballots.counted === 0 && winners.length === 0) return t("results:headline.nothing");
  const vacant = tied.length === 0 && seats !== undefined ? seats - winners.length : 0;
  const count = winners.length;
  const values = { winners: list(winners), count, seats: seats ?? 0 };
  return [
    count === 0 && tied.length === 0 && t("results:headline.nobody"),
    count > 0 && t(wonKey(outcome), values),
    tied.length > 0 && t("results:headline.tied", { tied: list(tied) }),
    count > 0 && vacant > 0 && t("results:headline.vacant", { count: vacant }),
  ]
    .filter(Boolean)
    .join(" ");
}

function wonKey({ winners, seats }: ElectionOutcome): string {
  if (seats === undefined || (seats === 1 && winners.length === 1)) return "results:headline.won";
  return winners.length === seats ? "results:headline.wonAll" : "results:headline.wonSome";
}

/** How many ballots were counted, blank and invalid. */
export function ballotsInWords({ ballots }: ElectionOutcome, { t }: Speaker): string[] {
  const { counted, blank, invalid } = ballots;
  return [
    t("results:ballots.counted", { count: counted }),
    ...(blank > 0 ? [t("results:ballots.blank", { count: blank })] : []),
    ...(invalid > 0 ? [t("results:ballots.invalid", { count: invalid })] : []),
  ];
}

/** The outcome of a report, as a card tells it. */
export function outcomeOf(
  {
    winners,
    tiedForLast = [],
    seats,
    ballots,
  }: Pick<ElectionReport, "winners" | "tiedForLast" | "seats" | "ballots">,
  options: readonly LabelledOption[],
): ElectionOutcome {
  const named = (ids: string[]) => ids.flatMap((id) => options.find((it) => it.id === id) ?? []);
  return {
    winners: named(winners),
    tied: named(tiedForLast),
    ...(seats === undefined ? {} : { seats }),
    ballots,
  };
}
