import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import type { ShownElectorate } from "../domain/decisions/electorate.ts";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { BallotDefinition } from "../domain/decisions/ballot.ts";
import type { AnyReport, MethodName } from "../domain/decisions/registry.ts";
import type { ResolutionReport, ResolutionRule } from "../domain/decisions/resolution.ts";
import type { DeclaredTieRule } from "../domain/decisions/tie-declared.ts";
import type { ReceiptNumbers } from "../domain/decisions/secret/receipt-words.ts";
import type { MarkChannel, Seal } from "../domain/decisions/secret/urn.ts";
import type { UrnCard } from "./secret-ballots.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** Characters of a ballot by name; thousands of ranked options fit. */
const MAX_CONTENT = 16_000;

export const DECISION_COMMANDS = {
  /**
   * A vote by name. `electorId` is the actor, or the legal person the actor represents. What it
   * says is canonical `content` (app/domain/decisions/ballot.ts) or, for short, the one option chosen.
   */
  "decision.cast": z
    .strictObject({
      decisionId: id,
      electorId: id,
      optionId: keptText.max(40).optional(),
      content: keptText.min(1).max(MAX_CONTENT).optional(),
    })
    .refine(({ optionId, content }) => (optionId === undefined) !== (content === undefined)),
  "decision.open": z.strictObject({ decisionId: id, overrideReason: keptText.trim().max(500) }),
  /** `reason`: why it closes before everybody who follows from elsewhere has heard of it. */
  "decision.close": z.strictObject({
    decisionId: id,
    reason: keptText.trim().max(500).optional(),
  }),
  "decision.publish": z.strictObject({ decisionId: id }),
  /** The seed of a lot drawn in public, as it was read out; a counted tie is settled with it. */
  "decision.draw-lot": z.strictObject({
    decisionId: id,
    seed: keptText.trim().min(1).max(200),
  }),
  /** The casting vote: the tied options, the preferred one first. */
  "decision.cast-tie": z.strictObject({
    decisionId: id,
    order: z.array(keptText.max(40)).min(2).max(1_000),
  }),
  /** A rehearsal goes back to a draft: its ballots and its count are gone. */
  "decision.reset": z.strictObject({ decisionId: id }),
} as const;

/**
 * A secret ballot from a page without JavaScript: mark and ballot in one request, which weakens the
 * secret; it cannot be changed after. `content` is canonical (app/domain/decisions/ballot.ts).
 */
export const CAST_WITHOUT_SCRIPT = z.strictObject({
  decisionId: id,
  electorId: id,
  content: keptText.min(1).max(4_000),
});
export type CastWithoutScript = z.infer<typeof CAST_WITHOUT_SCRIPT>;

/** The receipt of a ballot that was sealed by the server: its four words, by number. */
export type SealedReceipt = { words: ReceiptNumbers };

/** The torn-off part of a ballot: proves that it was taken, not what it says. */
export type CastResult = {
  receipt: string;
  /** 1 for a first vote, then one more at each change. */
  revision: number;
  /** ISO instant. */
  castAt: string;
};

/** Settings of a counting method other than a resolution, as its `settings.parse` reads them. */
export type MethodSettings = Record<string, string | number | number[]>;

/** A counting method that elects, chooses or grades options of the decision's own. */
export type ElectionMethod = Exclude<MethodName, "resolution">;

/** A count by such a method. */
export type ElectionReport = Exclude<AnyReport, ResolutionReport>;

export type LabelledOption = { id: string; label: Translated };

/** Who was elected, in a line; the full report is the result page's (DecisionReport). */
export type ElectionOutcome = {
  winners: LabelledOption[];
  /** Equal for the places left, where nothing settled it yet. */
  tied: LabelledOption[];
  /** Missing where the method only grades or orders. */
  seats?: number;
  ballots: { cast: number; blank: number; invalid: number; counted: number };
};

/** By what a decision is counted. */
export type Ruled =
  | { method: "resolution"; rule: ResolutionRule }
  | { method: ElectionMethod; rule: MethodSettings };

/** A tie that a count met and that waits for the rule declared beforehand. */
export type WaitingTie = { rule: "lot" | "casting"; between: LabelledOption[] };

/** A decision as a live session shows it. */
export type DecisionCard = Ruled & {
  /** The count of a resolution, once published (for the chair and scrutineers: once counted). */
  report?: ResolutionReport;
  /** The same of every other method, in a line. */
  outcome?: ElectionOutcome;
  id: string;
  itemId?: string;
  position: number;
  phase: DecisionPhase;
  title: Translated;
  legalBasis: string;
  legalChannel: string;
  ballotKind: "named" | "secret";
  /** Who holds the urn's key; "none" for a vote by name. */
  seal: Seal;
  /** For a secret vote alone. */
  urn?: UrnCard;
  mayChange: boolean;
  /** What settles a tie, declared beforehand. */
  tieRule: DeclaredTieRule;
  /** For those who see the count: nothing is published while it waits. */
  waitingTie?: WaitingTie;
  /** The seed that was drawn in public, where there was a lot. */
  tieSeed?: string;
  /** Counts for nothing, and may be done again. */
  rehearsal: boolean;
  /** ms since epoch: when the vote opens and closes by itself, if it does. */
  opensAt?: number;
  closesAt?: number;
  /** ms since epoch: when it did. */
  openedAt?: number;
  closedAt?: number;
  /** ms since epoch: suspended, it takes no ballot; annulled, it is never counted. */
  suspendedAt?: number;
  annulledAt?: number;
  annulReason?: string;
  /** The annulled vote that this one repeats. */
  repeats?: string;
  /** ms since epoch: the chair promised to keep it open until then. */
  holdUntil?: number;
  /**
   * How many have voted, of how many entitled. Never how. In a secret vote 0 until it is closed:
   * `urn.issued` says how many took a ballot.
   */
  cast: number;
  entitled: number;
};

/** A decision in full, for the ballot page and the result page. */
export type DecisionPage = DecisionCard & {
  assembly: { id: string; slug: string; title: Translated };
  texts: Translated<{ title: string; text: string }>;
  /** In the declared order. */
  options: LabelledOption[];
  /**
   * The options' ids as this reader's ballot shows them: for each person another order, the same at
   * every visit (app/domain/decisions/option-order.ts). A resolution keeps the declared one.
   */
  optionOrder: string[];
  /** What a ballot may say. */
  ballot: BallotDefinition;
  authoritativeLanguages: string[];
  /** ISO date of the roll. */
  asOf?: string;
  electorate: ShownElectorate;
  /** The statute profile it rests on; `unverified` names the blocking values nobody has checked. */
  profile: {
    version: string;
    article: string;
    status: "verified" | "assumed";
    unverified: string[];
  };
};

/** Somebody this reader may vote for: themselves, or a legal person they represent. */
export type ElectorView = {
  id: string;
  name: string;
  self: boolean;
  entitled: boolean;
  /** That a ballot was cast, never which. */
  ballot?: CastResult;
  /**
   * In a secret vote: that a ballot was taken in this name. `batch` is 0 before the first vote,
   * missing while a latecomer waits and where no credential was issued.
   */
  mark?: { channel: MarkChannel; batch?: number };
};
