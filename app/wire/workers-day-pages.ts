import type { Language } from "../domain/kernel/languages.ts";
import type {
  AmendmentState,
  DebatedText,
  DebateStep,
  Ground,
  ObjectionState,
  WordKind,
} from "../domain/workers-assembly/debate.ts";
import type { DecisionPhase } from "../domain/decisions/phase.ts";
import type { AdoptionCount } from "../domain/workers-assembly/graded-demand.ts";
import type { EditionHead } from "./workers-assembly.ts";

/** Where and when a debate is held, and where it stands. Instants are ms since epoch. */
export type DebateCard = {
  id: string;
  /** P07, as the frozen list has it. */
  code: string;
  /** The order in which it was chosen. */
  place: number;
  language: Language;
  sentence: string;
  /** The language of the debate, where the sentence is a reviewed rendering of it. */
  renderedFrom?: Language;
  room: string;
  startsAt: number;
  minutes: number;
  plenaryMinutes: number;
  step: DebateStep;
  /** Somebody facilitates it; the name only where they wish it. */
  facilitated: boolean;
  facilitator?: string;
  /** The reader facilitates it. */
  mine?: boolean;
};

/** A vote of the day; its phase as long as there is one. */
export type DayVote = { decisionId: string; phase: DecisionPhase };

export type DayPage = {
  head: EditionHead;
  /** In the order of the day. */
  debates: DebateCard[];
  adoption?: DayVote;
  grading?: DayVote;
  rights: {
    /** Goes into the rooms: is on the roll, or in office there. */
    enter: boolean;
    coordinate: boolean;
  };
  /** What is missing before the votes can be drawn up; for who coordinates. */
  lacking?: Lacking;
};

export type Lacking = {
  /** Debates that are not over, by code. */
  unfinished: string[];
  /** Texts that nobody has reviewed since they changed. */
  unreviewed: { code: string; language: Language }[];
};

export type TextVersion = DebatedText & { version: number; reason: string };

/** The text in another language: `stale` where it is behind the last version or not reviewed. */
export type Rendering = DebatedText & {
  language: Language;
  ofVersion: number;
  reviewed: boolean;
  stale: boolean;
  /** Missing altogether: an empty text to write. */
  missing?: boolean;
  /** Written by the reader, who cannot review it. */
  mine?: boolean;
};

export type DebateWord = {
  number: number;
  kind: WordKind;
  language: Language;
  text: string;
  answer: string;
};

export type Amendment = DebatedText & {
  number: number;
  ofVersion: number;
  why: string;
  state: AmendmentState;
  answer: string;
  inVersion?: number;
  mine?: boolean;
  /** Numbers of open amendments that change the same words. */
  clashes: number[];
  /** What it makes of the last version, where that is not the one it was written on. */
  onLast?: DebatedText;
};

export type Objection = {
  number: number;
  ground: Ground;
  language: Language;
  because: string;
  ofVersion: number;
  state: ObjectionState;
  note: string;
  inVersion?: number;
  mine?: boolean;
};

export type DebatePage = {
  head: EditionHead;
  debate: DebateCard & {
    stepMinutes: number;
    stepSince?: number;
    revision: number;
  };
  /** The first is the frozen list's. */
  versions: TextVersion[];
  renderings: Rendering[];
  words: DebateWord[];
  amendments: Amendment[];
  objections: Objection[];
  /** How many were not solved and may not be quoted. */
  unquoted: number;
  /** The votes on the last text, once they are published. */
  outcome?: AdoptionCount & { adopted: boolean };
  rights: {
    /** Speaks in it: is on the roll. */
    speak: boolean;
    facilitate: boolean;
  };
};

/** The room of a debate: it tells that something happened, never what. */
export type DebateRoomView = { revision: number };
