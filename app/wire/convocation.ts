import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import type { QrPicture } from "./check-in.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** What the board adds may be this long (characters). */
export const WORDS_MOST = 4_000;

/** What an act of this feature carries: forms and live commands alike. */
export const CONVOCATION_COMMANDS = {
  "convocation.write": z.strictObject({
    assemblyId: id,
    words: z.partialRecord(z.enum(LANGUAGES), keptText.trim().max(WORDS_MOST)).default({}),
    revision: z.coerce.number().int().min(0),
  }),
  /** `seal`: of the texts that the sender has read; others are not sent. */
  "convocation.send": z.strictObject({ assemblyId: id, seal: z.string().length(64) }),
  /** The letters that were on the page at this instant (ms) were handed to the post. */
  "convocation.posted": z.strictObject({
    assemblyId: id,
    until: z.coerce.number().int().positive(),
  }),
} as const;

type ConvocationAssembly = {
  id: string;
  slug: string;
  title: Translated;
  /** ISO day. */
  day: string;
  phase: "prepared" | "convened" | "live" | "closed";
};

/** How many were convened and how that went. */
export type ConvocationCounts = {
  addressees: number;
  byMail: number;
  /** Mails that are written; of these, taken by the mail server, kept here, bounced, given up. */
  written: number;
  taken: number;
  kept: number;
  bounced: number;
  givenUp: number;
  /** Letters: who has no address, and whose mail came back; of these, handed to the post. */
  letters: number;
  posted: number;
  /** Expected, and without any proof. */
  unproven: number;
};

export type ConvocationPage = {
  assembly: ConvocationAssembly;
  /** ISO days: aimed at, and the last that is in time. */
  days: { today: string; target: string; last: string };
  /** Last ISO day for written statutory questions; absent where they are taken until the meeting. */
  questionsUntil?: string;
  words: Translated;
  revision: number;
  /** What everybody gets, by language: as it would go, or as it went. */
  texts: Record<Language, string>;
  /** Of those texts together. */
  seal: string;
  state:
    | { kind: "draft"; expected: { byMail: number; byPost: number } }
    | {
        kind: "sent";
        /** ms since epoch; the name of who sent it. */
        at: number;
        by: string;
        hashes: Record<Language, string>;
        counts: ConvocationCounts;
        /** ms: letters that the counts know of. */
        asOf: number;
      };
};

/** One letter, as it is printed. */
export type ConvocationLetter = {
  name: string;
  /** Lines of the postal address. */
  address: string[];
  language: Language;
  /** `words` in the letter's own language. Without one, nobody enters with this letter: an organisation, whose representative does. */
  pass?: { address: string; qr: QrPicture; words: string };
};

export type LettersPage = {
  assembly: ConvocationAssembly;
  texts: Record<Language, string>;
  letters: ConvocationLetter[];
  page: number;
  pages: number;
  total: number;
};
