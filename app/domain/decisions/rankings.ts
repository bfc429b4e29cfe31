import type { BallotGroup, BallotTotals, Profile } from "./profile.ts";
import { BallotsRefused, checkProfile, isCount, placesOf } from "./profile.ts";

/** The most options that are counted from rankings: their reports hold squares of this. */
export const MOST_RANKED_OPTIONS = 1_000;

/**
 * A ranking while it is read: the places (in the options' list) of the `size` options it names, most
 * wanted first, and the rank of each from 0, equal options having equal ranks. The arrays are used
 * again for the next one.
 */
export type Ranking = { named: Uint16Array; ranks: Uint16Array; size: number; count: number };

/**
 * Reads and checks the rank ballots of a profile in one walk, and says how many there were. Blank
 * ones are not visited.
 * @throws BallotsRefused where `checkProfile` refuses, and beyond `MOST_RANKED_OPTIONS`.
 */
export function readRankings(profile: Profile, visit: (ranking: Ranking) => void): BallotTotals {
  const { options } = profile;
  limitOptions(options);
  const read = rankingReader(options);
  const totals = { cast: 0, blank: 0, invalid: profile.invalid ?? 0, counted: 0 };
  for (const group of profile.ballots) {
    const ranking = read(group);
    if (ranking === "faulty") throw refusalOf(profile);
    totals[ranking ? "counted" : "blank"] += group.count;
    if (ranking && group.count > 0) visit(ranking);
  }
  const cast = totals.blank + totals.invalid + totals.counted;
  if (!isCount(cast) || new Set(options).size !== options.length) throw refusalOf(profile);
  return { ...totals, cast };
}

/** @throws BallotsRefused beyond `MOST_RANKED_OPTIONS`. */
export function limitOptions(options: readonly string[]): void {
  if (options.length > MOST_RANKED_OPTIONS) throw new BallotsRefused("too-many-options");
}

/** Reads one group: undefined where it is blank. */
function rankingReader(
  options: readonly string[],
): (group: BallotGroup) => Ranking | "faulty" | undefined {
  const places = placesOf(options);
  const named = new Uint16Array(options.length);
  const ranks = new Uint16Array(options.length);
  const lastSeen = new Float64Array(options.length);
  let ballot = 0;
  return ({ content, count }) => {
    if (!isCount(count)) return "faulty";
    if (content.kind === "blank") return undefined;
    if (content.kind !== "rank") return "faulty";
    if (content.ranks.length === 0) return undefined;
    ballot += 1;
    let size = 0;
    for (let rank = 0; rank < content.ranks.length; rank += 1) {
      const equals = content.ranks[rank]!;
      if (equals.length === 0) return "faulty";
      for (const option of equals) {
        const place = places.get(option);
        if (place === undefined || lastSeen[place] === ballot) return "faulty";
        lastSeen[place] = ballot;
        named[size] = place;
        ranks[size] = rank;
        size += 1;
      }
    }
    return { named, ranks, size, count };
  };
}

/** Why the quick walk stumbled: the careful one says it. */
function refusalOf(profile: Profile): Error {
  const checked = checkProfile(profile, "rank");
  return checked.ok
    ? new Error("Sound rankings were refused")
    : new BallotsRefused(checked.refusal.code);
}
