import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import type { Electorate } from "../domain/decisions/electorate.ts";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { ResolutionReport, ResolutionRule } from "../domain/decisions/resolution.ts";
import type { BallotDefinition } from "../domain/decisions/ballot.ts";
import type { ReceiptNumbers } from "../domain/decisions/secret/receipt-words.ts";
import type { MarkChannel, Seal } from "../domain/decisions/secret/urn.ts";
import type { UrnCard } from "./secret-ballots.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

export const DECISION_COMMANDS = {
  /** A vote by name. `electorId` is the actor, or the legal person the actor represents. */
  "decision.cast": z.strictObject({ decisionId: id, electorId: id, optionId: keptText.max(40) }),
  "decision.open": z.strictObject({ decisionId: id, overrideReason: keptText.trim().max(500) }),
  "decision.close": z.strictObject({ decisionId: id }),
  "decision.publish": z.strictObject({ decisionId: id }),
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

/** A decision as a live session shows it. */
export type DecisionCard = {
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
  rule: ResolutionRule;
  /** ms since epoch. */
  openedAt?: number;
  closedAt?: number;
  /**
   * How many have voted, of how many entitled. Never how. In a secret vote 0 until it is closed:
   * `urn.issued` says how many took a ballot.
   */
  cast: number;
  entitled: number;
  /** Only once published (for the chair and scrutineers: once counted). */
  report?: ResolutionReport;
};

/** A decision in full, for the ballot page and the result page. */
export type DecisionPage = DecisionCard & {
  assembly: { id: string; slug: string; title: Translated };
  texts: Translated<{ title: string; text: string }>;
  options: { id: string; label: Translated }[];
  /** What a ballot may say. */
  ballot: BallotDefinition;
  authoritativeLanguages: string[];
  /** ISO date of the roll. */
  asOf?: string;
  electorate: Electorate;
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
