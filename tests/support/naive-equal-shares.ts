import { exactFraction } from "#domain/kernel/exact-fraction.ts";
import type { Profile } from "#domain/decisions/profile.ts";
import type { TieBreaker } from "#domain/decisions/tie.ts";

/** A number as numerator and denominator, the plainest way. */
type Q = [bigint, bigint];
const minus = ([a, b]: Q, [c, d]: Q): Q => [a * d - c * b, b * d];
const plus = ([a, b]: Q, [c, d]: Q): Q => [a * d + c * b, b * d];
const compare = ([a, b]: Q, [c, d]: Q) => (a * d < c * b ? -1 : a * d > c * b ? 1 : 0);
const reduced = ([a, b]: Q): Q => {
  const { num, den } = exactFraction(a, b);
  return [BigInt(num), BigInt(den)];
};
const smaller = (a: Q, b: Q) => (compare(a, b) < 0 ? a : b);
const ONE: Q = [1n, 1n];

type Input = {
  profile: Profile;
  seats: number;
  tie: TieBreaker;
  parts?: number;
  raise?: boolean;
};

/** Equal shares as rules §3.3 writes it: voter by voter, one step after the other. */
export function naiveEqualShares({ profile, seats, tie, parts = 1_000, raise = true }: Input) {
  const voters = [...profile.ballots].flatMap(({ content, count }) =>
    content.kind === "approve" ? Array.from({ length: count }, () => content.options) : [],
  );
  const approvals = new Map(
    profile.options.map((option) => [option, voters.filter((v) => v.includes(option)).length]),
  );
  const electable = profile.options.filter((option) => approvals.get(option)! > 0);
  const at = (steps: number) => run(voters, profile.options, approvals, tie, purse(steps));
  const purse = (steps: number): Q => [
    BigInt(seats) * BigInt(parts + steps),
    BigInt(parts) * BigInt(voters.length),
  ];
  if (voters.length === 0) return { bought: [], prices: [], winners: [], steps: 0 };

  let steps = 0;
  let current = at(steps);
  while (raise && !current.stuck && current.bought.length < Math.min(seats, electable.length)) {
    const next = at(steps + 1);
    if (next.stuck || next.bought.length > seats) break;
    steps += 1;
    current = next;
  }
  const rest = profile.options
    .filter((option) => !current.bought.includes(option) && approvals.get(option)! > 0)
    .sort((a, b) => approvals.get(b)! - approvals.get(a)!);
  const filled = current.stuck ? { winners: [], tied: current.stuck } : fill(rest);
  const winners = [...current.bought, ...filled.winners];
  const { bought, prices } = current;
  return { bought, prices, winners, steps, ...(filled.tied && { tiedForLast: filled.tied }) };

  function fill(sorted: string[]): { winners: string[]; tied?: string[] } {
    const places = seats - current.bought.length;
    const last = sorted[places - 1];
    if (last === undefined || sorted.length === places) return { winners: sorted.slice(0, places) };
    const level = approvals.get(last)!;
    const clear = sorted.filter((option) => approvals.get(option)! > level);
    const tied = profile.options.filter((o) => sorted.includes(o) && approvals.get(o) === level);
    if (clear.length + tied.length === places) return { winners: [...clear, ...tied] };
    const order = tie.order(tied);
    return order
      ? { winners: [...clear, ...order.slice(0, places - clear.length)] }
      : { winners: clear, tied };
  }
}

function run(
  voters: string[][],
  options: readonly string[],
  approvals: Map<string, number>,
  tie: TieBreaker,
  purse: Q,
) {
  const purses = voters.map(() => purse);
  const bought: string[] = [];
  const prices: { num: string; den: string }[] = [];
  for (;;) {
    const offers = options
      .filter((option) => !bought.includes(option))
      .map((option) => ({ option, level: level(option) }))
      .filter((offer): offer is { option: string; level: Q } => offer.level !== undefined);
    if (offers.length === 0) return { bought, prices };
    const least = offers.reduce((low, { level }) => smaller(low, level), offers[0]!.level);
    const cheap = offers.filter((offer) => compare(offer.level, least) === 0);
    const most = Math.max(...cheap.map(({ option }) => approvals.get(option)!));
    const tied = cheap.map(({ option }) => option).filter((o) => approvals.get(o) === most);
    const next = choose(tied, least);
    if (next === undefined) return { bought, prices, stuck: tied };
    bought.push(next);
    prices.push(exactFraction(...least));
    voters.forEach((approved, at) => {
      if (!approved.includes(next)) return;
      purses[at] = reduced(minus(purses[at]!, smaller(purses[at]!, least)));
    });
  }

  function choose(tied: string[], each: Q): string | undefined {
    if (tied.length === 1) return tied[0];
    const drawn = tie.order(tied);
    if (drawn) return drawn[0];
    // Who supports several of them and can pay for all: then they are all bought, in any order.
    const anyOrder = voters.every((approved, at) => {
      const wanted = approved.filter((option) => tied.includes(option)).length;
      return wanted < 2 || compare([each[0] * BigInt(wanted), each[1]], purses[at]!) <= 0;
    });
    return anyOrder ? tied[0] : undefined;
  }

  /** The smallest r at which payments of min(purse, r) reach the price: r is tried between purses. */
  function level(option: string): Q | undefined {
    const own = voters.flatMap((approved, at) => (approved.includes(option) ? [purses[at]!] : []));
    own.sort(compare);
    if (compare(own.reduce(plus, [0n, 1n]), ONE) < 0) return undefined;
    let missing = ONE;
    for (const [at, purseOfOne] of own.entries()) {
      const each: Q = [missing[0], missing[1] * BigInt(own.length - at)];
      if (compare(each, purseOfOne) <= 0) return each;
      missing = reduced(minus(missing, purseOfOne));
    }
    return undefined;
  }
}
