import type { Fraction } from "../kernel/fraction.ts";
import { ceilingOf } from "../kernel/fraction.ts";
import type { Majority } from "./majority.ts";
import { carries, neededFor } from "./majority.ts";
import type { Margin } from "./margin.ts";
import { marginOf } from "./margin.ts";
import type { Holder, OneTenth } from "./one-tenth.ts";
import { checkOneTenth } from "./one-tenth.ts";
import type { ResolutionCounts, ResolutionOption } from "./options.ts";

/** A share of the electorate that must be present: in persons, or in shares issued to it. */
export type Quorum = Fraction & { unit: "persons" | "shares" };

/** What it takes to adopt a resolution (rules §1.5). Persons vote; shares count for a quorum only. */
export type ResolutionRule = {
  majority: Majority;
  quorum?: Quorum;
  /** A second meeting with the same agenda decides whatever is present. */
  secondMeeting: boolean;
  abstainInBase: false;
  /** The statutes give the chair a casting vote in a tie of a simple majority. */
  castingVote?: boolean;
};

export type ResolutionInput = {
  rule: ResolutionRule;
  counts: ResolutionCounts;
  /** Who may vote, frozen at the opening. */
  electorate: { persons: number; shares: number };
  /** Who of these is present or represented. */
  present: { persons: number; shares: number };
  /** Holders of mandates; others vote once and cannot pass the cap. */
  holders: readonly Holder[];
  /** What the chair voted, where the rule gives a casting vote. */
  chairVote?: ResolutionOption;
};

export type ResolutionOutcome = "adopted" | "rejected" | "not-quorate";

export type QuorumReport = {
  unit: "persons" | "shares";
  present: number;
  needed: number;
  total: number;
  reached: boolean;
};

/** The rule as it was applied, step by step; the interface makes sentences of it. */
export type Explanation =
  | { code: "no-quorum-asked" | "second-meeting" | "nothing-expressed" | "tie-not-adopted" }
  | {
      code: "quorum-reached" | "quorum-missed";
      unit: string;
      present: number;
      needed: number;
      total: number;
    }
  | { code: "abstentions-out"; abstain: number }
  | { code: "tie-casting-vote"; chair: ResolutionOption }
  | {
      code: "majority-reached" | "majority-missed";
      majority: Majority;
      for: number;
      expressed: number;
      /** The fewest votes for that carry among `expressed`. */
      needed: number;
    };

/**
 * `low-expression`: more abstained than spoke. `cap-not-applied`: fewer than ten votes.
 * `cap-exceeded`: a holder passed the tenth. `cap-decisive`: without the excess, the outcome could differ.
 */
export type ResolutionWarning =
  | "low-expression"
  | "cap-not-applied"
  | "cap-exceeded"
  | "cap-decisive";

/** A count, complete and repeatable. Whole numbers and strings only: it is stored and published. */
export type ResolutionReport = {
  method: "resolution";
  outcome: ResolutionOutcome;
  rule: ResolutionRule;
  counts: ResolutionCounts;
  /** For and against: the legal base. */
  expressed: number;
  /** Abstentions too. */
  voters: number;
  electorate: { persons: number; shares: number };
  present: { persons: number; shares: number };
  /** Legal percentages; missing where nothing was expressed. */
  ofExpressed?: { for: Fraction; against: Fraction };
  /** Percentages of all voters; missing where nobody voted. */
  ofVoters?: { for: Fraction; against: Fraction; abstain: Fraction };
  quorum?: QuorumReport;
  explanation: Explanation[];
  oneTenth: OneTenth;
  warnings: ResolutionWarning[];
  /** Empty where the quorum was missed: then `quorum` says how many lacked. */
  margin: Margin;
};

/** Counts a resolution. The same input always gives the same report. */
export function tallyResolution(input: ResolutionInput): ResolutionReport {
  const { rule, counts, electorate, present } = input;
  refuseImpossible([...Object.values(counts), electorate.persons, electorate.shares]);
  const expressed = counts.for + counts.against;
  const voters = expressed + counts.abstain;
  const quorum = quorumOf(input);
  const quorate = quorum?.reached ?? true;
  const tieCarries = rule.castingVote === true && input.chairVote === "for";
  const adopted = carries(rule.majority, counts, tieCarries);
  const oneTenth = checkOneTenth(voters, input.holders);

  return {
    method: "resolution",
    outcome: !quorate ? "not-quorate" : adopted ? "adopted" : "rejected",
    rule,
    counts,
    expressed,
    voters,
    electorate,
    present,
    ...sharesOf(counts, expressed, voters),
    ...(quorum ? { quorum } : {}),
    explanation: explain(input, quorum, adopted),
    oneTenth,
    warnings: warningsOf(input, oneTenth, adopted, tieCarries),
    margin: quorate
      ? marginOf(rule.majority, counts, tieCarries, Math.max(0, electorate.persons - voters))
      : {},
  };
}

function refuseImpossible(numbers: number[]): void {
  if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0)) {
    throw new RangeError("A count holds whole numbers from 0 up");
  }
}

function quorumOf({ rule, electorate, present }: ResolutionInput): QuorumReport | undefined {
  if (!rule.quorum || rule.secondMeeting) return undefined;
  const { unit } = rule.quorum;
  const total = electorate[unit];
  const needed = ceilingOf(rule.quorum, total);
  return { unit, present: present[unit], needed, total, reached: present[unit] >= needed };
}

function sharesOf(
  counts: ResolutionCounts,
  expressed: number,
  voters: number,
): Pick<ResolutionReport, "ofExpressed" | "ofVoters"> {
  const of = (num: number, den: number): Fraction => ({ num, den });
  return {
    ...(expressed > 0 && {
      ofExpressed: { for: of(counts.for, expressed), against: of(counts.against, expressed) },
    }),
    ...(voters > 0 && {
      ofVoters: {
        for: of(counts.for, voters),
        against: of(counts.against, voters),
        abstain: of(counts.abstain, voters),
      },
    }),
  };
}

function explain(
  input: ResolutionInput,
  quorum: QuorumReport | undefined,
  adopted: boolean,
): Explanation[] {
  const { rule, counts } = input;
  const first = quorumStep(rule, quorum);
  if (first.code === "quorum-missed") return [first];
  const { abstain } = counts;
  return [
    first,
    ...(abstain > 0 ? [{ code: "abstentions-out" as const, abstain }] : []),
    majorityStep(input, adopted),
  ];
}

function quorumStep(rule: ResolutionRule, quorum: QuorumReport | undefined): Explanation {
  if (!quorum) return { code: rule.quorum ? "second-meeting" : "no-quorum-asked" };
  const { reached, ...numbers } = quorum;
  return { code: reached ? "quorum-reached" : "quorum-missed", ...numbers };
}

function majorityStep({ rule, counts, chairVote }: ResolutionInput, adopted: boolean): Explanation {
  const expressed = counts.for + counts.against;
  if (expressed === 0) return { code: "nothing-expressed" };
  if (rule.majority === "simple" && counts.for === counts.against) {
    return rule.castingVote && chairVote && chairVote !== "abstain"
      ? { code: "tie-casting-vote", chair: chairVote }
      : { code: "tie-not-adopted" };
  }
  return {
    code: adopted ? "majority-reached" : "majority-missed",
    majority: rule.majority,
    for: counts.for,
    expressed,
    needed: neededFor(rule.majority, expressed),
  };
}

function warningsOf(
  { rule, counts, holders }: ResolutionInput,
  oneTenth: OneTenth,
  adopted: boolean,
  tieCarries: boolean,
): ResolutionWarning[] {
  const warnings: ResolutionWarning[] = [];
  if (counts.abstain > counts.for + counts.against) warnings.push("low-expression");
  const withMandates = holders.some((holder) => holder.mandates > 0);
  if (!oneTenth.applies && withMandates) warnings.push("cap-not-applied");
  if (oneTenth.excess === 0) return warnings;
  warnings.push("cap-exceeded");
  // The worst case: all of the excess lies on the side that won.
  const side = adopted ? "for" : "against";
  const without = { ...counts, [side]: Math.max(0, counts[side] - oneTenth.excess) };
  if (carries(rule.majority, without, tieCarries) !== adopted) warnings.push("cap-decisive");
  return warnings;
}
