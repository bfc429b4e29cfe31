import type { Report, Step } from "../report.ts";
import type { BallotTotals } from "../profile.ts";
import type { CountedRound, RoundAct, TransferCount } from "./transferable.ts";

/**
 * Papers that moved: `ballots` of them, each worth `value` parts now. `to` is missing where they
 * name nobody who continues, and `from` where they come out of the box.
 */
export type Transfer = { from?: string; to?: string; ballots: number; value: number };

/**
 * A round after what was done in it. `votes`, in the order of the options' list, with `exhausted`
 * (papers that name nobody else) and `remainder` (what rounding down left over), both added up from
 * the first round on, always make all ballots.
 */
export type TransferRound = {
  round: number;
  act: RoundAct;
  from: string[];
  transfers: Transfer[];
  votes: number[];
  exhausted: number;
  remainder: number;
  elected: string[];
};

/** Votes are whole numbers of parts, `unit` to a ballot; `quota`, where there is one, too. */
export type TransferDetail = { unit: number; quota?: number; rounds: TransferRound[] };

export type TransferStep = Step &
  (
    | { code: "first-preference-unclear"; ballots: number }
    | { code: "quota"; ballots: number; seats: number; quota: number }
    | { code: "majority"; round: number; option: string; votes: number; held: number }
    | { code: "reached-quota"; round: number; option: string; votes: number }
    | { code: "surplus-transferred"; round: number; option: string; surplus: number }
    | { code: "excluded"; round: number; option: string; votes: number }
    | { code: "last-places"; round: number; options: string[] }
    | { code: "count-stopped"; round: number; options: string[] }
  );

export type TransferReport<Name extends "stv" | "irv"> = Report<Name, TransferDetail, TransferStep>;

type Counted = {
  options: readonly string[];
  totals: BallotTotals;
  seats: number;
  unit: number;
  quota?: number;
  count: TransferCount;
};

/** The part of a report that tells a count by transfers, without its margin. */
export function reportTransfers<Name extends "stv" | "irv">(
  method: Name,
  { options, totals, seats, unit, quota, count }: Counted,
): Omit<TransferReport<Name>, "margin" | "explanation"> {
  const names = (places: readonly number[]) => places.map((place) => options[place]!);
  return {
    method,
    options: [...options],
    ballots: totals,
    seats,
    winners: names(count.elected),
    ...(count.stopped ? { tiedForLast: names(count.stopped) } : {}),
    order: count.order.map((group) => names(group.toSorted((a, b) => a - b))),
    ties: count.ties,
    detail: {
      unit,
      ...(quota === undefined ? {} : { quota }),
      rounds: count.rounds.map((round, at) => reportRound(options, round, at + 1)),
    },
  };
}

function reportRound(
  options: readonly string[],
  { act, from, movements, votes, exhausted, remainder, elected, last }: CountedRound,
  round: number,
): TransferRound {
  const name = (place: number) => options[place]!;
  const inOrder = movements.toSorted(
    (a, b) =>
      a.from - b.from || b.value - a.value || (a.to ?? options.length) - (b.to ?? options.length),
  );
  return {
    round,
    act,
    from: from.map(name),
    transfers: inOrder.map(({ from: giver, to, papers, value }) => ({
      ...(giver < options.length ? { from: name(giver) } : {}),
      ...(to === undefined ? {} : { to: name(to) }),
      ballots: papers,
      value,
    })),
    votes,
    exhausted,
    remainder,
    elected: [...elected, ...last].map(name),
  };
}

/** What happened round by round, in codes. */
export function explainTransfers(
  options: readonly string[],
  { rounds, stopped }: TransferCount,
  quota: number | undefined,
): TransferStep[] {
  const steps = rounds.flatMap((counted, at) =>
    explainRound(options, counted, rounds[at - 1], at + 1, quota),
  );
  if (!stopped) return steps;
  const left = stopped.map((place) => options[place]!);
  return [...steps, { code: "count-stopped", round: rounds.length + 1, options: left }];
}

function explainRound(
  options: readonly string[],
  { act, from, votes, elected, last }: CountedRound,
  before: CountedRound | undefined,
  round: number,
  quota = 0,
): TransferStep[] {
  const had = (place: number) => before?.votes[place] ?? 0;
  const done = from.map((place): TransferStep => {
    const option = options[place]!;
    return act === "surplus"
      ? { code: "surplus-transferred", round, option, surplus: had(place) - quota }
      : { code: "excluded", round, option, votes: had(place) };
  });
  const reached = elected.map(
    (place): TransferStep => ({
      code: "reached-quota",
      round,
      option: options[place]!,
      votes: votes[place]!,
    }),
  );
  if (last.length === 0) return [...done, ...reached];
  const names = last.map((place) => options[place]!);
  return [...done, ...reached, { code: "last-places", round, options: names }];
}
