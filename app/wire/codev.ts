import { z } from "zod";
import type { EvaluationSums } from "../domain/codev/evaluation.ts";
import {
  CONFLICT_KINDS,
  type ConflictKind,
  type CodevSessionState,
  type CycleState,
  FACILITATOR_STAGES,
  MODES,
  type Mode,
  OUTCOMES,
  type Outcome,
  PACT_CLAUSES,
  type PactClause,
  type ParticipantState,
  SECTORS,
  type Sector,
  type Side,
  SIDES,
  SIZE,
  SLOTS,
  type Slot,
  type TurnState,
} from "../domain/codev/words.ts";
import { instantOf } from "../domain/kernel/local-time.ts";
import { LANGUAGES, type Language } from "../domain/kernel/languages.ts";
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

/** An hour on the cooperative's clock, as a form's field has it: `2026-11-21T18:30`. */
const hour = keptText.transform((local, context) => {
  const instant = instantOf(local);
  if (instant) return instant;
  context.addIssue("no such hour");
  return z.NEVER;
});

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
  "codev.keep-plan": z.strictObject({ sessionId: id }),
  "codev.remove-plan": z.strictObject({ planId: id }),
  "codev.answer-follow-up": z.strictObject({
    sessionId: id,
    outcome: z.enum(OUTCOMES),
    note: line(2_000).default(""),
  }),

  // Who leads
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

/** Somebody of a group, as the others of it see them. */
export type GroupPerson = { id: string; name: string; me?: true };

/** One cycle in a list. `day`s are ISO days, instants ms. */
export type CycleCard = {
  id: string;
  name: string;
  state: CycleState;
  language: Language;
  mode: Mode;
  office?: string;
  /** The next date, or the last one. */
  next?: { id: string; startsAt: number };
  as: "participant" | "facilitator";
  /** Something is asked of the reader: the pact, a swap, a newcomer, an evaluation. */
  waits?: true;
};

export type CycleSession = {
  id: string;
  position: number;
  spare: boolean;
  state: CodevSessionState;
  startsAt: number;
  endsAt: number;
  leadId?: string;
  secondId?: string;
  turns: { id: string; place: number; clientId: string; state: TurnState }[];
  /** Who said that they cannot come. */
  excused: string[];
  /** The reader was there. */
  wasThere?: true;
  /** One's own subject in a line; for the pair and the group, everybody's are in the session. */
  mySubject?: string;
  evaluated?: true;
  /** For the pair: its debriefs, and what people signed for them. */
  words?: { kind: "comment" | "debrief"; personId: string; text: string }[];
  /** One was client and one's plan can be kept, or is. */
  myPlan?: "written" | "kept";
  reported?: true;
};

export type CyclePage = {
  id: string;
  name: string;
  state: CycleState;
  language: Language;
  mode: Mode;
  office?: string;
  place: string;
  link: string;
  /** ISO day from which nothing that the group wrote can be read. */
  purgeOn?: string;
  purged?: true;
  now: number;
  as: "participant" | "facilitator";
  me: string;
  myState?: ParticipantState;
  people: (GroupPerson & { state: ParticipantState; signed: boolean; clientCount: number })[];
  facilitators: (GroupPerson & { side: Side; signed: boolean; cleared: boolean })[];
  sessions: CycleSession[];
  pact: { clause: PactClause; accepted: boolean }[];
  swaps: { id: string; turnId: string; otherTurnId: string; askedBy: string; askedOf: string }[];
  newcomers: (GroupPerson & { answered: boolean; agreed: number; of: number })[];
  /** Who is client next, by the rule of the rotation. */
  nextClientId?: string;
  /** How many turns are owed beyond the dates that are left. */
  datesMissing: number;
};

/** What somebody asked for. */
export type MyApplication = {
  id: string;
  state: "waiting" | "interviewed" | "invited" | "placed";
  language: Language;
  mode: Mode;
  officeId?: string;
  sector: Sector;
  trade: string;
  slots: Slot[];
  askedAt: number;
};

export type MyConflict = { personId: string; name: string; kind: ConflictKind };

export type OwnPlan = { id: string; keptAt: number; text: string };
export type FollowUp = { sessionId: string; dueOn: string; outcome?: Outcome; note?: string };

/** What co-development is, and what the reader has to do with it. */
export type CodevFrontPage = {
  offices: { id: string; name: string }[];
  application?: MyApplication;
  conflicts: MyConflict[];
  cycles: CycleCard[];
  plans: OwnPlan[];
  followUps: FollowUp[];
  /** Sums over several groups; absent while they are too few to be shown. */
  evaluation?: EvaluationSums;
  rights: { signedIn: boolean; apply: boolean; organise: boolean; lead: boolean };
};
