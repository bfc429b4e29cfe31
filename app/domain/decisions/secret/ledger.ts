import type { MarkChannel } from "./urn.ts";

/** The ledger of a closed secret decision, frozen at close: persons first, then ballots. */
export type Ledger = {
  /** On the roll and called to this vote. */
  entitled: number;
  /** Of these, present or represented, or marked at a desk. */
  present: number;
  /** Marks on the roll by channel: credentials, slips of paper. One per person over all of them. */
  issued: Record<MarkChannel, number>;
  /** In the urn. */
  ballots: number;
};

export type LedgerProblem =
  | "not-counts"
  | "ballots-exceed-marks"
  | "marks-exceed-entitled"
  | "present-exceeds-entitled";

/** Every mark on the roll. */
export function marksOf({ issued }: Ledger): number {
  return issued.online + issued.assisted + issued.paper + issued.no_script;
}

/** What cannot be in a ledger; empty for one that adds up. */
export function ledgerProblems(ledger: Ledger): LedgerProblem[] {
  const { entitled, present, ballots, issued } = ledger;
  const numbers = [entitled, present, ballots, ...Object.values(issued)];
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) return ["not-counts"];
  const problems: LedgerProblem[] = [];
  if (ballots > marksOf(ledger)) problems.push("ballots-exceed-marks");
  if (marksOf(ledger) > entitled) problems.push("marks-exceed-entitled");
  if (present > entitled) problems.push("present-exceeds-entitled");
  return problems;
}
