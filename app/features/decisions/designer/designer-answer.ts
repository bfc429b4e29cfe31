import type { Refusal } from "#domain/kernel/result.ts";
import type { DecisionDraft, ElectorateCount, PastedLine } from "#wire/decision-designer.ts";

/** What a form of the designer gets back where it does not lead on to another page. */
export type DesignerAnswer = {
  refusal?: Refusal;
  /** What was typed and could not be kept: shown again, so that it can be mended. */
  typed?: Partial<DecisionDraft>;
  /** Whom an electorate picks, while it is being ticked. */
  picks?: ElectorateCount;
  /** What became of pasted register numbers. */
  pasted?: PastedLine[];
};
