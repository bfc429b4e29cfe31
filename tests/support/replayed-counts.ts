import type { EqualSharesDetail } from "#domain/decisions/methods/equal-shares.ts";
import type { Transfer, TransferDetail } from "#domain/decisions/methods/transfer-report.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import { exactFraction } from "#domain/kernel/exact-fraction.ts";
import { singleRankings } from "./rank-arbitraries.ts";

type Paper = { preferences: string[]; holder?: string | undefined; value: number };

/**
 * Does what the rounds of a transfer count say was done, paper by paper, and adds up what then lies
 * where. Only `act`, `from` and `elected` are taken from the report.
 */
export function replayTransfers(profile: Profile, { unit, quota, rounds }: TransferDetail) {
  const papers = singleRankings(profile).flatMap((ranks): Paper[] => {
    const shared = ranks.findIndex((equals) => equals.length > 1);
    const preferences = ranks.slice(0, shared < 0 ? ranks.length : shared).flat();
    return preferences.length > 0 ? [{ preferences, value: unit }] : [];
  });
  const gone = new Set<string>();
  const total = (option: string | undefined) =>
    papers.reduce((sum, { holder, value }) => (holder === option ? sum + value : sum), 0);
  return rounds.map(({ round, act, from, elected }) => {
    if (act === "exclusion") for (const option of from) gone.add(option);
    const moving = papers.filter(
      ({ holder }) =>
        act === "first-preferences" || (holder !== undefined && from.includes(holder)),
    );
    const surpluses = new Map(from.map((option) => [option, total(option)]));
    const sorted = moving.map((paper) => {
      const giver = paper.holder;
      if (act === "surplus") {
        const all = BigInt(surpluses.get(giver!)!);
        paper.value = Number(((all - BigInt(quota!)) * BigInt(paper.value)) / all);
      }
      paper.holder = paper.preferences.find((option) => !gone.has(option));
      return {
        ...(giver && { from: giver }),
        ...(paper.holder && { to: paper.holder }),
        value: paper.value,
      };
    });
    // A quota stays with whoever gave the surplus, in papers nobody looks at again.
    if (act === "surplus") for (const holder of from) papers.push(stay(holder, quota!));
    const votes = profile.options.map(total);
    for (const option of elected) gone.add(option);
    const exhausted = total(undefined);
    const remainder = ballotsOf(papers) * unit - votes.reduce((sum, it) => sum + it, exhausted);
    const transfers = grouped(sorted);
    return { round, act, from, transfers, votes, exhausted, remainder, elected };
  });
}

const stay = (holder: string, value: number): Paper => ({ preferences: [], holder, value });
const ballotsOf = (papers: Paper[]) =>
  papers.filter(({ preferences }) => preferences.length > 0).length;

/** Those that went the same way at the same value together, in an order of their own. */
export function grouped(moves: (Omit<Transfer, "ballots"> & { ballots?: number })[]): Transfer[] {
  const found = new Map<string, Transfer>();
  for (const { from, to, value, ballots = 1 } of moves) {
    const key = JSON.stringify([from, to, value]);
    const sum = (found.get(key)?.ballots ?? 0) + ballots;
    found.set(key, { ...(from && { from }), ...(to && { to }), value, ballots: sum });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, transfer]) => transfer);
}

/** Numerator and denominator. */
type Q = [bigint, bigint];
const q = ({ num, den }: { num: string; den: string }): Q => [BigInt(num), BigInt(den)];
const less = ([a, b]: Q, [c, d]: Q) => a * d < c * b;
const plus = ([a, b]: Q, [c, d]: Q): Q => q(exactFraction(a * d + c * b, b * d));
const minus = (a: Q, [c, d]: Q): Q => plus(a, [-c, d]);
const sumOf = (some: Q[]) => some.reduce(plus, [0n, 1n]);

/**
 * Pays for what equal shares bought, voter by voter, and says what each round took and what is left.
 * Only which options were bought, for how much `each`, and after how many steps is taken from the
 * report.
 */
export function replayShares(profile: Profile, seats: number, detail: EqualSharesDetail) {
  const voters = [...profile.ballots].flatMap(({ content, count }) =>
    content.kind === "approve" && content.options.length > 0
      ? Array.from({ length: count }, () => content.options)
      : [],
  );
  const supportersOf = (option: string) =>
    [...voters.keys()].filter((at) => voters[at]!.includes(option));
  const parts = BigInt(detail.parts);
  const number = BigInt(voters.length);
  const purseAfter = (steps: bigint) =>
    exactFraction(BigInt(seats) * (parts + steps), parts * (number || 1n));
  const purses = voters.map((): Q => q(purseAfter(BigInt(detail.steps))));
  const rounds = detail.rounds.map(({ option, each }, at) => {
    const own = supportersOf(option);
    const level = q(each);
    const poor = own.filter((voter) => less(purses[voter]!, level));
    const emptied = poor.filter((voter) => purses[voter]![0] > 0n);
    const emptiedPaid = sumOf(poor.map((voter) => purses[voter]!));
    const inFull = own.length - poor.length;
    for (const voter of own) {
      purses[voter] = poor.includes(voter) ? [0n, 1n] : minus(purses[voter]!, level);
    }
    const paid = plus(emptiedPaid, [BigInt(inFull) * level[0], level[1]]);
    return {
      paid: exactFraction(...paid),
      bill: {
        round: at + 1,
        option,
        supporters: own.length,
        each: exactFraction(...level),
        effectiveVotes: exactFraction(level[1], level[0]),
        inFull,
        emptied: emptied.length,
        emptiedPaid: exactFraction(...emptiedPaid),
        penniless: poor.length - emptied.length,
      },
    };
  });
  const bought = new Set(detail.rounds.map(({ option }) => option));
  const left = profile.options.filter((option) => !bought.has(option));
  return {
    voters: voters.length,
    approvals: profile.options.map((option) => ({ option, ballots: supportersOf(option).length })),
    purses: voters.length > 0 && {
      firstPurse: purseAfter(0n),
      purse: purseAfter(BigInt(detail.steps)),
    },
    rounds,
    notBought: left.flatMap((option) => {
      const own = supportersOf(option);
      const money = exactFraction(...sumOf(own.map((voter) => purses[voter]!)));
      return own.length > 0 ? [{ option, supporters: own.length, money }] : [];
    }),
  };
}
