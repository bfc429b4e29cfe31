import { z } from "zod";
import { VOTE_PARTS, type VotePart } from "../domain/convocation/erratum.ts";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import type { QrPicture } from "./check-in.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** What the board adds may be this long (characters). */
export const WORDS_MOST = 4_000;

/** As long as a vote's text may be; a form sends line ends of its own. */
const sentText = keptText.max(20_000).overwrite((text) => text.replaceAll("\r\n", "\n"));

/** A slip of the pen that was corrected: the words that changed, in the language of the text. */
export type Erratum = {
  /** The vote's title as it reads now. */
  vote: Translated;
  language: Language;
  part: VotePart;
  before: string;
  after: string;
  reason: string;
  /** ms since epoch. */
  at: number;
};

/** A convened vote that has not opened, with its texts by language. */
export type ConvenedVote = {
  decisionId: string;
  texts: Translated<{ title: string; text: string }>;
};

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
  /** `seen`: the wording that is corrected, whole; `corrected`: the whole of it as it shall read. */
  "convocation.correct": z.strictObject({
    assemblyId: id,
    decisionId: id,
    language: z.enum(LANGUAGES),
    part: z.enum(VOTE_PARTS),
    seen: sentText,
    corrected: sentText.min(1),
    reason: keptText.trim().min(3).max(300),
  }),
} as const;

/** What one act carries. */
export type ConvocationInput<Act extends "correct"> = z.infer<
  (typeof CONVOCATION_COMMANDS)[`convocation.${Act}`]
>;

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
        errata: Erratum[];
        /** Votes in which a slip may still be corrected. */
        votes: ConvenedVote[];
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
