import type { BallotShape } from "./ballot.ts";
import type { Profile } from "./profile.ts";
import type { SettingsReader } from "./settings.ts";
import type { TieBreaker } from "./tie.ts";

/**
 * A way to count. `tally` is pure and exact: the same ballots, in whatever order and grouping, give
 * a byte-equal report. It throws a RangeError on ballots that `checkProfile` refuses, and where a
 * sum would pass what it can hold exactly: it never rounds.
 */
export type CountingMethod<Name extends string, Settings, Report> = {
  name: Name;
  shape: BallotShape;
  settings: SettingsReader<Settings>;
  tally(profile: Profile, settings: Settings, tie: TieBreaker): Report;
};
