import type { ExactFraction } from "../kernel/exact-fraction.ts";
import type { BallotTotals } from "./profile.ts";
import type { TieMet } from "./tie.ts";

/** One step of the explanation: a code that the interface has a sentence for, and what it names. */
export type Step = { code: string } & {
  [name: string]: string | number | boolean | string[] | ExactFraction;
};

/** The only step where no ballot was counted, and what became of those that were cast. */
export type NothingCounted = { code: "nothing-counted"; blank: number; invalid: number };

/**
 * What would have changed the outcome. `changed`: the fewest ballots known that, filled in
 * otherwise, would have made other winners, whatever a lot had said. `exact`: no fewer would do;
 * otherwise fewer might. Missing where no number is known or none would do.
 */
export type OutcomeMargin = { changed?: number; exact: boolean };

/**
 * A count, complete and repeatable: the same ballots in any order give the same bytes. Whole
 * numbers, exact fractions and strings only: it is stored and published.
 */
export type Report<Name extends string = string, Detail = unknown, S extends Step = Step> = {
  method: Name;
  options: string[];
  ballots: BallotTotals;
  /** Places to fill; missing where the method only grades or orders. */
  seats?: number;
  /**
   * First elected first; those that nothing separated in the order of the options' list. Nobody
   * where no ballot was counted: then no lot is drawn either, and seats stay vacant.
   */
  winners: string[];
  /** Who stand equal for the places left, where the declared rule did not settle it. */
  tiedForLast?: string[];
  /** Every option, first to last; what nothing separated stands in one group. */
  order: string[][];
  ties: TieMet[];
  margin: OutcomeMargin;
  explanation: (S | NothingCounted)[];
  detail: Detail;
};

/** The steps of a count; where no ballot was counted, nothing happened but that. */
export function explainCount<S extends Step>(
  { blank, invalid, counted }: BallotTotals,
  steps: () => S[],
): (S | NothingCounted)[] {
  return counted > 0 ? steps() : [{ code: "nothing-counted", blank, invalid }];
}
