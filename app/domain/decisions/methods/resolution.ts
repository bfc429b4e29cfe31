import type { CountingMethod } from "../counting-method.ts";
import type { Majority } from "../majority.ts";
import { RESOLUTION_OPTIONS, type ResolutionCounts, type ResolutionOption } from "../options.ts";
import { type Profile, totalsOf } from "../profile.ts";
import { type ResolutionReport, tallyResolution } from "../resolution.ts";
import { oneOf, readSettings } from "../settings.ts";
import type { TieBreaker } from "../tie.ts";

export type ResolutionSettings = { majority: Majority };

/**
 * A resolution from its ballots alone: without a roll it has no quorum, no cap and no rate. A
 * statutory vote is counted with these, by `tallyResolution`. A tie is not adopted unless the
 * casting vote says otherwise; no lot decides about a text (rules §1.5).
 */
export const resolution: CountingMethod<"resolution", ResolutionSettings, ResolutionReport> = {
  name: "resolution",
  shape: "choice",
  settings: readSettings({ majority: oneOf("simple", "three_quarters", "four_fifths") }),
  tally(profile, { majority }, tie) {
    const counts = countsOf(profile);
    const voters = counts.for + counts.against + counts.abstain;
    const present = { persons: voters, shares: 0 };
    const chairVote = castingVoteOf(tie);
    return tallyResolution({
      rule: {
        majority,
        secondMeeting: false,
        abstainInBase: false,
        ...(chairVote ? { castingVote: true } : {}),
      },
      counts,
      electorate: present,
      present,
      holders: [],
      ...(chairVote ? { chairVote } : {}),
    });
  },
};

/** What a casting vote says of a tied resolution, where one is given. */
export function castingVoteOf(tie: TieBreaker): ResolutionOption | undefined {
  if (tie.kind !== "casting") return undefined;
  return RESOLUTION_OPTIONS.find((option) => option === tie.order(["for", "against"])?.[0]);
}

/** A blank ballot abstains. @throws RangeError where the options are not those of a resolution. */
function countsOf(profile: Profile): ResolutionCounts {
  totalsOf(profile, "choice");
  const counts: ResolutionCounts = { for: 0, against: 0, abstain: 0 };
  for (const { content, count } of profile.ballots) {
    const chosen = content.kind === "choice" ? content.option : "abstain";
    const option = RESOLUTION_OPTIONS.find((known) => known === chosen);
    if (!option) throw new RangeError("A resolution is for, against or abstain");
    counts[option] += count;
  }
  return counts;
}
