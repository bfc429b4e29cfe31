import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { BookSource } from "../domain/workers-assembly/book.ts";
import type { ProposalKind, Stage } from "../domain/workers-assembly/stage.ts";
import type { WallSearch } from "./proposals.ts";
import type { EditionHead } from "./workers-assembly.ts";

export type City = { id: string; name: string };

/** One workers' assembly in the list of them. Days are ISO. */
export type EditionCard = {
  slug: string;
  titles: Translated;
  stage: Stage;
  meetsOn?: string;
  place: string;
  /** How many proposals are open, or on the frozen list. */
  proposals: number;
};

export type EditionsPage = {
  editions: EditionCard[];
  page: number;
  pages: number;
  /** Campaigns in which the reader may begin one. */
  mayBegin: boolean;
};

/** The line of one: what is done, now, next. */
export type LinePage = {
  head: EditionHead;
  counts: { proposals: number; cities: number; languages: Language[] };
  frozen?: Frozen;
  /** How many of the management observe; how many could vote once the roll is closed. */
  observers: number;
  roll?: number;
  surveys: { slug: string; titles: Translated }[];
  previous?: { slug: string; titles: Translated };
  mine: {
    mayTakePart: boolean;
    /** What the reader wrote and is asked about: whether it goes on in another wording. */
    asked: { id: string; language: Language; sentence: string }[];
  };
};

export type Frozen = { hash: string; on: string };

/** A proposal as a list shows it, in the reader's language where it was reviewed in it. */
export type ProposalCard = {
  id: string;
  /** Missing before the list is frozen. */
  number?: number;
  kind: ProposalKind;
  theme: string;
  city: string;
  /** What merged wordings brought besides. */
  alsoThemes: string[];
  alsoCities: string[];
  /** The language it was written in, and the one it is shown in. */
  language: Language;
  shownIn: Language;
  sentence: string;
  paragraph: string;
  state: "open" | "merged" | "withdrawn";
  /** Missing before the list is frozen: nobody is to follow others. */
  supports?: number;
  chosenPlace?: number;
  mine?: "author" | "supporter";
};

export type WallPage = {
  head: EditionHead;
  search: WallSearch;
  proposals: ProposalCard[];
  total: number;
  /** All that are open, whatever one looks for. */
  whole: number;
  pages: number;
  cities: City[];
  languages: Language[];
  frozen?: Frozen;
  mayTakePart: boolean;
};

/** The fields of a proposal that name what it came from. */
export type SourceField = "demandId" | "labId" | "sessionId";

/** What a proposal begins from, as its form carries it and shows it. */
export type ProposalBeginning = {
  field: SourceField;
  id: string;
  text: string;
  language: Language;
  /** What is known of the proposal already. */
  theme?: string;
  city?: string;
};

/** Where one proposes. */
export type ProposePage = {
  head: EditionHead;
  cities: City[];
  /** The office of who reads. */
  city: string;
  from?: ProposalBeginning;
  /** Why the reader may not, where they may not. */
  why?: "stage" | "employer-side" | "observer" | "not-asked" | "not-signed-in";
};

export type Rendering = {
  language: Language;
  sentence: string;
  paragraph: string;
  /** Of the wording that holds, read by somebody else, or neither. */
  state: "reviewed" | "waits" | "stale";
  /** The reader wrote it: somebody else reviews it. */
  own: boolean;
};

/** One wording that is offered for several, as an author of one of them meets it. */
export type MergeOffer = {
  id: string;
  kind: ProposalKind;
  theme: string;
  city: string;
  language: Language;
  sentence: string;
  paragraph: string;
  note: string;
  /** The last day to answer. */
  answerBy: string;
  parts: Wording[];
  /** How many agreed of how many. */
  agreed: number;
  authors: number;
  /** The reader agreed already. */
  mine?: boolean;
};

export type Wording = {
  id: string;
  kind: ProposalKind;
  theme: string;
  language: Language;
  sentence: string;
  paragraph: string;
  city: string;
};

export type ProposalPage = {
  head: EditionHead;
  cities: City[];
  proposal: ProposalCard & { revision: number };
  /** In the language it was written in. */
  original: { sentence: string; paragraph: string };
  renderings: Rendering[];
  /** Languages in which it has to be read before the vote. */
  wanted: Language[];
  authors: number;
  sources: BookSource[];
  /** Wordings that go on in this one, and the one in which this goes on. */
  merged: Wording[];
  mergedInto?: { id: string; number?: number; language: Language; sentence: string };
  /** Its number in the ledger, once the board has it. */
  ledger?: number;
  /** Earlier wordings, the latest first. */
  versions: { revision: number; sentence: string; paragraph: string }[];
  offers: MergeOffer[];
  /** What the coordination asks of who wrote it. */
  questions: AuthorsQuestion[];
  rights: {
    support: boolean;
    change: boolean;
    withdraw: boolean;
    translate: boolean;
    review: boolean;
    ask: boolean;
  };
};

export type AuthorsQuestion = { id: string; question: string; answer: string };

export type Pair = { a: Wording; b: Wording; language: Language; score: number };

/** Where the coordination gathers what is alike and freezes the list. */
export type ProposalDesk = {
  head: EditionHead;
  cities: City[];
  /** The last search for proposals that are alike. */
  search?: {
    state: "waiting" | "running" | "done" | "failed";
    done: number;
    total: number;
    found: number;
  };
  pairs: Pair[];
  pairCount: number;
  page: number;
  pages: number;
  confirmed: Pair[];
  offers: MergeOffer[];
  /** Those for which one wording is written now, and others that may be put beside them. */
  writing?: { parts: Wording[]; beside: Wording[]; words: string };
  /** Texts that are missing or unread in a language of the assembly. */
  lacking: Lacking[];
  lackingCount: number;
  texts: number;
  textPages: number;
  answered: (AuthorsQuestion & { proposal: Wording })[];
  open: number;
  rollSize?: number;
  frozen?: Frozen;
  today: string;
};

export type Lacking = Wording & { in: Language; state: "missing" | "waits" | "stale" };
