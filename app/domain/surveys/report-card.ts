/** How people came to answer: everybody was asked, or a lot was drawn among them. */
export type Mode = "all-invited" | "sample";

/** Counts of one survey at its close. */
export type Field = {
  /** How many were asked, as it was frozen at the launch. */
  size: number;
  /** Of how many: more than were asked, where a lot was drawn. */
  of: number;
  /** Found since to have left before the launch: they could not answer. */
  ineligible: number;
  /** Reached by a message of their own; others saw it on their page alone. */
  asked: number;
  /** Messages that came back. Whether those people exist is unknown: they stay in the base. */
  bounced: number;
  complete: number;
  partial: number;
};

/** A share from 0 to 1, kept as whole numbers. */
export type Share = { part: number; of: number };

/**
 * Complete answers among everybody who was asked and could answer (AAPOR RR1; rules 6.2). Undefined
 * where nobody knows how many were asked: then no rate can be calculated.
 */
export function responseRate({
  size,
  ineligible,
  complete,
}: Pick<Field, "size" | "ineligible" | "complete">): Share | undefined {
  const of = size - ineligible;
  return of > 0 ? { part: Math.min(complete, of), of } : undefined;
}

/** How many a message reached, among those who could answer. */
export function contactRate({ size, ineligible, asked, bounced }: Field): Share | undefined {
  const of = size - ineligible;
  return of > 0 ? { part: Math.min(Math.max(0, asked - bounced), of), of } : undefined;
}

/** From this response rate on a survey of everybody speaks for everybody (rules 6.3, 6.6). */
const CENSUS = { num: 4, den: 5 };

/** Of whom results may speak: the people who answered, or all who were asked (rules 6.6). */
export function speaksOf(mode: Mode, rate: Share | undefined): "respondents" | "population" {
  if (!rate) return "respondents";
  const isCensus = rate.part * CENSUS.den >= rate.of * CENSUS.num;
  return mode === "sample" || isCensus ? "population" : "respondents";
}

/**
 * Between which shares of everybody the truth must lie, whatever those who did not answer think: all
 * no, or all yes. From 0 to 1 (rules 6.3).
 */
export function worstCase(said: Share, rate: Share): [low: number, high: number] {
  const answered = rate.part / rate.of;
  const low = said.of === 0 ? 0 : (answered * said.part) / said.of;
  return [low, low + 1 - answered];
}

/** Two-sided 95 %. */
const Z = 1.96;

/**
 * Margin of error of a share among `n` answers drawn by lot from `size` people, from 0 to 1, with
 * the correction for a finite population; `deff` is what weights cost. It holds for a lot alone:
 * for answers that chose themselves it needs a belief that nothing supports (rules 6.3).
 */
export function marginOfError(share: number, n: number, size: number, deff = 1): number {
  if (n <= 0 || size <= 1) return 0;
  const finite = Math.max(0, (size - n) / (size - 1));
  return Z * Math.sqrt((deff * share * (1 - share)) / n) * Math.sqrt(finite);
}

/** Decimals of a percentage of so many; undefined where only the counts may be said (rules 5.3). */
export function decimalsOf(n: number): 0 | 1 | undefined {
  if (n < 30) return undefined;
  return n < 1_000 ? 0 : 1;
}
