import type { ElectionMethod, LabelledOption } from "./decisions.ts";

/** A file of ballots without names, for whoever counts again. */
export type BallotFormat = "blt" | "csv" | "json";

/** What another method would have given with the same ballots and as many places. */
export type Compared = {
  method: ElectionMethod;
  winners: LabelledOption[];
  tied: LabelledOption[];
};

export type BreakdownColumn = "for" | "against" | "abstain" | "voted" | "not-voted";

/** How a published vote spreads over groups, small cells hidden (rules §5.3). */
export type Breakdown = {
  by: "office" | "category" | "language";
  columns: BreakdownColumn[];
  /** Groups too small to stand alone are merged: then several names. Empty: nothing can be shown. */
  rows: { names: string[]; counts: (number | "hidden")[]; total: number }[];
  totals: number[];
};
