import { z } from "zod";
import type { Part } from "../domain/codev/confidential.ts";
import type { CourseAct, Seat } from "../domain/codev/course.ts";
import type { CourseView } from "../domain/codev/course-time.ts";
import { ACT_KINDS } from "../domain/codev/course.ts";
import {
  MINUTES_RANGE,
  SKIP_REASONS,
  type Step,
  type StepMinutes,
  STEPS,
  TAGS,
} from "../domain/codev/steps.ts";
import type { CodevSessionState, Mode } from "../domain/codev/words.ts";
import { keptText } from "./text.ts";

const id = z.uuid();

/** Longest texts of a session (characters). */
export const TEXT_LIMITS = { contract: 280, line: 160, notes: 4_000 } as const;

const planned = (step: Step) =>
  z.coerce.number().int().min(MINUTES_RANGE[step].min).max(MINUTES_RANGE[step].max);

/** When a device did it (server's clock, ms); a plain form does it now. */
const at = z.coerce.number().int().positive().optional();

const minutes = z.coerce.number().int().min(-60).max(60);

/** What a live command of a session carries. The forms of the same acts parse with these too. */
export const CODEV_SESSION_COMMANDS = {
  /** One act of a facilitator. A device says which and when; a plain form does it now. */
  "codev-session.act": z
    .strictObject({
      sessionId: id,
      id: id.optional(),
      at,
      kind: z.enum(ACT_KINDS),
      step: z.enum(STEPS),
      turn: z.coerce
        .number()
        .pipe(z.union([z.literal(1), z.literal(2)]))
        .optional(),
      minutes: minutes.optional(),
      seen: minutes.optional(),
      reason: z.enum(SKIP_REASONS).optional(),
      personId: id.optional(),
      tag: z.enum(TAGS).optional(),
    })
    .refine(({ kind, reason }) => (kind === "skip") === (reason !== undefined)),
  "codev-session.attend": z.strictObject({ sessionId: id, personId: id, on: z.boolean(), at }),
  "codev-session.choose-client": z.strictObject({ sessionId: id, personId: id }),
  /** The request in one sentence: by the client, or by a facilitator who types for them. */
  "codev-session.contract": z.strictObject({
    sessionId: id,
    text: keptText.trim().min(1).max(TEXT_LIMITS.contract),
    at,
  }),
  /** One's own notes; of the client also the plan. An empty text removes them. */
  "codev-session.note": z.strictObject({
    sessionId: id,
    about: z.enum(["notepad", "plan", "pair-notes"]),
    text: keptText.max(TEXT_LIMITS.notes),
    at,
  }),
  "codev-session.park": z.strictObject({
    sessionId: id,
    line: keptText.trim().min(1).max(TEXT_LIMITS.line),
  }),
  "codev-session.unpark": z.strictObject({
    sessionId: id,
    line: keptText.trim().min(1).max(TEXT_LIMITS.line),
  }),
  /** Minutes of each step, for this session and those that follow in the cycle. */
  "codev-session.plan": z.strictObject({
    sessionId: id,
    opening: planned("opening"),
    expose: planned("expose"),
    clarification: planned("clarification"),
    contract: planned("contract"),
    consultation: planned("consultation"),
    synthesis: planned("synthesis"),
    learning: planned("learning"),
  }),
  "codev-session.close": z.strictObject({
    sessionId: id,
    mood: z.coerce.number().int().min(1).max(5),
    incident: z.boolean(),
    keepNotes: z.boolean(),
    at,
  }),
} as const;

/** Audiences of `codev/<session>/…`; `mine` is each person's own and alone carries words. */
export const CODEV_AUDIENCES = ["participant", "facilitator", "screen", "mine"] as const;
export type CodevAudience = (typeof CODEV_AUDIENCES)[number];

export function codevRoom(sessionId: string, audience: CodevAudience): string {
  return `codev/${sessionId}/${audience}`;
}

export type SessionFacts = {
  id: string;
  cycleId: string;
  position: number;
  state: CodevSessionState;
  mode: Mode;
  /** ms since epoch. */
  startsAt: number;
  minutes: StepMinutes;
};

/** The rooms `participant` and `screen`: the course, and never a word that was written. */
export type PeerRoomView = { session: SessionFacts; course: CourseView };

/** Somebody of the group as the facilitators see them. */
export type PeerView = {
  personId: string;
  initials: string;
  name: string;
  /** Their place round the table. */
  order: number;
  present: boolean;
  excused: boolean;
  /** Was client in this cycle already. */
  served: boolean;
};

/** The room `facilitator`. */
export type FacilitatorRoomView = {
  session: SessionFacts;
  acts: Record<string, CourseAct>;
  peers: Record<string, PeerView>;
  /** Of the first consultation, and of the second where there is one. */
  clientIds: string[];
};

/** What only this person may be told, opened with the key of the group. */
export type MyCodevView = {
  part: Part;
  seat?: Seat;
  /** One is client today, in this consultation or in the other: one has a plan. */
  plans?: true | undefined;
  clientName?: string | undefined;
  /** Who was client before: the group hears what became of it. */
  lastClientName?: string | undefined;
  contract?: string | undefined;
  /** Candidate subjects in a line each, while the subject is chosen. */
  subjects?: { personId: string; name: string; text: string }[];
  /** Facilitators alone. */
  parking?: string[];
};

/** A page of a session as it is loaded. */
export type CodevSessionPage<View> = {
  view: View;
  seq?: number;
  mine: MyCodevView;
  /** Whose page it is. */
  me: string;
  /** The video link, or the place. */
  link: string;
  place: string;
  /** What the reader wrote for themselves, by kind. */
  notes: { notepad?: string; plan?: string; "pair-notes"?: string };
};
