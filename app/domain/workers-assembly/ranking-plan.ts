import { ballotOf } from "../decisions/ballot-of.ts";
import type { BallotDefinition } from "../decisions/ballot.ts";
import type { MethodName } from "../decisions/registry.ts";
import { proposalCode } from "./stage.ts";

/**
 * By what the proposals to debate may be chosen: approvals with equal shares, unless the assembly
 * decides otherwise before the list is frozen (rules 3.1).
 */
export const RANKING_METHODS = [
  "equal-shares",
  "schulze",
  "score",
  "majority-judgment",
] as const satisfies MethodName[];
export type RankingMethod = (typeof RANKING_METHODS)[number];

/** Who keeps the urn: as the coordination decides. */
export const RANKING_SEALS = ["scrutineers", "server"] as const;
export type RankingSeal = (typeof RANKING_SEALS)[number];

/** The most proposals that a ballot could be asked to approve. */
export const MOST_APPROVALS = 50;

/** How it will be chosen, as it is declared beforehand. Instants are ISO. */
export type RankingPlan = {
  method: RankingMethod;
  /** The fewest and the most approvals on a ballot that is not blank, with equal shares. */
  least: number;
  most: number;
  seal: RankingSeal;
  opensAt?: string;
  closesAt?: string;
};

/** Three to ten: a minimum wastes less of the purses, a maximum keeps a ballot readable (rules 3.2.2). */
export const DEFAULT_PLAN: RankingPlan = {
  method: "equal-shares",
  least: 3,
  most: 10,
  seal: "scrutineers",
};

/** Points are given from 0 to 10, grades from "to reject" to "excellent". */
const GRADES = { score: 11, "majority-judgment": 6 } as const;

/** The settings of the method for so many places. */
export function settingsOf(
  { method }: Pick<RankingPlan, "method">,
  seats: number,
): Record<string, string | number> {
  switch (method) {
    case "equal-shares":
      return { seats, parts: 1_000 };
    case "schulze":
      return { seats };
    case "score":
      return { seats, grades: GRADES.score, by: "sum" };
    case "majority-judgment":
      return { seats, grades: GRADES["majority-judgment"] };
  }
}

/** What a ballot will ask for. */
export function plannedBallot(
  plan: RankingPlan,
  seats: number,
  options: string[],
): BallotDefinition {
  return ballotOf({
    method: plan.method,
    rule: settingsOf(plan, seats),
    options,
    ...limitsOf(plan),
  });
}

/** How many options a ballot approves; nothing where it does not approve. */
export function limitsOf(plan: Pick<RankingPlan, "method" | "least" | "most">): {
  minChoices?: number;
  maxChoices?: number;
} {
  return plan.method === "equal-shares" ? { minChoices: plan.least, maxChoices: plan.most } : {};
}

/** What a proposal is called on the ballot, and in a lot: by the code that everybody reads. */
export const optionOf = proposalCode;
