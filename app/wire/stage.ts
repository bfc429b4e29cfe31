import { z } from "zod";
import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { IncidentAct, IncidentKind } from "../domain/live-session/stage/incident.ts";
import {
  INCIDENT_KINDS,
  INCIDENT_MAX,
  MOST_EXTENSION,
} from "../domain/live-session/stage/incident.ts";
import { MOST_DELAY } from "../domain/live-session/stage/remote-ears.ts";
import type { NoticeAudience, StageScene } from "../domain/live-session/stage/scene.ts";
import { MESSAGE_MAX, NOTICE_AUDIENCES, SCENES } from "../domain/live-session/stage/scene.ts";
import type { ItemTimer } from "../domain/live-session/stage/timer.ts";
import { MOST_ALLOTTED } from "../domain/live-session/stage/timer.ts";
import type { SiteKind } from "../domain/programme/site.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const reason = keptText.trim().min(2).max(INCIDENT_MAX);
const kind = z.enum(INCIDENT_KINDS);
const seconds = (most: number) => z.coerce.number().int().min(0).max(most);
const words = keptText.trim().max(MESSAGE_MAX).optional();
/** A text in one language or several; forms send the others empty. */
const inLanguages = { fr: words, nl: words, de: words, en: words };

/** What a live command of the stage carries. The forms of the same acts parse with these too. */
export const STAGE_COMMANDS = {
  /** Starts or pauses the time of an item. */
  "timer.run": z.strictObject({ assemblyId: id, itemId: id, on: z.boolean() }),
  /** Gives an item another time: `from` is what the chair saw (seconds). */
  "timer.allot": z.strictObject({
    assemblyId: id,
    itemId: id,
    from: seconds(MOST_ALLOTTED),
    to: seconds(MOST_ALLOTTED),
  }),
  /** What the room's screen shows; `seen` is the revision of the stage that the chair saw. */
  "stage.show": z.strictObject({
    assemblyId: id,
    seen: z.coerce.number().int().min(0),
    scene: z.enum(SCENES),
    decisionId: id.optional(),
    ...inLanguages,
  }),
  /** Whether members' phones follow what the chair tells the screen to show. */
  "stage.phones": z.strictObject({ assemblyId: id, on: z.boolean() }),
  "notice.send": z.strictObject({
    assemblyId: id,
    to: z.array(z.enum(NOTICE_AUDIENCES)).min(1),
    ...inLanguages,
  }),
  "notice.take-back": z.strictObject({ assemblyId: id, noticeId: id }),
  "incident.note": z.strictObject({
    assemblyId: id,
    kind,
    siteId: id.optional(),
    what: reason,
    /** How long ago it happened. */
    minutesAgo: z.coerce.number().int().min(0).max(600).optional(),
  }),
  "session.suspend": z.strictObject({ assemblyId: id, kind, reason }),
  "session.resume": z.strictObject({ assemblyId: id }),
  "decision.suspend": z.strictObject({ decisionId: id, kind, reason }),
  "decision.resume": z.strictObject({ decisionId: id }),
  "decision.extend": z.strictObject({
    decisionId: id,
    kind,
    reason,
    minutes: z.coerce.number().int().min(1).max(MOST_EXTENSION),
    /** The promise that the chair saw (ms since epoch); 0 for none. */
    seen: z.coerce.number().int().min(0),
  }),
  /** Annuls a vote that is not proclaimed yet and makes its successor, a draft. */
  "decision.repeat": z.strictObject({ decisionId: id, kind, reason }),
  /** Annuls a result that was proclaimed; `again` makes its successor, a draft. */
  "decision.annul": z.strictObject({ decisionId: id, kind, reason, again: z.boolean() }),
  "stream.delay": z.strictObject({ assemblyId: id, siteId: id, seconds: seconds(MOST_DELAY) }),
  /** The chair says the word: those who hear a stream answer with `stream.heard`. */
  "stream.mark": z.strictObject({ assemblyId: id }),
  /** `markedAt` is the mark that was answered (ms since epoch). */
  "stream.heard": z.strictObject({
    assemblyId: id,
    siteId: id,
    markedAt: z.coerce.number().int(),
  }),
  "question.read-out": z.strictObject({ assemblyId: id, questionId: id, on: z.boolean() }),
} as const;

export type StageResults = {
  "decision.repeat": { decisionId: string };
  "decision.annul": { decisionId?: string };
  "stream.heard": { seconds: number };
};

/** A word of the bureau. `at` in ms since epoch. */
export type NoticeView = { id: string; texts: Translated; to: NoticeAudience[]; at: number };

/** An entry of the incident log. `at` in ms since epoch. */
export type IncidentView = {
  id: string;
  kind: IncidentKind;
  act: IncidentAct;
  at: number;
  what: string;
  siteId?: string;
  itemId?: string;
  decisionId?: string;
  /** Until when a vote was lengthened (ms since epoch). */
  until?: number;
  by: string;
};

/** Where a site can be followed from elsewhere, and how late it is heard there. */
export type StageSite = {
  id: string;
  kind: SiteKind;
  name: string;
  city?: string;
  /** Whether it sends a stream. */
  streams?: true;
  /** Seconds behind the room, where somebody measured or set it. */
  delay?: number;
  captions?: Partial<Record<Language, string>>;
  interpretation?: Partial<Record<Language, string>>;
};

/** The stage of a live session: the key `stage` of a SessionView. */
export type StageView = {
  screen: {
    scene: StageScene;
    decisionId?: string;
    message?: Translated;
    /** Members' phones show it too. */
    phones: boolean;
    /** Rises at every change: an act says which one it saw. */
    revision: number;
  };
  /** Since when the session is suspended (ms since epoch). */
  suspendedAt?: number;
  /** By item, where somebody touched its time. */
  timers: Record<string, ItemTimer>;
  /** What this audience is told, by id. */
  notices: Record<string, NoticeView>;
  /** For the chair and the secretary alone. */
  incidents: Record<string, IncidentView>;
  sites: Record<string, StageSite>;
  /** By open vote: from when on it may be closed (ms since epoch). */
  closable: Record<string, number>;
  /** Questions to be read aloud for those who are not in the main room, by id. */
  aloud: Record<string, { from?: string; readAt?: number }>;
  /** When the chair last said the word for measuring (ms since epoch). */
  delayMarkedAt?: number;
};
