import { z } from "zod";
import type { Language } from "../domain/kernel/languages.ts";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import type {
  HandKind,
  SpeakingChannel,
  SpeakingRatio,
  TurnReason,
} from "../domain/live-session/speaking.ts";
import {
  HAND_KINDS,
  MOST_SPEAKING_TIME,
  SPEAKING_CHANNELS,
} from "../domain/live-session/speaking.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** What a live command of the floor carries. The forms of the same acts parse with these too. */
export const FLOOR_COMMANDS = {
  // Everybody who entered
  "hand.raise": z.strictObject({
    assemblyId: id,
    kind: z.enum(HAND_KINDS),
    language: z.enum(LANGUAGES),
  }),
  "hand.lower": z.strictObject({ assemblyId: id }),
  // The bureau: a voice in a room without an account
  "hand.note": z.strictObject({
    assemblyId: id,
    name: keptText.trim().min(1).max(80),
    kind: z.enum(HAND_KINDS),
    channel: z.enum(SPEAKING_CHANNELS),
    language: z.enum(LANGUAGES),
  }),
  "hand.put-down": z.strictObject({ handId: id }),
  // Chair
  "floor.open": z.strictObject({ assemblyId: id, open: z.boolean() }),
  "floor.time": z.strictObject({
    assemblyId: id,
    seconds: z.coerce.number().int().min(15).max(MOST_SPEAKING_TIME),
  }),
  /** Gives the floor to a hand; whoever had it gives it back. */
  "floor.give": z.strictObject({ handId: id }),
  "floor.take-back": z.strictObject({ handId: id }),
  "floor.more-time": z.strictObject({
    handId: id,
    seconds: z.coerce.number().int().min(15).max(MOST_SPEAKING_TIME),
  }),
} as const;

/** Who has the floor. Instants in ms since epoch. */
export type SpeakerView = {
  id: string;
  name: string;
  kind: HandKind;
  channel: SpeakingChannel;
  language: Language;
  startedAt: number;
  until: number;
};

/** A hand that waits, as the bureau sees it. */
export type WaitingHand = {
  id: string;
  /** Its turn, from 1. */
  turn: number;
  why: TurnReason;
  name: string;
  kind: HandKind;
  channel: SpeakingChannel;
  language: Language;
  hasSpoken: boolean;
  raisedAt: number;
};

/** Speaking in a session: the key `floor` of a SessionView. */
export type FloorView = {
  open: boolean;
  secondsEach: number;
  speaker?: SpeakerView;
  /** How many wait, by where they are. */
  waiting: Record<SpeakingChannel, number>;
  /** Chair and moderators alone, by id. */
  hands: Record<string, WaitingHand>;
  /** Turns that are over; points of order are left out. */
  ratio: SpeakingRatio;
};

/** A person's own hand: the key `hand` of a MySessionView. */
export type MyHandView = {
  id: string;
  kind: HandKind;
  channel: SpeakingChannel;
  /** Its turn from 1; 0 while they have the floor. */
  turn: number;
  why?: TurnReason;
};
