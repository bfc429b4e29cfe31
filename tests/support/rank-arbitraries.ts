import fc from "fast-check";
import type { BallotGroup, Profile } from "#domain/decisions/profile.ts";

/** Letters as options: A, B, C… */
export function letters(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(65 + at));
}

/**
 * Rankings of 2 to `most` options with ties and options left out, some cast several times, few enough
 * of them that equal numbers are frequent.
 */
export function rankProfiles(most: number, ballots: number): fc.Arbitrary<Profile> {
  return fc.integer({ min: 2, max: most }).chain((size) => {
    const options = letters(size);
    const group = fc.record({
      // A rank for each option; `size` leaves it out.
      ranks: fc.array(fc.nat(size), { minLength: size, maxLength: size }),
      count: fc.constantFrom(1, 1, 1, 2, 3),
    });
    return fc
      .array(group, { maxLength: ballots })
      .map((groups) => ({ options, ballots: groups.map((each) => rankedGroup(options, each)) }));
  });
}

/** Rankings in which no two options share a rank, cut off anywhere. */
export function strictProfiles(most: number, ballots: number): fc.Arbitrary<Profile> {
  return fc.integer({ min: 2, max: most }).chain((size) => {
    const options = letters(size);
    const group = fc.record({
      order: fc.shuffledSubarray(options, { minLength: 1 }),
      count: fc.constantFrom(1, 1, 1, 2, 3),
    });
    return fc.array(group, { maxLength: ballots }).map((groups) => ({
      options,
      ballots: groups.map(
        ({ order, count }): BallotGroup => ({
          content: { kind: "rank", ranks: order.map((option) => [option]) },
          count,
        }),
      ),
    }));
  });
}

function rankedGroup(
  options: readonly string[],
  { ranks, count }: { ranks: readonly number[]; count: number },
): BallotGroup {
  const levels = [...new Set(ranks)].filter((rank) => rank < options.length).sort((a, b) => a - b);
  const grouped = levels.map((level) => options.filter((_, at) => ranks[at] === level));
  return {
    content: grouped.length > 0 ? { kind: "rank", ranks: grouped } : { kind: "blank" },
    count,
  };
}

/** Every ballot alone, as its ranks. Blank ones are left out. */
export function singleRankings(profile: Profile): string[][][] {
  return [...profile.ballots].flatMap(({ content, count }) =>
    content.kind === "rank" ? Array.from({ length: count }, () => content.ranks) : [],
  );
}

/** The same ballots under other names and in another order of the list. */
export function renamed(profile: Profile, names: ReadonlyMap<string, string>): Profile {
  const name = (option: string) => names.get(option) ?? option;
  return {
    options: profile.options.map(name),
    ballots: [...profile.ballots].map(({ content, count }) => ({
      content:
        content.kind === "rank"
          ? { kind: "rank" as const, ranks: content.ranks.map((equals) => equals.map(name)) }
          : content,
      count,
    })),
  };
}
