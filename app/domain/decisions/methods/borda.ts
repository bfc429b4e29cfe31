import type { CountingMethod } from "../counting-method.ts";
import { BallotsRefused, type BallotTotals, isCount, placesOf, type Profile } from "../profile.ts";
import { type Ranking, readRankings } from "../rankings.ts";
import { explainCount, type OutcomeMargin, type Report, type Step } from "../report.ts";
import { fillSeats, type FilledSeats, groupByNumber } from "../seats.ts";
import { oneOf, readSettings, SEATS } from "../settings.ts";
import { contenders, marginOfNothing, type Pair, pointsMargin } from "../turning-pairs.ts";

/**
 * Points of options that a ballot leaves out. `average`: they share the lowest places as if they
 * were ranked equal last, so every ballot gives the same sum. `zero`: none.
 */
export type BordaSettings = { seats: number; unranked: "average" | "zero" };

/** Points doubled, so that the mean of two places stays whole; `most` is what one ballot can give. */
export type BordaDetail = {
  halfPoints: { option: string; halfPoints: number }[];
  most: number;
  unranked: BordaSettings["unranked"];
};

export type BordaStep = Step &
  (
    | { code: "half-points"; first: number; unranked: string }
    | { code: "last-elected" | "first-not-elected"; option: string; halfPoints: number }
  );

export type BordaReport = Report<"borda", BordaDetail, BordaStep>;

/**
 * Borda's count: among m options the first of a ballot has m − 1 points, the next m − 2 and so on,
 * equal ones the mean of their places (J.-C. de Borda, "Mémoire sur les élections au scrutin",
 * 1781). Easily gamed by clones: meant to order a short list, not to elect.
 */
export const borda: CountingMethod<"borda", BordaSettings, BordaReport> = {
  name: "borda",
  shape: "rank",
  settings: readSettings({ seats: SEATS, unranked: oneOf("average", "zero") }),
  tally(profile, { seats, unranked }, tie) {
    const options = [...profile.options];
    const { points, ballots } = countPoints(profile, unranked);
    const groups = groupByNumber(options, points);
    const filled = fillSeats(groups, seats, tie, ballots.counted > 0 ? groups.length : 0);
    const most = 2 * Math.max(0, options.length - 1);
    const at = placesOf(options);
    return {
      method: "borda",
      options,
      ballots,
      seats,
      ...filled,
      margin: marginOf(profile, { ...filled, points, ballots, unranked }),
      explanation: explainCount(ballots, () => [
        { code: "half-points", first: most, unranked },
        ...boundary(filled, (option) => points[at.get(option)!]!),
      ]),
      detail: {
        halfPoints: options.map((option, place) => ({ option, halfPoints: points[place]! })),
        most,
        unranked,
      },
    };
  },
};

function countPoints(
  profile: Profile,
  unranked: BordaSettings["unranked"],
): { points: number[]; ballots: BallotTotals } {
  const points = profile.options.map(() => 0);
  const ofBallot = pointsReader(profile.options.length, unranked);
  const ballots = readRankings(profile, (ranking) => {
    ofBallot(ranking).forEach((given, place) => (points[place]! += given * ranking.count));
  });
  if (!isCount(2 * points.length * ballots.counted)) throw new BallotsRefused("sum-too-large");
  return { points, ballots };
}

/** The points that a ballot gives each option, in an array that the next ballot uses again. */
function pointsReader(
  size: number,
  unranked: BordaSettings["unranked"],
): (ranking: Ranking) => number[] {
  const given = Array.from({ length: size }, () => 0);
  /** Half points of each of `equals` options that stand from place `from` on. */
  const share = (from: number, equals: number) => 2 * (size - 1 - from) - (equals - 1);
  return ({ named, ranks, size: ranked }) => {
    given.fill(unranked === "average" ? share(ranked, size - ranked) : 0);
    let from = 0;
    for (let at = 1; at <= ranked; at += 1) {
      if (at < ranked && ranks[at] === ranks[from]) continue;
      for (let equal = from; equal < at; equal += 1) given[named[equal]!] = share(from, at - from);
      from = at;
    }
    return given;
  };
}

function boundary(filled: FilledSeats, pointsOf: (option: string) => number): BordaStep[] {
  const order = filled.order.flat();
  const last = filled.winners.at(-1);
  const next = order[filled.winners.length];
  const of = (option: string) => ({ option, halfPoints: pointsOf(option) });
  return [
    ...(last === undefined ? [] : [{ code: "last-elected" as const, ...of(last) }]),
    ...(next === undefined ? [] : [{ code: "first-not-elected" as const, ...of(next) }]),
  ];
}

/** Exact: who is lifted to the top of a ballot and who falls to its foot move by all it can give. */
function marginOf(
  profile: Profile,
  counted: FilledSeats & {
    points: number[];
    ballots: BallotTotals;
    unranked: BordaSettings["unranked"];
  },
): OutcomeMargin {
  const { ballots, points } = counted;
  if (ballots.counted === 0) return marginOfNothing(ballots.blank);
  return pointsMargin({
    ...contenders(profile.options, counted),
    points,
    half: 2 * (points.length - 1),
    leadsOf: (pairs) => leadsOf(profile, counted.unranked, ballots.blank, pairs),
  });
}

function leadsOf(
  profile: Profile,
  unranked: BordaSettings["unranked"],
  blank: number,
  pairs: readonly Pair[],
): Map<number, number>[] {
  const leads = pairs.map(() => new Map([[0, blank]]));
  const ofBallot = pointsReader(profile.options.length, unranked);
  readRankings(profile, (ranking) => {
    const given = ofBallot(ranking);
    pairs.forEach(([winner, loser], at) => {
      const lead = given[winner]! - given[loser]!;
      leads[at]!.set(lead, (leads[at]!.get(lead) ?? 0) + ranking.count);
    });
  });
  return leads;
}
