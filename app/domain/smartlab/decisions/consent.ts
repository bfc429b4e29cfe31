import type { Result } from "../../kernel/result.ts";
import { ok, refuse } from "../../kernel/result.ts";

/** Consent: a proposal is adopted when nobody has a reasoned objection any more (rules §3). */
export const STANCES = ["consent", "aside", "objection"] as const;
export type Stance = (typeof STANCES)[number];

export const DECISION_PHASES = [
  "clarifying",
  "objecting",
  "adopted",
  "voting",
  "counted",
  "withdrawn",
] as const;
export type DecisionPhase = (typeof DECISION_PHASES)[number];

export type DecisionEvent = "call" | "amend" | "adopt" | "count" | "withdraw";

const MOVES: Record<DecisionPhase, Partial<Record<DecisionEvent, DecisionPhase>>> = {
  clarifying: { call: "objecting", amend: "clarifying", withdraw: "withdrawn" },
  // A new version asks everybody again.
  objecting: { amend: "objecting", adopt: "adopted", withdraw: "withdrawn" },
  voting: { count: "counted", withdraw: "withdrawn" },
  adopted: {},
  counted: {},
  withdrawn: {},
};

export function decisionAfter(phase: DecisionPhase, event: DecisionEvent): Result<DecisionPhase> {
  const to = MOVES[phase][event];
  return to ? ok(to) : refuse("wrong-phase");
}

export type Standing = {
  people: number;
  consent: number;
  aside: number;
  objection: number;
  /** Nobody objects, and more than half of the group has answered. */
  adoptable: boolean;
};

/** Where a version stands among the people of the group; who left counts no more. */
export function standingOf(people: number, stances: readonly Stance[]): Standing {
  const count = (stance: Stance) => stances.filter((one) => one === stance).length;
  const [consent, aside, objection] = [count("consent"), count("aside"), count("objection")];
  const answered = 2 * (consent + aside) > people;
  return { people, consent, aside, objection, adoptable: objection === 0 && answered };
}
