import type { CountingMethod } from "../counting-method.ts";
import { readSettings, SEATS, wholeNumber } from "../settings.ts";
import { type MarksReport, tallyMarks } from "./marks.ts";

/** `marks`: the most one ballot may mark; 0 stands for as many as there are seats. */
export type PluralityAtLargeSettings = { seats: number; marks: number };

export type PluralityAtLargeReport = MarksReport<"plurality-at-large">;

/**
 * Plurality at large (block vote): each ballot marks at most as many options as there are seats, the
 * most marked are elected. With one seat it is plurality. A ballot with more marks is invalid.
 */
export const pluralityAtLarge: CountingMethod<
  "plurality-at-large",
  PluralityAtLargeSettings,
  PluralityAtLargeReport
> = {
  name: "plurality-at-large",
  shape: "approve",
  settings: readSettings({ seats: SEATS, marks: wholeNumber(0, 0, 10_000) }),
  tally: (profile, { seats, marks }, tie) =>
    tallyMarks("plurality-at-large", profile, { seats, most: marks || seats }, tie),
};
