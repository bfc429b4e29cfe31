import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import type { MinutedOutcome, MinutesDocument, SectionKey } from "../domain/minutes/document.ts";
import type { Reconciliation } from "../domain/minutes/reconciliation.ts";
import type { ResolutionReport } from "../domain/decisions/resolution.ts";
import type { QuestionState } from "../domain/live-session/question.ts";
import type { RefusalReason } from "../domain/live-session/question.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const section = z
  .string()
  .regex(/^(opening|bureau|convocation|attendance|loose|incidents|closing|item:[0-9a-f-]{36})$/);
const revision = z.coerce.number().int().min(0);

/** The end of the day: results on all screens, and the minutes. */
export const MINUTES_COMMANDS = {
  /** A published result stands on every screen again; publishing does it by itself. */
  "result.show": z.strictObject({ decisionId: id }),
  "result.clear": z.strictObject({ assemblyId: id }),
  "minutes.begin": z.strictObject({ assemblyId: id, language: z.enum(LANGUAGES) }),
  /** `revision`: of the text that was on the page, 0 for the drafted one. */
  "minutes.write": z.strictObject({
    assemblyId: id,
    section,
    revision,
    text: keptText.max(20_000),
  }),
  /** The drafted text takes the place of the secretary's. */
  "minutes.redraft": z.strictObject({ assemblyId: id, section, revision }),
  /** `revision`: of the whole, as it was read before it was frozen. */
  "minutes.freeze": z.strictObject({ assemblyId: id, revision }),
  /** `hash`: of what was read. */
  "minutes.sign": z.strictObject({ assemblyId: id, hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  "minutes.add": z.strictObject({
    assemblyId: id,
    text: keptText.trim().min(3).max(10_000),
  }),
} as const;

export type DraftedSection = {
  key: SectionKey;
  title: string;
  text: string;
  /** 0 while the drafted text stands; then how often the secretary wrote another. */
  revision: number;
};

export type Addendum = { position: number; text: string; author: string; at: string; hash: string };
export type Signature = {
  name: string;
  capacity: "chair" | "secretary" | "scrutineer" | "member";
  /** ISO instant. */
  at: string;
};

/** `/assembly/:slug/minutes`. */
export type MinutesPage = {
  assembly: { id: string; slug: string; title: Translated; phase: string };
  may: { write: boolean; sign: boolean };
  /** Languages in which the assembly's minutes make law. */
  languages: Language[];
} & (
  | { state: "none" }
  | {
      state: "draft";
      revision: number;
      document: MinutesDocument;
      sections: DraftedSection[];
      /** What still keeps them from being frozen. */
      waiting: { open: boolean; votes: number };
    }
  | {
      state: "frozen";
      document: MinutesDocument;
      hash: string;
      /** ISO instant. */
      frozenAt: string;
      addenda: Addendum[];
      signatures: Signature[];
      signed: boolean;
    }
);

/** Minutes in an open format: everything somebody needs to check the fingerprints again. */
export type MinutesFile = {
  document: MinutesDocument;
  /** SHA-256 of the document's canonical JSON, hexadecimal; missing from a draft. */
  hash?: string;
  frozenAt?: string;
  addenda: Addendum[];
  signatures: Signature[];
};

/** One vote of the reconciliation sheet. */
export type ReconciledVote = {
  decisionId: string;
  title: Translated;
  ballotKind: "named" | "secret";
  sheet: Reconciliation;
  addsUp: boolean;
};

/** `/assembly/:slug/recap`: the day of one person. Never how they voted. */
export type RecapPage = {
  assembly: { id: string; slug: string; title: Translated; day: string; phase: string };
  /** ISO instants; several where somebody went and came back. */
  presence: { from: string; to?: string; site?: string }[];
  questions: {
    id: string;
    number?: number;
    text: string;
    language: Language;
    state: QuestionState;
    /** Of the question into which it was merged. */
    mergedInto?: number;
    answer?: string;
    answerOwner?: string;
    answerDueOn?: string;
    refusalReason?: RefusalReason;
  }[];
  /** Every vote of the day, and for whom a ballot of this person's was taken. */
  votes: {
    decisionId: string;
    title: Translated;
    phase: string;
    ballotKind: "named" | "secret";
    voted: {
      name: string;
      self: boolean;
      way: "online" | "assisted" | "paper" | "no_script" | "mandate";
    }[];
    report?: ResolutionReport;
    outcome?: MinutedOutcome;
  }[];
  /** Whether the minutes are frozen and can be read. */
  minutes: boolean;
};
