import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import {
  HAND_OFFS,
  LAB_MODELS,
  LAB_ORIGINS,
  LAB_THEMES,
  USUAL_THRESHOLD,
  type LabModel,
} from "../domain/smartlab/lab.ts";
import type { Standing } from "../domain/smartlab/people.ts";
import type { LabCard } from "./smartlab-pages.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const line = (most: number) => keptText.trim().max(most);
const someLine = (most: number) => line(most).min(1);
const reason = someLine(500);
const revision = z.coerce.number().int().min(0);

const link = z.union([z.literal(""), z.url({ protocol: /^https$/ }).max(500)]).default("");

/** A box of a form: there or not. */
const ticked = z
  .union([z.boolean(), z.literal("on"), z.literal("true"), z.literal("")])
  .default(false)
  .transform((value) => value === true || value === "on" || value === "true");

const places = z
  .union([z.literal(""), z.coerce.number().int().min(2).max(10_000)])
  .default("")
  .transform((given) => given || undefined);

const noneOrId = z.union([z.literal(""), id]).default("");

/** How many must be interested before it can open. */
const threshold = z.coerce.number().int().min(2).max(200);

const HAND_OFF = {
  handOff: z.enum(HAND_OFFS),
  handOffNote: line(500).default(""),
  /** The address of the lab that is asked to go on, where the hand-off is to one. */
  handOffLab: line(300).default(""),
};

const LAB = {
  title: someLine(120),
  theme: z.enum(LAB_THEMES),
  model: z.enum(LAB_MODELS),
  ownModel: line(120).default(""),
  language: z.enum(LANGUAGES),
  city: line(80).default(""),
  online: ticked,
  whyNow: someLine(2_000),
  makes: someLine(1_000),
  forWhom: line(300).default(""),
  effort: line(200).default(""),
  capacity: places,
};
const SETTINGS = {
  onlineLink: link,
  silentWeeks: z.coerce.number().int().min(2).max(52),
};

type Lab = { model: LabModel; ownModel: string; online: boolean; city: string };
/** It meets somewhere, and a model of its own has words. */
const isWhole = ({ model, ownModel, online, city }: Lab) =>
  (online || city !== "") && (model !== "own" || ownModel !== "");

const MEETING = {
  title: line(120).default(""),
  startsAt: hour,
  endsAt: hour,
  place: line(200).default(""),
  onlineLink: link,
};
const inOrder = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => startsAt < endsAt;

const ALERT = {
  theme: z.union([z.literal(""), z.enum(LAB_THEMES)]).default(""),
  language: z.union([z.literal(""), z.enum(LANGUAGES)]).default(""),
  city: line(80).default(""),
};

/** What an act of this feature carries: forms and live commands alike. */
export const SMARTLAB_COMMANDS = {
  // Everybody for themselves
  "smartlab.propose": z
    .strictObject({
      ...LAB,
      origin: z.enum(LAB_ORIGINS),
      originNote: line(300).default(""),
      /** The entry of the ledger that it takes up: its origin is then a recommendation. */
      fromItem: noneOrId,
      /** Set by those who open the call; what others send is the usual one. */
      threshold: threshold.default(USUAL_THRESHOLD),
      /** Similar labs were shown: it is sent all the same. */
      seenSimilar: ticked,
    })
    .refine(isWhole),
  "smartlab.join": z.strictObject({ labId: id }),
  "smartlab.leave": z.strictObject({ labId: id }),
  /** Was told that it opened, and lets this one go by. */
  "smartlab.not-now": z.strictObject({ labId: id }),
  "smartlab.attend": z.strictObject({ meetingId: id }),
  "smartlab.answer": z.strictObject({ meetingId: id, coming: ticked }),
  /** "Tell me when one opens". */
  "smartlab.add-alert": z.strictObject(ALERT),
  "smartlab.drop-alert": z.strictObject(ALERT),
  // Those who lead a lab
  "smartlab.change": z.strictObject({ labId: id, revision, ...LAB, ...SETTINGS }).refine(isWhole),
  "smartlab.pause": z.strictObject({ labId: id, until: z.iso.date(), reason }),
  "smartlab.resume": z.strictObject({ labId: id }),
  /** Asked after a silence: it goes on. */
  "smartlab.affirm": z.strictObject({ labId: id }),
  "smartlab.hand-over": z.strictObject({ labId: id, personId: id }),
  "smartlab.close": z.strictObject({
    labId: id,
    outcome: someLine(300),
    made: someLine(8_000),
    ...HAND_OFF,
  }),
  /** Of a lab that is over, where nobody took up what it handed on. */
  "smartlab.hand-off": z.strictObject({ labId: id, ...HAND_OFF }),
  /** Another lab asked this one to go on with what it made. */
  "smartlab.answer-hand-off": z.strictObject({
    labId: id,
    fromLabId: id,
    accept: ticked,
    reason: line(500).default(""),
  }),
  "smartlab.plan-meeting": z.strictObject({ labId: id, ...MEETING }).refine(inOrder),
  "smartlab.change-meeting": z
    .strictObject({ meetingId: id, revision, ...MEETING })
    .refine(inOrder),
  "smartlab.cancel-meeting": z.strictObject({ meetingId: id, reason }),
  "smartlab.mark": z.strictObject({ meetingId: id, personId: id, present: ticked }),
  /** How long it was, and what who comes later must know. */
  "smartlab.report-meeting": z.strictObject({
    meetingId: id,
    minutesSpent: z.coerce.number().int().min(1).max(1_440),
    gist: line(1_000).default(""),
  }),
  // The support team
  /** Who of the team goes along with it; nobody named is who acts. */
  "smartlab.open": z.strictObject({ labId: id, personId: noneOrId }),
  /** The same for a lab that is open: it has nobody, or somebody else from now on. */
  "smartlab.accompany": z.strictObject({ labId: id, personId: noneOrId }),
  "smartlab.set-threshold": z.strictObject({ labId: id, threshold, reason }),
  "smartlab.drop": z.strictObject({ labId: id, reason }),
  "smartlab.make-hub": z.strictObject({
    language: z.enum(LANGUAGES),
    title: someLine(120),
    summary: line(1_000).default(""),
  }),
  "smartlab.link-hub": z.strictObject({ labId: id, hubId: z.union([z.literal(""), id]) }),
  "smartlab.add-entry": z.strictObject({
    hubId: id,
    kind: z.enum(["event", "answer", "change"]),
    labId: noneOrId,
    day: z.iso.date(),
    language: z.enum(LANGUAGES),
    title: someLine(200),
    text: line(4_000).default(""),
    sourceUrl: link,
    /** The answer that this one takes the place of. */
    replaces: noneOrId,
  }),
  "smartlab.review-entry": z.strictObject({
    entryId: id,
    /** By function: "juriste du service social". */
    reviewer: someLine(120),
    validUntil: z.iso.date(),
  }),
} as const;

export type SmartlabCommands = {
  [K in keyof typeof SMARTLAB_COMMANDS]: z.infer<(typeof SMARTLAB_COMMANDS)[K]>;
};

export type SmartlabResults = {
  "smartlab.propose": { slug: string } | { similar: LabCard[] };
  "smartlab.join": { standing: Standing };
  "smartlab.plan-meeting": { meetingId: string };
  "smartlab.make-hub": { slug: string };
};
