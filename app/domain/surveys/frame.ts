import type { KnownMargin } from "./weighting.ts";

/** Who was asked, as it was on the day of the launch; nothing that happens later changes it. */
export type Frame = {
  /** How many were asked. */
  size: number;
  /** Of how many: the electorate, as of that day. */
  of: number;
  /** They were drawn by lot among the electorate. */
  drawn: boolean;
  /** How those who were asked are made up. */
  margins: KnownMargin[];
};

/** An invitation and two reminders: who has not answered by then does not wish to. */
export const SENDINGS_MOST = 3;
