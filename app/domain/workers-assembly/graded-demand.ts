import type { Language } from "../kernel/languages.ts";

/** A final text in one of the languages it exists in; `stale` where nobody has reviewed it since it changed. */
export type DemandText = {
  language: Language;
  sentence: string;
  paragraph: string;
  stale: boolean;
};

/** The ballots on one final text, counted at the close. Abstentions are cast and not votes (V1). */
export type AdoptionCount = { for: number; against: number; abstain: number };

/**
 * One demand that was debated, as the day left it: its last text, whether it was adopted, how it was
 * graded, and what was not agreed. Numbers alone; who said what is nowhere.
 */
export type GradedDemand = {
  proposalId: string;
  /** The language it was debated in comes first. */
  texts: readonly DemandText[];
  /** How many texts the debate made after the proposal's own: 0 where nothing was changed. */
  versions: number;
  /** More for than against among votes cast. */
  adopted: boolean;
  votes: AdoptionCount;
  /** Ballots by grade, from the worst ("reject", 0) to the best ("excellent", 5): rules 3.2.5. */
  grades: readonly number[];
  /** The majority grade; missing where nobody graded. */
  median?: number;
  /** Its place by majority judgment among all that were graded: 1, 2 … Equal ones share a place. */
  place: number;
  /** Objections that were not solved, in the words whose publication their author agreed to. */
  dissent: readonly { ground: "harms-aim" | "beyond-limits"; language: Language; text: string }[];
};

/** Grades of the last vote, from the worst: words are in the catalogue `workers-book`. */
export const DEMAND_GRADES = 6;
