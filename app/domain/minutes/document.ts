import type { Translated } from "../kernel/languages.ts";
import type { ResolutionReport } from "../decisions/resolution.ts";
import type { Reconciliation } from "./reconciliation.ts";

/** Persons and shares. */
export type Weight = { persons: number; shares: number };

/** A role at the table of the assembly, and who held it. */
export type BureauSeat = { capacity: "chair" | "secretary" | "scrutineer"; name: string };

/** One vote as the minutes keep it. */
export type MinutedVote = {
  decisionId: string;
  /** Of the agenda; missing for a vote that hangs on no item. */
  itemId?: string;
  position: number;
  /** In every language in which it was put to the vote. */
  texts: Translated<{ title: string; text: string }>;
  legalBasis: string;
  legalChannel: string;
  ballotKind: "named" | "secret";
  /** Why it was opened on values of the statutes that nobody had verified. */
  overrideReason?: string;
  /** Annulled: it was never counted, for this reason. */
  annulled?: string;
  /** The annulled vote that this one repeats. */
  repeats?: string;
  /** ISO instants of the server's clock. */
  openedAt: string;
  closedAt?: string;
  /** Taken when the vote opened and when it closed; `represented` are among those present. */
  quorum: { electorate: Weight; opened?: Presence; closed?: Presence };
  /** One of both, once the result is published. */
  report?: ResolutionReport;
  outcome?: MinutedOutcome;
  reconciliation?: Reconciliation;
};

/** The result of an election, in names; its full report stands on its own page. */
export type MinutedOutcome = {
  winners: { id: string; label: Translated }[];
  tied: { id: string; label: Translated }[];
  seats?: number;
  ballots: { cast: number; blank: number; invalid: number; counted: number };
};

export type Presence = Weight & { represented?: Weight };

/** A question that was answered, or is owed an answer. Names only where the asker showed theirs. */
export type MinutedQuestion = {
  number?: number;
  kind: "statutory" | "open" | "practical";
  language: string;
  text: string;
  author?: string;
  state: "answered_oral" | "owed_written" | "answered_written" | "refused" | "open";
  answer?: string;
  answerOwner?: string;
  /** ISO date. */
  answerDueOn?: string;
  refusalReason?: string;
};

export type MinutedItem = {
  id: string;
  position: number;
  purpose: "inform" | "debate" | "decide";
  title: Translated;
  /** Documents that were put before the assembly. */
  documents: { title: string; language: string; authoritative: boolean }[];
  questions: MinutedQuestion[];
  votes: MinutedVote[];
};

/** What went wrong, as it was noted on the stage, and what was done because of it. */
export type MinutedIncident = {
  kind: string;
  act: string;
  /** ISO instant. */
  at: string;
  text: string;
  site?: string;
  /** The vote that it concerned. */
  decisionId?: string;
};

/** How the assembly was convened; absent where another way than ours was used. Days are ISO. */
export type MinutedConvocation = {
  sentOn: string;
  byMail: number;
  byPost: number;
  /** Mails that came back and were followed by a letter. */
  returned: number;
  /** The last day on which letters were handed to the post. */
  postedOn?: string;
  /** SHA-256 of the text, by language. */
  hashes: Translated;
  /** Slips of the pen that were corrected since, each whole. */
  errata: { before: string; after: string }[];
};

/** Everything the record knows of one assembly (rules §1.9). Facts alone, no sentence. */
export type MinutesRecord = {
  assembly: {
    id: string;
    slug: string;
    kind: string;
    title: Translated;
    /** ISO date. */
    day: string;
    /** ISO instants; opened and closed as the chair did it. */
    startsAt: string;
    openedAt?: string;
    closedAt?: string;
    place: string;
    /** Languages whose texts make law; others inform. */
    authoritativeLanguages: string[];
    /** ISO date. */
    rollAsOf?: string;
  };
  convocation?: MinutedConvocation;
  sites: { name: string; city: string; kind: string; persons: number }[];
  bureau: BureauSeat[];
  roll: Weight;
  /** On the roll and there at some moment, in person or represented. */
  attended: { inPerson: Weight; represented: Weight; guests: number };
  items: MinutedItem[];
  /** Questions and votes that hang on no item. */
  loose: { questions: MinutedQuestion[]; votes: MinutedVote[] };
  incidents: MinutedIncident[];
};

/** The parts of minutes that a secretary words; an item of the agenda is `item:<id>`. */
export type SectionKey =
  | "opening"
  | "bureau"
  | "convocation"
  | "attendance"
  | `item:${string}`
  | "loose"
  | "incidents"
  | "closing";

export type MinutesSection = {
  key: SectionKey;
  title: string;
  /** Paragraphs apart by an empty line. */
  text: string;
};

/**
 * The texts of a vote that minutes in a language show: that language first, then those that make
 * law. Translations that only inform stay in the record.
 */
export function textsInLaw<T>(
  texts: Translated<T>,
  language: string,
  authoritative: readonly string[],
): [language: string, text: T][] {
  const shown = Object.entries(texts).filter(
    ([one]) => one === language || authoritative.includes(one),
  );
  const chosen = shown.length > 0 ? shown : Object.entries(texts);
  return chosen.sort(([a], [b]) => Number(b === language) - Number(a === language));
}

/** Minutes as they are frozen and hashed: the record, and the words, in one language. */
export type MinutesDocument = {
  format: "palabre-minutes-1";
  language: string;
  record: MinutesRecord;
  sections: MinutesSection[];
};
