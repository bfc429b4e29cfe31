import { z } from "zod";
import {
  STANCES,
  type DecisionPhase,
  type Stance,
  type Standing,
} from "../domain/smartlab/decisions/consent.ts";
import {
  LAB_METHODS,
  MOST_OPTIONS,
  type LabMethod,
  type VoteOutcome,
} from "../domain/smartlab/decisions/lab-methods.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const text = (most: number) => keptText.trim().min(1).max(most);
const version = z.coerce.number().int().min(1);
const decisionId = id;

/** What an act on a decision of a group carries. */
export const LAB_DECISION_COMMANDS = {
  "lab.decision-propose": z
    .strictObject({
      labId: id,
      title: text(160),
      text: text(5_000),
      way: z.enum(["consent", ...LAB_METHODS]),
      /** One a line, where options are voted on. */
      choices: keptText
        .max(2_000)
        .default("")
        .transform((lines) =>
          lines.split(/\r?\n/).flatMap((line) => line.trim().slice(0, 160) || []),
        ),
    })
    .refine(({ way, choices }) => way !== "approval" || isChoice(choices)),
  "lab.decision-question": z.strictObject({ decisionId, text: text(1_000) }),
  "lab.decision-explain": z.strictObject({ questionId: id, text: text(2_000) }),
  "lab.decision-call": z.strictObject({ decisionId }),
  "lab.decision-stance": z
    .strictObject({
      decisionId,
      version,
      stance: z.enum(STANCES),
      reason: keptText.trim().max(2_000).default(""),
    })
    .refine(({ stance, reason }) => stance !== "objection" || reason !== ""),
  "lab.decision-amend": z.strictObject({ decisionId, version, text: text(5_000) }),
  "lab.decision-adopt": z.strictObject({ decisionId, version }),
  "lab.decision-withdraw": z.strictObject({ decisionId }),
  "lab.decision-vote": z.strictObject({
    decisionId,
    options: z.array(z.string().max(10)).max(MOST_OPTIONS).default([]),
  }),
  "lab.decision-count": z.strictObject({ decisionId }),
} as const;

function isChoice(choices: readonly string[]): boolean {
  const all = new Set(choices);
  return all.size === choices.length && all.size >= 2 && all.size <= MOST_OPTIONS;
}

export type LabDecisionCommands = {
  [K in keyof typeof LAB_DECISION_COMMANDS]: z.infer<(typeof LAB_DECISION_COMMANDS)[K]>;
};

export type LabDecisionResults = { "lab.decision-propose": { decisionId: string } };

/** Instants in ms. */
export type DecisionCard = {
  id: string;
  title: string;
  way: "consent" | "vote";
  phase: DecisionPhase;
  version: number;
  madeAt: number;
  endedAt?: number;
};

export type DecisionPage = {
  decision: DecisionCard & { by?: string; mine: boolean; method?: LabMethod; options: string[] };
  text: string;
  questions: { id: string; text: string; by?: string; answer?: string; answeredBy?: string }[];
  /** Of the present version. */
  stances: { name: string; stance: Stance; reason: string; mine: boolean }[];
  standing: Standing;
  earlier: { number: number; text: string; objections: { name: string; reason: string }[] }[];
  vote?: {
    /** How many have voted; what they chose shows after the count. */
    cast: number;
    people: number;
    mine?: string[];
    outcome?: VoteOutcome;
    ballots?: { name: string; options: string[] }[];
  };
};
