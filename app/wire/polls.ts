import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import type { PollCounts, PollKind, PollState, Reaction } from "../domain/live-session/poll.ts";
import {
  POLL_KINDS,
  POLL_OPTIONS_MAX,
  REACTIONS,
  WORD_LENGTH_MAX,
} from "../domain/live-session/poll.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const words = keptText.trim().max(200).optional();
/** Options of one language, one a line. */
const lines = keptText
  .trim()
  .max(POLL_OPTIONS_MAX * 120)
  .optional();

/** What a live command of polls carries. The forms of the same acts parse with these too. */
export const POLL_COMMANDS = {
  "poll.create": z.strictObject({
    assemblyId: id,
    kind: z.enum(POLL_KINDS),
    liveResults: z.boolean(),
    fr: words,
    nl: words,
    de: words,
    en: words,
    optionsFr: lines,
    optionsNl: lines,
    optionsDe: lines,
    optionsEn: lines,
  }),
  "poll.delete": z.strictObject({ pollId: id }),
  "poll.open": z.strictObject({ pollId: id }),
  "poll.close": z.strictObject({ pollId: id }),
  /** Shows the numbers of a closed poll, or hides them again. */
  "poll.show": z.strictObject({ pollId: id, on: z.boolean() }),
  "poll.word": z.strictObject({
    pollId: id,
    word: keptText.min(1).max(WORD_LENGTH_MAX),
    on: z.boolean(),
  }),
  "poll.answer": z.strictObject({
    pollId: id,
    options: z.array(z.string().max(20)).max(POLL_OPTIONS_MAX).optional(),
    /** Separated by commas or lines. */
    words: keptText.trim().max(200).optional(),
  }),
  "reactions.open": z.strictObject({ assemblyId: id, open: z.boolean() }),
  "reaction.give": z.strictObject({ assemblyId: id, sign: z.enum(REACTIONS) }),
} as const;

export type PollResults = { "poll.create": { pollId: string } };

export type PollView = {
  id: string;
  itemId?: string;
  kind: PollKind;
  state: PollState;
  texts: Translated;
  /** In the order in which they are offered; labels where somebody wrote them. */
  options: { id: string; label?: Translated }[];
  liveResults: boolean;
  shown: boolean;
  /** How many have answered. */
  answers: number;
  /** By option or word; absent where this audience may not see the numbers now. */
  counts?: PollCounts;
  /** Bureau only: words that wait for a moderator, and words that were hidden. */
  pending?: PollCounts;
  hidden?: PollCounts;
  /** ms since epoch. */
  openedAt?: number;
  closedAt?: number;
};

/** Signs of the room: sums since the session began. */
export type ReactionsView = { open: boolean; given: Partial<Record<Reaction, number>> };

/** What a person answered, by poll, while it is open: option ids or words. */
export type MyPollAnswers = Record<string, string[]>;
