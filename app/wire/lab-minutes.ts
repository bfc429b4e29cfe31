import { z } from "zod";
import {
  MOST_TEXT,
  MOST_UPDATE_BYTES,
  VISIBILITIES,
  type MinutesPhase,
  type Visibility,
} from "../domain/smartlab/minutes/minutes.ts";
import { keptText } from "./text.ts";
import type { GatheringEdition } from "./workers-assembly.ts";

const id = z.uuid();
const minutesId = id;
const written = keptText.max(MOST_TEXT);

/** What an act on minutes carries: forms and live commands alike. */
export const LAB_MINUTES_COMMANDS = {
  "lab.minutes-begin": z.strictObject({
    labId: id,
    title: keptText.trim().min(1).max(200),
    meetingId: z.union([z.literal(""), id]).default(""),
  }),
  /** Changes as one's browser made them, in base64. */
  "lab.minutes-write": z.strictObject({
    minutesId,
    update: z.base64().max(Math.ceil(MOST_UPDATE_BYTES / 3) * 4),
  }),
  /** The whole text from a form, and the text that its writer began with. */
  "lab.minutes-save": z.strictObject({ minutesId, base: written, text: written }),
  "lab.minutes-keep": z.strictObject({ minutesId }),
  "lab.minutes-restore": z.strictObject({ minutesId, number: z.coerce.number().int().min(1) }),
  "lab.minutes-propose": z.strictObject({ minutesId }),
  "lab.minutes-agree": z.strictObject({ minutesId }),
  "lab.minutes-reopen": z.strictObject({ minutesId }),
  "lab.minutes-approve": z.strictObject({ minutesId }),
  "lab.minutes-show": z.strictObject({ minutesId, visibility: z.enum(VISIBILITIES) }),
} as const;

export type LabMinutesCommands = {
  [K in keyof typeof LAB_MINUTES_COMMANDS]: z.infer<(typeof LAB_MINUTES_COMMANDS)[K]>;
};

export type LabMinutesResults = {
  "lab.minutes-begin": { minutesId: string };
  "lab.minutes-write": { seq: number };
};

/** What the room of one text tells those who write: `minutesRoom`. */
export type MinutesRoomView = {
  phase: MinutesPhase;
  seq: number;
  /** The latest changes by number, in base64; what is missing is asked for (`MinutesState`). */
  updates: Record<string, string>;
  /** Who wrote a moment ago, by person, and the number of their latest change. */
  writers: Record<string, { name: string; seq: number }>;
};

/** All changes after a number, or all there are where those are no longer apart. */
export type MinutesState = { phase: MinutesPhase; seq: number; updates: string[] };

/** Instants in ms. */
export type MinutesCard = {
  id: string;
  title: string;
  phase: MinutesPhase;
  visibility: Visibility;
  madeAt: number;
  meetingAt?: number;
  approvedAt?: number;
};

export type MinutesVersion = {
  number: number;
  reason: "regular" | "kept" | "restored" | "proposed";
  by?: string;
  at: number;
};

export type MinutesPage = {
  minutes: MinutesCard;
  seq: number;
  text: string;
  versions: MinutesVersion[];
  /** One of the versions, where the reader asked for it. */
  shown?: MinutesVersion & { text: string };
  agreed: { names: string[]; mine: boolean; needed: number };
  /** Where its people may make a proposal of what was approved. */
  proposeIn: GatheringEdition[];
};
