import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import {
  AMENDMENT_OUTCOMES,
  DEBATE_STEPS,
  GROUNDS,
  PARAGRAPH_MOST,
  SENTENCE_MOST,
  WORD_KINDS,
  WORD_MOST,
} from "../domain/workers-assembly/debate.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";

const debateId = z.uuid();
const number = z.coerce.number().int().min(1).max(10_000);
const version = z.coerce.number().int().min(1).max(10_000);
const language = z.enum(LANGUAGES);
const line = (most: number) => keptText.trim().max(most);
const said = (most: number) => line(most).min(1);
const slug = line(80).min(1);

/** The whole text of a demand, and which version was read when it was written. */
const TEXT = { version, sentence: said(SENTENCE_MOST), paragraph: said(PARAGRAPH_MOST) };
const reason = said(WORD_MOST);
const minutes = z.coerce.number().int().min(10).max(180);

/** Acts of the day: who coordinates, who facilitates, everybody on the roll. */
export const WORKERS_DAY_COMMANDS = {
  // Coordination
  "debate.set-up": z.strictObject({
    slug,
    startsAt: hour,
    rooms: z.coerce.number().int().min(1).max(12),
    minutes,
  }),
  "debate.plan": z.strictObject({
    debateId,
    room: line(80).default(""),
    startsAt: hour,
    minutes,
    plenaryMinutes: z.coerce.number().int().min(0).max(60),
    /** Of the register; nobody where it is left empty. */
    facilitator: line(40).default(""),
  }),
  "debate.draw-up": z.strictObject({ slug, vote: z.enum(["adoption", "grading"]) }),
  // Facilitation
  "debate.step": z.strictObject({ debateId, step: z.enum(DEBATE_STEPS) }),
  "debate.lengthen": z.strictObject({
    debateId,
    minutes: z.coerce.number().int().min(1).max(30),
  }),
  "debate.name-me": z.strictObject({ debateId, named: z.literal("on").optional() }),
  "debate.answer-word": z.strictObject({ debateId, number, answer: said(WORD_MOST) }),
  "debate.hide-word": z.strictObject({ debateId, number, reason }),
  "debate.settle-amendment": z.strictObject({
    debateId,
    number,
    outcome: z.enum(AMENDMENT_OUTCOMES),
    ...TEXT,
    reason,
  }),
  "debate.rewrite": z.strictObject({ debateId, ...TEXT, reason }),
  "debate.offer-change": z.strictObject({ debateId, number }),
  "debate.offer-note": z.strictObject({ debateId, number, note: said(WORD_MOST) }),
  "debate.render": z.strictObject({ debateId, language, ...TEXT }),
  "debate.review": z.strictObject({ debateId, language, version }),
  // Everybody on the roll
  "debate.say": z.strictObject({ debateId, kind: z.enum(WORD_KINDS), text: said(WORD_MOST) }),
  "debate.amend": z.strictObject({ debateId, ...TEXT, why: reason }),
  "debate.withdraw-amendment": z.strictObject({ debateId, number }),
  "debate.object": z.strictObject({ debateId, ground: z.enum(GROUNDS), because: reason }),
  "debate.withdraw-objection": z.strictObject({ debateId, number }),
  /** Of who objected: whether a change solves it, or the note may be published in these words. */
  "debate.agree": z.strictObject({ debateId, number, agree: z.boolean() }),
} as const;

export type WorkersDayCommands = {
  [K in keyof typeof WORKERS_DAY_COMMANDS]: z.infer<(typeof WORKERS_DAY_COMMANDS)[K]>;
};
