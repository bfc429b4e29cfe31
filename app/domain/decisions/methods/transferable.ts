import type { TieBreaker, TieMet } from "../tie.ts";
import { byRounds, type Contest, settle } from "./earlier-rounds.ts";
import { type Movement, type PaperPiles, paperPiles } from "./paper-piles.ts";
import type { Papers } from "./papers.ts";

/** How votes are transferred. Votes are whole numbers of parts, `unit` to a ballot. */
export type TransferRules = {
  seats: number;
  unit: number;
  /** In parts; without one, options are excluded until no more than `seats` are left. */
  quota?: number;
};

/** What was done in a round and to whom. Several at once only where no rule prefers one. */
export type RoundAct = "first-preferences" | "surplus" | "exclusion";

/** A round of the count, after what was done in it. Options by place; votes in parts. */
export type CountedRound = {
  act: RoundAct;
  from: number[];
  movements: Movement[];
  votes: number[];
  /** All so far: votes on papers that name nobody else, and what rounding down left over. */
  exhausted: number;
  remainder: number;
  /** By reaching the quota, then those who take the last places because nobody else is left. */
  elected: number[];
  last: number[];
};

export type TransferCount = {
  rounds: CountedRound[];
  elected: number[];
  /** First to last; what nothing separated in one group. */
  order: number[][];
  ties: TieMet[];
  /** Who continued when a tie for exclusion that nothing settles ended the count. */
  stopped?: number[];
};

type Standing = "continuing" | "elected" | "excluded";

type Count = {
  rules: TransferRules;
  contest: Contest;
  piles: PaperPiles;
  standing: Standing[];
  votes: number[];
  exhausted: number;
  remainder: number;
  rounds: CountedRound[];
  elected: number[][];
  excluded: number[][];
};

/**
 * Counts papers by transfers (Scottish Local Government Elections Order 2007, rules 45 to 52): whoever
 * reaches the quota is elected; surpluses go on first, the largest first, on all papers of the
 * option at a reduced value; then whoever has the fewest votes is excluded. Where equal options
 * must be told apart, the latest round in which they differed decides, then the declared rule. If
 * that settles nothing: equal surpluses go on together; equal last ones are excluded together where
 * none of them could have overtaken anyone, and otherwise the count stops there.
 */
export function countTransfers(
  options: readonly string[],
  papers: Papers,
  rules: TransferRules,
  tie: TieBreaker,
): TransferCount {
  if (papers.counts.length === 0) return nothingCounted(options);
  const count: Count = {
    rules,
    contest: { options, tie, ties: [], history: [] },
    piles: paperPiles(papers, options.length),
    standing: options.map(() => "continuing"),
    votes: options.map(() => 0),
    exhausted: 0,
    remainder: 0,
    rounds: [],
    elected: [],
    excluded: [],
  };
  const first = count.piles.sortFirst(rules.unit, continues(count));
  closeRound(count, "first-preferences", [], first);
  let stopped = false;
  while (!isFilled(count) && !stopped) stopped = !nextRound(count);
  return resultOf(count, stopped);
}

/** Without a paper there is no round, and nobody takes a place for want of others. */
function nothingCounted(options: readonly string[]): TransferCount {
  const order = options.length > 0 ? [[...options.keys()]] : [];
  return { rounds: [], elected: [], order, ties: [] };
}

/** Transfers a surplus or excludes; false where a tie ends the count. */
function nextRound(count: Count): boolean {
  const surplus = withLargestSurplus(count);
  if (surplus.length > 0) {
    transferSurpluses(count, surplus);
    return true;
  }
  const lowest = withFewestVotes(count);
  if (lowest) exclude(count, lowest);
  return lowest !== undefined;
}

function withLargestSurplus({ votes, rules, contest, standing }: Count): number[] {
  const quota = rules.quota ?? Infinity;
  const over = placesIn(standing, "elected").filter((place) => votes[place]! > quota);
  const largest = Math.max(...over.map((place) => votes[place]!));
  const equal = over.filter((place) => votes[place] === largest);
  if (equal.length < 2) return equal;
  const settled = settle(contest, "transferred", equal);
  return "order" in settled ? settled.order.slice(0, 1) : settled.unsettled;
}

function transferSurpluses(count: Count, from: readonly number[]): void {
  const quota = count.rules.quota!;
  const movements: Movement[] = [];
  for (const option of from) {
    const total = count.votes[option]!;
    const surplus = total - quota;
    // Rule 48(3): surplus × value ÷ votes, any remainder ignored.
    const valueNow = (value: number) => Number((BigInt(surplus) * BigInt(value)) / BigInt(total));
    const moved = count.piles.move(option, valueNow, continues(count));
    count.votes[option] = quota;
    count.remainder += surplus - moved.reduce((sum, { papers, value }) => sum + papers * value, 0);
    movements.push(...moved);
  }
  closeRound(count, "surplus", from, movements);
}

function withFewestVotes(count: Count): number[] | undefined {
  const { votes, contest, standing } = count;
  const continuing = placesIn(standing, "continuing");
  const fewest = Math.min(...continuing.map((place) => votes[place]!));
  const equal = continuing.filter((place) => votes[place] === fewest);
  if (equal.length < 2) return equal;
  const settled = settle(contest, "excluded", equal);
  if ("order" in settled) return settled.order.slice(-1);
  return canLeaveTogether(count, continuing, settled.unsettled) ? settled.unsettled : undefined;
}

/** Whether whoever left first, the others would have left next: together they are still last. */
function canLeaveTogether(
  count: Count,
  continuing: readonly number[],
  equal: readonly number[],
): boolean {
  const others = continuing.filter((place) => !equal.includes(place));
  const together = equal.reduce((sum, place) => sum + count.votes[place]!, 0);
  return (
    others.length >= vacancies(count) && others.every((place) => count.votes[place]! > together)
  );
}

function exclude(count: Count, from: readonly number[]): void {
  for (const option of from) count.standing[option] = "excluded";
  count.excluded.push([...from]);
  const movements = from.flatMap((option) => {
    count.votes[option] = 0;
    return count.piles.move(option, (value) => value, continues(count));
  });
  closeRound(count, "exclusion", from, movements);
}

/** Credits what moved, elects whom that elects, and writes the round down. */
function closeRound(
  count: Count,
  act: RoundAct,
  from: readonly number[],
  movements: Movement[],
): void {
  const { votes, contest, rules } = count;
  for (const { to, papers, value } of movements) {
    if (to === undefined) count.exhausted += papers * value;
    else votes[to]! += papers * value;
  }
  contest.history.push([...votes]);
  const reached = placesIn(count.standing, "continuing").filter(
    (place) => votes[place]! >= (rules.quota ?? Infinity),
  );
  const elected = elect(count, reached);
  // Rule 52: those who are left take the places that are left.
  const left = placesIn(count.standing, "continuing");
  const last = left.length <= vacancies(count) ? elect(count, left) : [];
  const { exhausted, remainder } = count;
  count.rounds.push({
    act,
    from: [...from],
    movements,
    votes: [...votes],
    exhausted,
    remainder,
    elected,
    last,
  });
}

function elect(count: Count, places: readonly number[]): number[] {
  for (const place of places) count.standing[place] = "elected";
  const groups = byRounds(places, count.contest.history);
  count.elected.push(...groups);
  return groups.flat();
}

function resultOf(count: Count, stopped: boolean): TransferCount {
  const { rounds, contest, elected, excluded } = count;
  const left = placesIn(count.standing, "continuing");
  const waiting = stopped ? [left] : byRounds(left, contest.history);
  return {
    rounds,
    elected: elected.flat(),
    order: [...elected, ...waiting, ...excluded.reverse()],
    ties: contest.ties,
    ...(stopped ? { stopped: left } : {}),
  };
}

function vacancies({ rules, elected }: Count): number {
  return rules.seats - elected.flat().length;
}

function isFilled(count: Count): boolean {
  return vacancies(count) === 0 || !count.standing.includes("continuing");
}

function continues({ standing }: Count): (option: number) => boolean {
  return (option) => standing[option] === "continuing";
}

function placesIn(standings: readonly Standing[], standing: Standing): number[] {
  return [...standings.keys()].filter((place) => standings[place] === standing);
}
