import { z } from "zod";
import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { Finding } from "../domain/ledger/check.ts";
import {
  ADDRESSEES,
  type Addressee,
  ITEM_KINDS,
  type ItemEvent,
  type ItemKind,
  type ItemState,
  type Outcome,
  type Progress,
  type Standing,
} from "../domain/ledger/life.ts";
import type { LinkKind } from "../domain/ledger/links.ts";
import type { BookSource } from "../domain/workers-assembly/book.ts";
import type { Sections } from "../domain/ledger/sections.ts";
import { STANDING_FILTERS } from "../domain/ledger/filters.ts";
import { keptText } from "./text.ts";

const line = (most: number) => keptText.trim().max(most);
const page = z.coerce.number().int().min(1).max(1_000).catch(1);

/** What one looks for in the ledger; empty is any. */
export const itemSearch = z.object({
  kind: z.enum(["", ...ITEM_KINDS]).catch(""),
  standing: z.enum(["", ...STANDING_FILTERS]).catch(""),
  theme: line(80).catch(""),
  city: line(80).catch(""),
  group: line(80).catch(""),
  words: line(80).catch(""),
  page,
});
export type ItemSearch = z.infer<typeof itemSearch>;

/** The desk of those who answer. */
export const deskSearch = z.object({ of: z.enum(["", ...ADDRESSEES]).catch(""), page });

/** The state of play of a day; without one, today's. */
export const stateSearch = z.object({ on: z.iso.date().optional().catch(undefined) });

/** An item in a list. Days are ISO days. */
export type ItemCard = Standing & {
  id: string;
  number: number;
  kind: ItemKind;
  language: Language;
  title: string;
  theme: string;
  city: string;
  debated: boolean;
  contested: boolean;
  enteredOn?: string;
  /** What was owed by a day that has passed. */
  late?: "answer" | "promise";
};

export type GroupCard = {
  id: string;
  slug: string;
  cycle: string;
  year: number;
  title: Translated;
};

/** A cycle of working groups: who took part is summed over its groups, each alone is too small. */
export type CycleCard = {
  cycle: string;
  year: number;
  groups: { slug: string; title: Translated; items: number }[];
  participants: Record<Stakeholder | "total", number>;
  /** What else was published of it. */
  figures?: CycleFigures;
};
/** People reached by any door, those who led and noted, hours and meetings of all groups (S-13). */
export type CycleFigures = Record<
  "reached" | "facilitators" | "noteTakers" | "hours" | "meetings",
  number
>;
/** Members and clients are one: many are both (S-16). */
export type Stakeholder = "members" | "partners" | "permanents";

export type ItemListPage = {
  search: ItemSearch;
  items: ItemCard[];
  total: number;
  pages: number;
  themes: string[];
  cities: string[];
  groups: GroupCard[];
  cycles: CycleCard[];
  counts: { entered: number; answered: number; late: number };
  rights: { write: boolean; answer: boolean };
};

export type ItemLink = {
  kind: LinkKind;
  /** The other one points here. */
  inward: boolean;
  number: number;
  title: string;
  language: Language;
  state: ItemState;
  note: string;
};

/** One line of an item's history. Never who. */
export type ItemMove = {
  event: ItemEvent;
  /** Ms since epoch. */
  at: number;
  outcome: Outcome | "";
  progress: Progress;
  addressee: Addressee;
  promisedOn?: string;
  words: Partial<Record<string, string | number>>;
};

export type ObjectiveCard = { id: string; slug: string; title: Translated };

/** The proposal of a workers' assembly that an item was, and what that came from. */
export type FromProposal = {
  /** Of the assembly. */
  slug: string;
  titles: Translated;
  /** P01, P02 … */
  code: string;
  /** It was debated. */
  chosen: boolean;
  /** The assembly published its book. */
  book: boolean;
  sources: BookSource[];
};

/** What is still open on the themes of a campaign: how many, and the first of them. */
export type OpenOnThemes = { count: number; items: ItemCard[] };

/** What a workers' assembly decided: it can contest an answer by it. Day is ISO. */
export type AssemblyDecision = { id: string; titles: Translated; on: string };

type OtherItem = { number: number; title: string; language: Language };

export type ItemPage = {
  item: ItemCard & {
    text: string;
    sections: Sections;
    printed: string;
    group?: GroupCard;
    revision: number;
    mergedInto?: { number: number; title: string };
    /** The lab that handed it over. */
    fromLab?: { slug: string; title: string };
  };
  /** Of a demand of workers. */
  proposal?: FromProposal;
  authors: { count: number; named: string[] };
  /** Of a demand of workers in steps of five: a number that moves at once would say who. */
  supporters: number;
  links: ItemLink[];
  moves: ItemMove[];
  aims: ObjectiveCard[];
  labs: { slug: string; title: string; language: Language }[];
  /** Texts of earlier revisions, the newest first. */
  versions: { revision: number; at: number; title: string; text: string }[];
  /** Other wordings that go on in this one. */
  merged: OtherItem[];
  /** One of two items would go on in the other: its authors are asked. */
  merge?: {
    itemId: string;
    item: OtherItem;
    into: OtherItem;
    note: string;
    /** The reader agreed already. */
    agreed: boolean;
  };
  mine: { role?: "author" | "supporter"; listed: boolean };
  rights: {
    signedIn: boolean;
    answer: boolean;
    follow: boolean;
    contest: boolean;
    write: boolean;
  };
  /** For who coordinates the workers' assembly and may contest for it: what it decided. */
  decisions?: AssemblyDecision[];
  /** For those who answer or follow. */
  objectives: ObjectiveCard[];
};

/** A draft with what is to be settled before it is published. */
export type DraftPage = {
  item: ItemPage["item"] & { groupId: string };
  links: ItemLink[];
  findings: Finding[];
  groups: GroupCard[];
};

/** Where texts are begun. */
export type WritingPage = { drafts: ItemCard[]; groups: GroupCard[] };

export type DeskPage = {
  of: Addressee | "";
  mayAnswerFor: Addressee[];
  items: ItemCard[];
  total: number;
  page: number;
  pages: number;
  late: number;
};

/** How many items stand where. */
export type StateCounts = Record<Outcome | "entered" | "waiting" | "late" | "done", number>;

export type StatePage = {
  on: string;
  today: string;
  total: StateCounts;
  themes: { theme: string; counts: StateCounts }[];
  progress: Partial<Record<Progress, number>>;
  /** The longest overdue first, at most so many. */
  late: ItemCard[];
  /** What was answered in the months before that day, the latest first. */
  answered: ItemCard[];
};
