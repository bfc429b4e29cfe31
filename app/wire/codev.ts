import { z } from "zod";
import {
  CONFLICT_KINDS,
  END_ACTIONS,
  FACILITATOR_STAGES,
  LEARNINGS,
  MODES,
  OUTCOMES,
  PACT_CLAUSES,
  SECTORS,
  SIDES,
  SIZE,
  SLOTS,
} from "../domain/codev/words.ts";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const language = z.enum(LANGUAGES);
const mode = z.enum(MODES);
const slots = z.array(z.enum(SLOTS)).min(1);
const line = (most: number) => keptText.trim().max(most);
const words = (most: number) => line(most).min(1);
const officeId = line(80).default("");
const link = z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]).default("");
const day = z.iso.date();

/** One to four: not at all, rather not, rather yes, yes. */
const degree = z.coerce.number().int().min(1).max(4);

/** What an act of this feature carries: forms and live commands alike. */
export const CODEV_COMMANDS = {
  // Who would like to be in a group
  "codev.apply": z.strictObject({
    language,
    mode,
    officeId,
    sector: z.enum(SECTORS),
    trade: words(80),
    slots,
  }),
  "codev.withdraw": z.strictObject({}),
  /** Somebody with whom one must not be in a group, by their number in the register. */
  "codev.declare-conflict": z.strictObject({
    registerNo: words(40),
    kind: z.enum(CONFLICT_KINDS),
  }),
  "codev.retract-conflict": z.strictObject({ personId: id, kind: z.enum(CONFLICT_KINDS) }),

  // Who was invited, or is in one
  "codev.accept-clause": z.strictObject({ cycleId: id, clause: z.enum(PACT_CLAUSES) }),
  "codev.decline": z.strictObject({ cycleId: id }),
  "codev.leave": z.strictObject({ cycleId: id }),
  "codev.write-subject": z.strictObject({ sessionId: id, text: line(140) }),
  "codev.excuse": z.strictObject({ sessionId: id, coming: z.boolean() }),
  /** A date that came free, in place of one's own later one. */
  "codev.take-date": z.strictObject({ sessionId: id }),
  "codev.ask-swap": z.strictObject({ turnId: id, otherTurnId: id }),
  "codev.answer-swap": z.strictObject({ swapId: id, agree: z.boolean() }),
  "codev.withdraw-swap": z.strictObject({ swapId: id }),
  "codev.answer-newcomer": z.strictObject({ cycleId: id, personId: id, agree: z.boolean() }),
  "codev.evaluate": z.strictObject({
    sessionId: id,
    useful: degree,
    safe: degree,
    act: degree,
    /** Goes to the two who lead, with the name of its author. */
    comment: line(600).default(""),
  }),
  /** At the end of a cycle: what was done, whether one would recommend it, what one learned. */
  "codev.evaluate-cycle": z.strictObject({
    cycleId: id,
    actions: z.enum(END_ACTIONS),
    recommend: degree,
    learnings: z.array(z.enum(LEARNINGS)).max(LEARNINGS.length).default([]),
  }),
  "codev.keep-plan": z.strictObject({ sessionId: id }),
  "codev.remove-plan": z.strictObject({ planId: id }),
  "codev.answer-follow-up": z.strictObject({
    sessionId: id,
    outcome: z.enum(OUTCOMES),
    note: line(2_000).default(""),
  }),

  // Who leads, and who advises
  /** Somebody whose file one follows, by their number in the register; nothing of what is in it. */
  "codev.add-file": z.strictObject({ registerNo: words(40) }),
  "codev.remove-file": z.strictObject({ personId: id }),
  "codev.join-pool": z.strictObject({
    languages: z.array(language).min(1),
    modes: z.array(mode).min(1),
    officeId,
    slots,
    capacity: z.coerce.number().int().min(0).max(4),
  }),
  "codev.note-interview": z.strictObject({
    applicationId: id,
    notes: line(2_000).default(""),
  }),
  "codev.clear-pair": z.strictObject({ cycleId: id }),
  "codev.hold-file": z.strictObject({ cycleId: id, personId: id }),
  "codev.postpone": z.strictObject({ sessionId: id }),
  /** What happened, where no screen was used: who was there and who was client. */
  "codev.record-session": z.strictObject({
    sessionId: id,
    presentIds: z.array(id).max(SIZE.most).default([]),
    clientIds: z.array(id).max(2).default([]),
  }),
  "codev.report-session": z.strictObject({
    sessionId: id,
    mood: z.coerce.number().int().min(1).max(5),
    incident: z.boolean(),
    debrief: line(4_000).default(""),
  }),

  // Who organises
  "codev.make-cycle": z.strictObject({
    name: words(80),
    language,
    mode,
    officeId,
    place: line(300).default(""),
    link,
    personIds: z.array(id).min(SIZE.least).max(SIZE.most),
    memberId: id,
    supportId: id,
    first: hour,
    minutes: z.coerce.number().int().min(90).max(240),
    intervalDays: z.coerce.number().int().min(7).max(60),
    /** Days without a session, as `2026-12-25`, with spaces between them. */
    holidays: line(800)
      .default("")
      .transform((said) => said.split(/[\s,;]+/).filter(Boolean))
      .pipe(z.array(day)),
  }),
  "codev.change-cycle": z.strictObject({
    cycleId: id,
    place: line(300).default(""),
    link,
  }),
  "codev.replace-facilitator": z.strictObject({
    cycleId: id,
    side: z.enum(SIDES),
    personId: id,
  }),
  "codev.propose-newcomer": z.strictObject({ cycleId: id, personId: id }),
  "codev.start-cycle": z.strictObject({ cycleId: id }),
  "codev.add-date": z.strictObject({ cycleId: id, startsAt: hour }),
  "codev.move-session": z.strictObject({ sessionId: id, startsAt: hour }),
  "codev.close-cycle": z.strictObject({ cycleId: id }),
  "codev.cancel-cycle": z.strictObject({ cycleId: id }),
  "codev.set-training": z.strictObject({
    personId: id,
    stage: z.enum(FACILITATOR_STAGES),
    trainedOn: z
      .union([z.literal(""), day])
      .default("")
      .transform((given) => given || undefined),
  }),
} as const;

export type CodevCommands = {
  [K in keyof typeof CODEV_COMMANDS]: z.infer<(typeof CODEV_COMMANDS)[K]>;
};

export type CodevResults = {
  "codev.make-cycle": { cycleId: string };
};
