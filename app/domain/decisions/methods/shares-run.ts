import { meetTie, type TieBreaker, type TieMet } from "../tie.ts";
import {
  compareOffers,
  moneyOf,
  type Offer,
  offerOf,
  payFor,
  type Purses,
  stepsToCatchUp,
  stepsToReach,
  stepsToRefill,
} from "./purses.ts";
import type { Classes, Supporters } from "./supporters.ts";

/** What one bought option took from its supporters; `purses` are those before. */
export type Purchase = { offer: Offer; purses: Purses };

/** One run of equal shares with purses of a given size, until nothing is affordable. */
export type Run = {
  purchases: Purchase[];
  /** Classes and purses when it ended. */
  classes: Classes;
  purses: Purses;
  ties: TieMet[];
  /** Options between which the declared rule did not choose though it mattered: the run ended there. */
  stuck?: string[];
  /** Purses may be raised by fewer steps than this without any other purchase; undefined: for ever. */
  steady?: bigint;
};

type State = {
  supporters: Supporters;
  tie: TieBreaker;
  /** Options that may be affordable, each with an offer that was true now or in an earlier round. */
  offers: Map<number, { offer: Offer; round: number }>;
  run: Run;
};

/**
 * Buys the affordable option that asks least of each of its supporters, and again (rules §3.3), until
 * none is affordable or `most` are bought. Purses only shrink, so an offer of an earlier round is a
 * lower bound: an option is looked at again only when that bound could make it the cheapest.
 */
export function runShares(
  supporters: Supporters,
  tie: TieBreaker,
  start: { classes: Classes; purses: Purses; most: number },
): Run {
  const run: Run = { purchases: [], classes: start.classes, purses: start.purses, ties: [] };
  const state: State = { supporters, tie, offers: new Map(), run };
  supporters.approvals.forEach((approvals, option) => {
    if (approvals > 0) look(state, option, 1);
  });
  for (let round = 1; round <= start.most; round += 1) {
    const cheapest = cheapestOf(state, round);
    const [first] = cheapest;
    if (!first) break;
    const taken = cheapest.length > 1 ? chooseBetween(state, cheapest, round) : first;
    if (!taken) break;
    limitSteps(state, taken, round);
    run.purchases.push({ offer: taken, purses: run.purses });
    state.offers.delete(taken.option);
    run.classes = run.classes.buying(taken.option);
    run.purses = payFor(taken, run.classes, run.purses);
  }
  return run;
}

/** Asks what an option would cost its supporters now; one they cannot pay is out for this run. */
function look(state: State, option: number, round: number): Offer | undefined {
  const { run } = state;
  const { purses } = run;
  const shares = run.classes.sharesOf(option);
  const money = moneyOf(shares, purses);
  if (money.at < purses.price) {
    state.offers.delete(option);
    limit(run, stepsToReach(money, purses.price));
    return undefined;
  }
  const offer = offerOf(option, shares, purses);
  state.offers.set(option, { offer, round });
  return offer;
}

/** The options with the most effective votes in this round. */
function cheapestOf(state: State, round: number): Offer[] {
  let cheapest: Offer[] = [];
  for (const [option, known] of state.offers) {
    const [best] = cheapest;
    if (best && compareOffers(known.offer, best) > 0) continue;
    const offer = known.round === round ? known.offer : look(state, option, round);
    if (!offer) continue;
    const against = best ? compareOffers(offer, best) : -1;
    if (against < 0) cheapest = [offer];
    else if (against === 0) cheapest.push(offer);
  }
  return cheapest.sort((a, b) => a.option - b.option);
}

/** Rules §3.6: more approvals, then the declared rule. Undefined where neither settles it. */
function chooseBetween(state: State, cheapest: Offer[], round: number): Offer | undefined {
  const { supporters, tie, run } = state;
  const named = (offers: Offer[]) => offers.map(({ option }) => supporters.options[option]!);
  const approvals = ({ option }: Offer) => supporters.approvals[option]!;
  const most = Math.max(...cheapest.map(approvals));
  const tied = cheapest.filter((offer) => approvals(offer) === most);
  if (tied.length < cheapest.length) {
    const fell = cheapest.toSorted((a, b) => approvals(b) - approvals(a));
    run.ties.push({
      place: "bought",
      round,
      between: named(cheapest),
      rule: "approvals",
      fell: named(fell),
    });
  }
  if (tied.length === 1) return tied[0];
  const met = meetTie(tie, "bought", named(tied), round);
  run.ties.push(met);
  if (met.fell !== "unsettled") {
    return tied.find(({ option }) => supporters.options[option] === met.fell[0]);
  }
  if (haveNoEffect(supporters, run, tied)) return tied[0];
  run.stuck = named(tied);
  return undefined;
}

/**
 * Where every voter who supports several of the tied options can pay for all of these, each is bought
 * at this price whatever the order: then the tie has no effect and needs no rule.
 */
function haveNoEffect({ groupsOf, sizes }: Supporters, run: Run, tied: Offer[]): boolean {
  const wanted = new Uint32Array(sizes.length);
  for (const { option } of tied) for (const group of groupsOf[option]!) wanted[group]! += 1;
  const [{ level, payers }] = tied as [Offer];
  return wanted.every((many, group) => {
    const { at } = run.purses.left[run.classes.classOf(group)]!;
    return many < 2 || at * payers >= BigInt(many) * level.at;
  });
}

/** How far purses may be raised before this purchase could turn out otherwise. */
function limitSteps(state: State, taken: Offer, round: number): void {
  const { run, offers } = state;
  stepsToRefill(taken, run.purses).forEach((steps) => limit(run, steps));
  for (const [option, known] of offers) {
    if (option === taken.option) continue;
    const bound = stepsToCatchUp(taken, known.offer);
    if (bound === undefined || !isSooner(bound, run.steady) || known.round === round) {
      limit(run, bound);
      continue;
    }
    // An old bound would end the stretch too early: the offer of today may be far dearer.
    const offer = look(state, option, round);
    if (offer) limit(run, stepsToCatchUp(taken, offer));
  }
}

function limit(run: Run, steps: bigint | undefined): void {
  if (steps !== undefined && isSooner(steps, run.steady)) run.steady = steps;
}

function isSooner(steps: bigint, than: bigint | undefined): boolean {
  return than === undefined || steps < than;
}
