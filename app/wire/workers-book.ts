import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import type { Book } from "../domain/workers-assembly/book.ts";
import { alsoNested, inFour } from "./in-four.ts";
import type { ItemCard, StateCounts } from "./ledger-pages.ts";
import { keptText } from "./text.ts";
import type { EditionHead } from "./workers-assembly.ts";

const slug = keptText.trim().min(1).max(80);
const box = z.literal("on").optional();

/** What an act of the book carries: forms and live commands alike. */
export const WORKERS_BOOK_COMMANDS = {
  // Those who coordinate
  "workers-book.write": alsoNested(
    z.strictObject({
      slug,
      revision: z.coerce.number().int().min(0),
      /** How many were there on the day; empty while nobody said it. */
      present: z.union([
        z.literal("").transform(() => undefined),
        z.coerce.number().int().min(0).max(1_000_000),
      ]),
      ...inFour("foreword", 4_000),
      ...inFour("recruited", 2_000),
    }),
  ),
  /** What changed since the version before, and why; nothing for the first. */
  "workers-book.publish": alsoNested(z.strictObject({ slug, ...inFour("changed", 2_000) })),
  "workers-book.transmit": z.strictObject({ slug }),
  // Whoever could vote
  "workers-book.sign": z.strictObject({ slug, named: box }),
  "workers-book.unsign": z.strictObject({ slug }),
} as const;

/** Which version one reads; without one, the latest. */
export const bookSearch = z.object({
  version: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});

/** The day of a state of play; without one, today's. */
export const previousSearch = z.object({ on: z.iso.date().optional().catch(undefined) });

/** One published version of a book. Days are ISO. */
export type BookVersion = {
  version: number;
  publishedOn: string;
  changed: Translated;
  /** SHA-256 (hex) of the letters of `book.json`. */
  hash: string;
};

/** Who signed: counted as of the evening before, and named where they wish it. */
export type Signatures = {
  /** Missing below five. */
  count?: number;
  named: string[];
  /** How the reader stands: whether they may sign, which version they signed and whether by name. */
  mine: { may: boolean; version?: number; named: boolean };
};

/** What became of a demand once the board had it, by the proposal's id. */
export type Followed = Record<string, ItemCard>;

export type BookPage = {
  head: EditionHead;
  /** Missing while nothing is published. */
  shown?: { book: Book; version: BookVersion; versions: BookVersion[] };
  signatures: Signatures;
  followed: Followed;
};

/** Where a book is made, with what is missing before it can be published or handed over. */
export type BookEditPage = {
  head: EditionHead;
  revision: number;
  foreword: Translated;
  recruited: Translated;
  present?: number;
  versions: BookVersion[];
  /** The book as it would be published now; missing before the demands were graded. */
  draft?: Book;
  missing: BookGap[];
  /** How many of the list are in the ledger. */
  transmitted: number;
};

/** What keeps a book from being published. */
export type BookGap = "not-graded" | "recruited" | "present" | "nothing-changed";

/** What became of the demands of the assembly before this one, with which this one opens. */
export type PreviousPage = {
  head: EditionHead;
  previous?: {
    slug: string;
    titles: Translated;
    meetsOn?: string;
    on: string;
    today: string;
    total: StateCounts;
    themes: { titles: Translated; counts: StateCounts }[];
    late: SomeItems;
    /** Still waiting, promised or on the way: they feed what is asked next. */
    open: SomeItems;
    closed: SomeItems;
  };
};

/** How many there are, and the first of them. */
export type SomeItems = { count: number; items: ItemCard[] };

export type WorkersBookCommands = {
  [K in keyof typeof WORKERS_BOOK_COMMANDS]: z.infer<(typeof WORKERS_BOOK_COMMANDS)[K]>;
};

/** What a book can be taken away as. */
export type BookFormat = "pdf" | "json" | "csv" | "md";
