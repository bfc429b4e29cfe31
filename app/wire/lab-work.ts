import { z } from "zod";
import type { Language } from "../domain/kernel/languages.ts";
import {
  DATE_ANSWERS,
  MOST_DATES,
  type DateAnswer,
  type DateCount,
} from "../domain/smartlab/dates/date-poll.ts";
import type { VoteOutcome } from "../domain/smartlab/decisions/lab-methods.ts";
import { VISIBILITIES, type Visibility } from "../domain/smartlab/minutes/minutes.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const line = (most: number) => keptText.trim().max(most);
const someLine = (most: number) => line(most).min(1);

/** A line may be left empty. */
const someHour = z.union([z.literal("").transform(() => undefined), hour]);

const day = z.union([z.literal(""), z.iso.date()]).default("");
const TASK = {
  title: someLine(200),
  ownerId: z.union([z.literal(""), id]).default(""),
  dueOn: day,
};

/** What an act inside a lab carries: forms and live commands alike. */
export const LAB_WORK_COMMANDS = {
  /** A new version, from the one that its writer saw (0: none yet). */
  "lab.charter-write": z.strictObject({
    labId: id,
    number: z.coerce.number().int().min(0),
    text: someLine(10_000),
  }),
  "lab.charter-agree": z.strictObject({ labId: id, number: z.coerce.number().int().min(1) }),
  "lab.task-add": z.strictObject({ labId: id, ...TASK }),
  "lab.task-change": z.strictObject({ taskId: id, ...TASK }),
  "lab.task-done": z.strictObject({ taskId: id, on: z.boolean() }),
  "lab.task-remove": z.strictObject({ taskId: id }),
  "lab.dates-ask": z.strictObject({
    labId: id,
    title: someLine(120),
    place: line(200).default(""),
    /** Of every meeting that is looked for, in minutes. */
    lasts: z.coerce.number().int().min(15).max(720),
    starts: z
      .record(z.string().max(2), someHour)
      .transform((lines) => Object.values(lines).flatMap((start) => start ?? []))
      .refine((starts) => starts.length > 0 && starts.length <= MOST_DATES),
  }),
  "lab.dates-answer": z.strictObject({
    pollId: id,
    answers: z.record(id, z.enum(DATE_ANSWERS)),
  }),
  "lab.dates-choose": z.strictObject({ pollId: id, optionId: id }),
  "lab.dates-drop": z.strictObject({ pollId: id }),
  "lab.document-show": z.strictObject({ documentId: id, visibility: z.enum(VISIBILITIES) }),
  "lab.document-remove": z.strictObject({ documentId: id }),
} as const;

export type LabWorkCommands = {
  [K in keyof typeof LAB_WORK_COMMANDS]: z.infer<(typeof LAB_WORK_COMMANDS)[K]>;
};

/** The lab that a page of its inside belongs to, as its reader meets it. */
export type LabInside = {
  id: string;
  slug: string;
  title: string;
  /** The language in which the group works. */
  language: Language;
  /** Whether the reader has a place in it. */
  inside: boolean;
  rights: { work: boolean; lead: boolean };
};

/** Somebody of the group. */
export type LabPerson = { id: string; name: string };

/** What was decided so far, for whoever was not there. Instants in ms. */
export type LabCatchUp = {
  /** The reader came after the group had met, and has not met it yet. */
  newcomer: boolean;
  /** The latest that hold, newest first: by consent with their text, by vote with their outcome. */
  decisions: {
    id: string;
    title: string;
    at: number;
    text: string;
    options: string[];
    outcome?: VoteOutcome;
  }[];
  /** The latest that were approved. */
  minutes: { id: string; title: string }[];
  charter?: { agreed: boolean };
};

/** Instants in ms, days in ISO. */
export type CharterPage = {
  number: number;
  text: string;
  by?: string;
  at?: number;
  agreed: string[];
  missing: string[];
  mine: boolean;
  earlier: { number: number; by?: string; at: number }[];
};

export type LabTask = {
  id: string;
  title: string;
  owner?: LabPerson;
  dueOn?: string;
  doneAt?: number;
  mine: boolean;
};

export type DateOption = {
  id: string;
  startsAt: number;
  endsAt: number;
  counts: DateCount;
  mine?: DateAnswer;
  answers: { name: string; answer: DateAnswer }[];
};

export type DatePoll = {
  id: string;
  title: string;
  place: string;
  state: "open" | "chosen" | "dropped";
  by?: string;
  chosenId?: string;
  options: DateOption[];
};

export type LabDocument = {
  id: string;
  title: string;
  fileName: string;
  bytes: number;
  visibility: Visibility;
  by?: string;
  at: number;
  mine: boolean;
};
