/** One known make-up of the population: how many people each group has. */
export type KnownMargin = { margin: string; groups: Record<string, number> };

/** One answer by the groups its person said they belong to: {office: "liege"}. */
export type Grouped = Record<string, string | undefined>;

export type Weighting = {
  weights: number[];
  /** Kish's effective sample size, (Σw)² / Σw², and what weighting costs: n / effective. */
  effective: number;
  deff: number;
};

/** Why answers may not be weighted (rules 6.4). */
export type NoWeights = "no-margin" | "small-group" | "too-uneven";

const LEAST_IN_GROUP = 20;
const LIGHTEST = 0.3;
const HEAVIEST = 3;
/** Below half of the answers, weights would say more than people did. */
const LEAST_EFFECTIVE = 0.5;
/** Raking comes to rest within a few rounds; this many only where it never does. */
const ROUNDS = 100;
const AT_REST = 1e-9;

/**
 * Weights under which those who answered are made up as everybody is (raking, Deming and Stephan
 * 1940), trimmed to 0.3–3. They mend who answered, never why. Refused where a group has too few
 * answers or the weights leave less than half of them. Who did not say their group keeps 1.
 */
export function rake(
  answers: readonly Grouped[],
  known: readonly KnownMargin[],
): Weighting | { refused: NoWeights } {
  const lines = known.flatMap((margin) => groupsIn(answers, margin));
  if (lines.length === 0) return { refused: "no-margin" };
  if (lines.some(({ members }) => members.length < LEAST_IN_GROUP)) {
    return { refused: "small-group" };
  }
  const weights = answers.map(() => 1);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (adjust(weights, lines) < AT_REST) break;
  }
  const trimmed = weights.map((weight) => Math.min(HEAVIEST, Math.max(LIGHTEST, weight)));
  const { effective, deff } = effectiveSize(trimmed);
  if (effective < LEAST_EFFECTIVE * answers.length) return { refused: "too-uneven" };
  return { weights: trimmed, effective, deff };
}

/** Places of the answers of one group, and the sum their weights should have. */
type Line = { members: number[]; wanted: number };

function groupsIn(answers: readonly Grouped[], { margin, groups }: KnownMargin): Line[] {
  const size = Object.values(groups).reduce((sum, count) => sum + count, 0);
  const said = answers.filter((answer) => answer[margin] !== undefined).length;
  return Object.entries(groups)
    .filter(([, count]) => count > 0)
    .map(([group, count]) => ({
      members: answers.flatMap((answer, at) => (answer[margin] === group ? [at] : [])),
      wanted: (said * count) / size,
    }));
}

/** One turn over every group; answers how far the furthest of them was from its sum. */
function adjust(weights: number[], lines: readonly Line[]): number {
  let furthest = 0;
  for (const { members, wanted } of lines) {
    const sum = members.reduce((total, at) => total + weights[at]!, 0);
    const factor = wanted / sum;
    furthest = Math.max(furthest, Math.abs(factor - 1));
    for (const at of members) weights[at]! *= factor;
  }
  return furthest;
}

/** Kish's effective sample size and design effect (rules 6.4, V7). */
export function effectiveSize(weights: readonly number[]): { effective: number; deff: number } {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const effective = squares === 0 ? 0 : (sum * sum) / squares;
  return { effective, deff: effective === 0 ? 1 : weights.length / effective };
}
