import type { BallotDefinition } from "./ballot.ts";
import { type MethodName, METHODS } from "./registry.ts";

/** What says what ballots of a decision may say: its method with its settings, and its options. */
export type BallotRules = {
  method: MethodName;
  /** The rule of a resolution, or the method's settings. */
  rule: Record<string, unknown>;
  options: string[];
  /** The most options a ballot may approve, where the decision limits that. */
  maxChoices?: number | undefined;
  /** The fewest that a ballot which is not blank approves, where it asks for several. */
  minChoices?: number | undefined;
};

/**
 * What a ballot of this decision may say. In a vote by transfers each rank holds one option: a paper
 * with equal ranks would be worth nothing from there on (rules of the Scottish elections, 45 and 46).
 */
export function ballotOf(rules: BallotRules): BallotDefinition {
  const { method, rule, options, maxChoices, minChoices = 1 } = rules;
  const { shape } = METHODS[method];
  switch (shape) {
    case "grade":
      return { shape, options, grades: gradesOf(method, rule) };
    case "approve": {
      const most = Math.min(maxChoices ?? Infinity, mostMarks(method, rule), options.length);
      return {
        shape,
        options,
        ...(most < options.length ? { maxChoices: most } : {}),
        ...(minChoices > 1 ? { minChoices: Math.min(minChoices, most) } : {}),
      };
    }
    case "rank":
      return { shape, options, ...(isByTransfers(method) ? { strict: true } : {}) };
    default:
      return { shape, options };
  }
}

const isByTransfers = (method: MethodName) => method === "stv" || method === "irv";

function gradesOf(method: MethodName, rule: Record<string, unknown>): number {
  if (method !== "majority-judgment" && method !== "score") return 0;
  const read = METHODS[method].settings.parse(rule);
  return read.ok ? read.value.grades : METHODS[method].settings.defaults.grades;
}

function mostMarks(method: MethodName, rule: Record<string, unknown>): number {
  if (method !== "plurality-at-large") return Infinity;
  const read = METHODS[method].settings.parse(rule);
  return read.ok ? read.value.marks || read.value.seats : 1;
}
