/** The life of a decision. Each act leads from one phase to the next and never back. */
export const DECISION_PHASES = ["draft", "open", "closed", "counted", "published"] as const;
export type DecisionPhase = (typeof DECISION_PHASES)[number];

export type DecisionAct = "open" | "close" | "count" | "publish";

const TRANSITIONS: Record<DecisionAct, { from: DecisionPhase; to: DecisionPhase }> = {
  open: { from: "draft", to: "open" },
  close: { from: "open", to: "closed" },
  count: { from: "closed", to: "counted" },
  publish: { from: "counted", to: "published" },
};

/** The phase an act leads to, or undefined where the act has no place. */
export function nextPhase(phase: DecisionPhase, act: DecisionAct): DecisionPhase | undefined {
  const transition = TRANSITIONS[act];
  return transition.from === phase ? transition.to : undefined;
}
