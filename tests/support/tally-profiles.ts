import fc from "fast-check";
import type { BallotContent, BallotShape } from "#domain/decisions/ballot.ts";
import type { CountingMethod } from "#domain/decisions/counting-method.ts";
import type { BallotGroup, Profile } from "#domain/decisions/profile.ts";
import { METHODS, type MethodName } from "#domain/decisions/registry.ts";
import type { Report } from "#domain/decisions/report.ts";
import { type TieBreaker, tieBreaker } from "#domain/decisions/tie.ts";

export const LOT = tieBreaker({ kind: "lot", seed: "PALABRE|tests" });
export const NO_RULE = tieBreaker({ kind: "none" });

export type SmallProfile = { options: string[]; ballots: BallotGroup[]; invalid?: number };

/** The methods that elect, by name and with settings from JSON. */
export function count(
  name: Exclude<MethodName, "resolution">,
  profile: Profile,
  input: Record<string, unknown>,
  tie: TieBreaker = LOT,
): Report {
  const method: CountingMethod<string, Record<string, unknown>, Report> = METHODS[name];
  const settings = method.settings.parse(input);
  if (!settings.ok) throw new Error(settings.refusal.code);
  return method.tally(profile, settings.value, tie);
}

/** Ballots of one shape over 1 to `most` options, with blank ones, ties and options left out. */
export function profiles(
  shape: BallotShape,
  { most = 5, ballots = 12, grades = 6, least = 1 } = {},
): fc.Arbitrary<SmallProfile> {
  return fc.integer({ min: least, max: most }).chain((size) => {
    const options = Array.from({ length: size }, (_, at) => String.fromCharCode(65 + at));
    const group = fc.record({
      content: contents(shape, options, grades),
      count: fc.integer({ min: 1, max: 3 }),
    });
    return fc.record({
      options: fc.constant(options),
      ballots: fc.array(group, { maxLength: ballots }),
      invalid: fc.nat(2),
    });
  });
}

export function contents(
  shape: BallotShape,
  options: string[],
  grades: number,
): fc.Arbitrary<BallotContent> {
  const blank = fc.constant<BallotContent>({ kind: "blank" });
  const filled = filledContents(shape, options, grades);
  return fc.oneof({ arbitrary: blank, weight: 1 }, { arbitrary: filled, weight: 12 });
}

function filledContents(
  shape: BallotShape,
  options: string[],
  grades: number,
): fc.Arbitrary<BallotContent> {
  const some = fc.subarray(options, { minLength: 1 });
  switch (shape) {
    case "choice":
      return fc.constantFrom(...options).map((option) => ({ kind: "choice", option }));
    case "approve":
      return some.map((chosen) => ({ kind: "approve", options: chosen }));
    case "rank":
      return fc
        .tuple(
          fc.shuffledSubarray(options, { minLength: 1 }),
          fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        )
        .map(([ranked, joins]) => ({ kind: "rank", ranks: joined(ranked, joins) }));
    case "grade":
      return each(some, fc.nat(grades - 1)).map((given) => ({ kind: "grade", grades: given }));
    case "per-option":
      return each(some, fc.constantFrom("for" as const, "against", "abstain")).map((choices) => ({
        kind: "per-option",
        choices,
      }));
  }
}

function each<T>(some: fc.Arbitrary<string[]>, value: fc.Arbitrary<T>) {
  return some.chain((chosen) =>
    fc
      .tuple(...chosen.map(() => value))
      .map((values) => Object.fromEntries(chosen.map((option, at) => [option, values[at] as T]))),
  );
}

function joined(ranked: string[], joins: boolean[]): string[][] {
  const ranks: string[][] = [];
  ranked.forEach((option, at) => {
    if (at > 0 && joins[at]) ranks.at(-1)!.push(option);
    else ranks.push([option]);
  });
  return ranks;
}

/** One group for each ballot. */
export function oneByOne(profile: SmallProfile): BallotContent[] {
  return profile.ballots.flatMap(({ content, count: times }) =>
    Array.from({ length: times }, () => content),
  );
}
