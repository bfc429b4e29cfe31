import type { CountingMethod } from "../counting-method.ts";
import { readSettings, SEATS } from "../settings.ts";
import { type MarksReport, tallyMarks } from "./marks.ts";

export type ApprovalSettings = { seats: number };

export type ApprovalReport = MarksReport<"approval">;

/**
 * Approval: each ballot approves as many options as it likes, the most approved are elected
 * (S. J. Brams and P. C. Fishburn, "Approval Voting", American Political Science Review 72, 1978).
 * For one place it finds broad agreement; for several a majority can take them all (rules §3.1).
 */
export const approval: CountingMethod<"approval", ApprovalSettings, ApprovalReport> = {
  name: "approval",
  shape: "approve",
  settings: readSettings({ seats: SEATS }),
  tally: (profile, { seats }, tie) =>
    tallyMarks("approval", profile, { seats, most: profile.options.length }, tie),
};
