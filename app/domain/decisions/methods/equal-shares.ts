import type { ExactFraction } from "../../kernel/exact-fraction.ts";
import type { CountingMethod } from "../counting-method.ts";
import { explainCount, type OutcomeMargin, type Report, type Step } from "../report.ts";
import { fillSeats, type FilledSeats, groupByNumber } from "../seats.ts";
import { placesOf } from "../profile.ts";
import { readSettings, wholeNumber } from "../settings.ts";
import { type TieBreaker } from "../tie.ts";
import { marginOfNothing } from "../turning-pairs.ts";
import { type Bill, billsOf, type Left, leftOf, purseAt } from "./shares-bills.ts";
import { type Completed, completeShares, type RaiseEnd } from "./shares-completion.ts";
import { readSupporters, type Supporters } from "./supporters.ts";

/** `parts`: purses are raised in steps of one such part of their first size (rules §3.3: 1000). */
export type EqualSharesSettings = { seats: number; parts: number };

/**
 * The price of every option is 1. `firstPurse` is what each of `voters` had at first, `purse` after
 * `steps` raises, which ended for the reason `end`. `completed`: elected by approvals for the places
 * that money did not fill.
 */
export type EqualSharesDetail = {
  voters: number;
  approvals: { option: string; ballots: number }[];
  firstPurse?: ExactFraction;
  purse?: ExactFraction;
  steps: string;
  parts: number;
  end: RaiseEnd;
  rounds: Bill[];
  completed: string[];
  notBought: Left[];
  vacant: number;
};

export type EqualSharesStep = Step &
  (
    | { code: "purses"; voters: number; seats: number; purse: ExactFraction }
    | { code: "purses-raised"; steps: string; parts: number; purse: ExactFraction }
    | ({ code: "bought" } & Bill)
    | { code: "next-raise-overshoots" | "next-raise-ties" }
    | { code: "tie-ends-it"; options: string[] }
    | { code: "completed-by-approvals"; option: string; ballots: number }
    | ({ code: "not-enough-money" } & Left)
    | { code: "vacant"; seats: number }
  );

export type EqualSharesReport = Report<"equal-shares", EqualSharesDetail, EqualSharesStep>;

/**
 * Approval with the Method of Equal Shares (D. Peters and P. Skowron, "Proportionality and the Limits
 * of Welfarism", EC 2020), all options at one price; rules §3.3. Voters share the price of what they
 * approve as evenly as their purses allow. Ballots without approvals are blank and bring no purse.
 * Options that nobody approves are not elected.
 */
export const equalShares: CountingMethod<"equal-shares", EqualSharesSettings, EqualSharesReport> = {
  name: "equal-shares",
  shape: "approve",
  settings: readSettings({
    seats: wholeNumber(1, 1, 200),
    parts: wholeNumber(1_000, 1, 1_000_000),
  }),
  tally(profile, settings, tie) {
    const supporters = readSupporters(profile);
    const completed = completeShares(supporters, tie, settings);
    const filled = fillPlaces(supporters, completed, settings.seats, tie);
    const detail = detailOf(supporters, completed, settings, filled);
    return {
      method: "equal-shares",
      options: [...profile.options],
      ballots: supporters.ballots,
      seats: settings.seats,
      ...filled,
      margin: marginOf(supporters, settings.seats, filled.winners),
      explanation: explainCount(supporters.ballots, () =>
        explain(supporters, settings, filled, detail),
      ),
      detail,
    };
  },
};

/** What was bought, then the most approved of the others where purses could not be raised further. */
function fillPlaces(
  { options, approvals }: Supporters,
  { run, stuckRun }: Completed,
  seats: number,
  tie: TieBreaker,
): FilledSeats {
  const bought = run.purchases.map(({ offer }) => offer.option);
  const places = options.map((_, place) => place).filter((place) => !bought.includes(place));
  const groups = groupByNumber(
    places.map((place) => options[place]!),
    places.map((place) => approvals[place]!),
  );
  const at = placesOf(options);
  const isApproved = ([option]: string[]) => approvals[at.get(option!)!]! > 0;
  const electable = run.stuck ? 0 : groups.filter(isApproved).length;
  const rest = fillSeats(groups, seats - bought.length, tie, electable);
  const tiedForLast = run.stuck ?? rest.tiedForLast;
  const winners = bought.map((place) => options[place]!);
  const stuckTies = stuckRun?.ties.slice(-1) ?? [];
  return {
    winners: [...winners, ...rest.winners],
    ...(tiedForLast ? { tiedForLast } : {}),
    order: [...winners.map((option) => [option]), ...rest.order],
    ties: [...run.ties, ...stuckTies, ...rest.ties],
  };
}

function detailOf(
  supporters: Supporters,
  { run, steps, end }: Completed,
  { seats, parts }: EqualSharesSettings,
  { winners, tiedForLast }: FilledSeats,
): EqualSharesDetail {
  const { options, approvals, ballots } = supporters;
  const voters = ballots.counted;
  const purses = voters > 0 && {
    firstPurse: purseAt(seats, voters, parts, 0n),
    purse: purseAt(seats, voters, parts, steps),
  };
  return {
    voters,
    approvals: options.map((option, place) => ({ option, ballots: approvals[place]! })),
    ...purses,
    steps: String(steps),
    parts,
    end,
    rounds: billsOf(supporters, run),
    completed: winners.slice(run.purchases.length),
    notBought: leftOf(supporters, run),
    vacant: tiedForLast ? 0 : seats - winners.length,
  };
}

function explain(
  { approvals, options }: Supporters,
  { seats }: EqualSharesSettings,
  { tiedForLast = [] }: FilledSeats,
  detail: EqualSharesDetail,
): EqualSharesStep[] {
  const { voters, firstPurse, purse, steps, parts, end } = detail;
  const open: EqualSharesStep[] = [];
  if (firstPurse) open.push({ code: "purses", voters, seats, purse: firstPurse });
  if (purse && steps !== "0") open.push({ code: "purses-raised", steps, parts, purse });
  const close: EqualSharesStep[] = [];
  if (end === "overshoot") close.push({ code: "next-raise-overshoots" });
  if (end === "tie-at-next-step") close.push({ code: "next-raise-ties" });
  if (end === "tie") close.push({ code: "tie-ends-it", options: [...tiedForLast] });
  return [
    ...open,
    ...detail.rounds.map((bill) => ({ code: "bought" as const, ...bill })),
    ...close,
    ...detail.completed.map((option) => ({
      code: "completed-by-approvals" as const,
      option,
      ballots: approvals[options.indexOf(option)]!,
    })),
    ...detail.notBought
      .filter(({ option }) => !detail.completed.includes(option) && !tiedForLast.includes(option))
      .map((left) => ({ code: "not-enough-money" as const, ...left })),
    ...(detail.vacant > 0 ? [{ code: "vacant" as const, seats: detail.vacant }] : []),
  ];
}

/**
 * A bound that holds whatever the others do: voters who approve one option only, and whose first
 * purses together pay for it, have nothing else to spend them on, so it is bought. As many ballots
 * changed to approve just one loser therefore elect it.
 */
function marginOf(supporters: Supporters, seats: number, winners: string[]): OutcomeMargin {
  const { options, ballots, groupsOf, sizes, approvals } = supporters;
  if (ballots.counted === 0) return marginOfNothing(ballots.blank);
  const approvedOnes = new Uint32Array(sizes.length);
  for (const groups of groupsOf) for (const group of groups) approvedOnes[group]! += 1;
  const needed = Math.ceil(ballots.counted / seats);
  const won = new Set(winners);
  let changed = Infinity;
  options.forEach((option, place) => {
    if (won.has(option)) return;
    let alone = 0;
    if (approvals[place]! > 0) {
      for (const group of groupsOf[place]!) if (approvedOnes[group] === 1) alone += sizes[group]!;
    }
    changed = Math.min(changed, Math.max(1, needed - alone));
  });
  return changed === Infinity ? { exact: true } : { changed, exact: changed === 1 };
}
