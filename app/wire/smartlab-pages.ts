import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import type { ItemState, Outcome } from "../domain/ledger/life.ts";
import type { AnswerState } from "../domain/smartlab/answer.ts";
import type { Health } from "../domain/smartlab/health.ts";
import {
  LAB_THEMES,
  type HandOff,
  type HandOffState,
  type LabModel,
  type LabOrigin,
  type LabTheme,
  type Openness,
} from "../domain/smartlab/lab.ts";
import type { LabNote, LabState } from "../domain/smartlab/life.ts";
import type { Funnel } from "../domain/smartlab/meeting.ts";
import type { LabRole, Standing } from "../domain/smartlab/people.ts";
import type { QrPicture } from "./check-in.ts";
import { keptText } from "./text.ts";
import type { LabCatchUp } from "./lab-work.ts";
import type { ProposalsOfIt } from "./workers-assembly.ts";

const line = (most: number) => keptText.trim().max(most);

/** What one looks for; empty is any. */
export const labSearch = z.object({
  theme: z.enum(["", ...LAB_THEMES]).catch(""),
  language: z.enum(["", ...LANGUAGES]).catch(""),
  /** A city, or "online". */
  city: line(80).catch(""),
  openness: z.enum(["", "gathering", "places", "full", "resting", "over"]).catch(""),
  words: line(80).catch(""),
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type LabSearch = z.infer<typeof labSearch>;

/** A lab in a list. Instants in ms. */
export type LabCard = {
  id: string;
  slug: string;
  state: LabState;
  openness: Openness;
  language: Language;
  title: string;
  makes: string;
  theme: LabTheme;
  model: LabModel;
  ownModel: string;
  origin: LabOrigin;
  forWhom: string;
  effort: string;
  /** "" where it meets online alone. */
  city: string;
  online: boolean;
  capacity?: number;
  threshold: number;
  interested: number;
  joined: number;
  waiting: number;
  /** The start of its next meeting. */
  next?: number;
  /** How the reader stands to it. */
  mine?: { standing: Standing; role: LabRole; rank?: number };
};

export type LabListPage = {
  search: LabSearch;
  labs: LabCard[];
  /** All that match, and the last page. */
  total: number;
  pages: number;
  cities: string[];
  hubs: HubCard[];
  /** The reader is told when one of this search opens. */
  alerted: boolean;
  rights: { signedIn: boolean; propose: boolean; support: boolean };
};

/** A meeting as its readers may see it; the link is for the lab's people. Instants in ms. */
export type MeetingView = {
  id: string;
  title: string;
  startsAt: number;
  endsAt: number;
  place: string;
  onlineLink?: string;
  minutesSpent?: number;
  gist: string;
  cancelled?: true;
  cancelReason?: string;
  revision: number;
  /** How many were there. */
  present: number;
  mine?: "present" | "not-this-time";
  /** One may say now that one is there. */
  attendable?: true;
};

export type LabMove = { event: LabNote; reason: string; at: number };

/** A lab by its name. */
export type LabLink = { slug: string; title: string; language: Language };

/** A lab that is over asks this one to go on with what it made. Instants in ms. */
export type HandOffRequest = { lab: LabLink & { id: string }; outcome: string; note: string };

/** Somebody of the support team who may go along, and how many labs they go along with. */
export type SupportPerson = { personId: string; name: string; labs: number };

/** Somebody of a lab, named to its people alone. */
export type LabMember = { personId: string; name: string; role: LabRole };

/** What the public face of a lab shows, and its people besides. */
export type LabPage = {
  lab: LabCard & {
    code: string;
    whyNow: string;
    originNote: string;
    silentWeeks: number;
    proposedAt: number;
    pausedUntil?: string;
    pauseReason?: string;
    dropReason?: string;
    outcome?: LabOutcome;
    hub?: HubCard;
    revision: number;
    /** The entry of the ledger that it takes up. */
    fromItem?: { number: number; title: string; language: Language };
    /** Labs whose work it goes on with. */
    continues?: LabLink[];
    /** Somebody of the support team goes along with it. */
    accompanied: boolean;
    /** For its people. */
    onlineLink?: string;
  };
  funnel: Funnel;
  meetings: MeetingView[];
  /** Newest first. */
  moves: LabMove[];
  /** For its people alone. */
  members?: LabMember[];
  catchUp?: LabCatchUp;
  /** Of the meeting at hand: who was marked as there. For those who lead. */
  roll?: { meetingId: string; present: string[] };
  health?: { state: Health; silentFor: number };
  /** What other labs ask, for those who lead. */
  requests?: HandOffRequest[];
  /** What came of it in workers' assemblies, and where its people may propose. */
  proposals: ProposalsOfIt;
  /** Who may go along, for the support team. */
  team?: SupportPerson[];
  rights: {
    signedIn: boolean;
    inside: boolean;
    lead: boolean;
    support: boolean;
  };
};

export type LabOutcome = {
  closedAt: number;
  outcome: string;
  made: string;
  handOff: HandOff;
  handOffNote: string;
  /** The lab that was asked to go on, and what its people said. */
  handOffLab?: LabLink & { state: HandOffState; reason: string; answeredAt?: number };
  /** Where it is answered, for what went to the board, to advocacy or to the assembly. */
  ledger?: { number: number; state: ItemState; outcome: Outcome | "" };
};

export type MyLabsPage = {
  labs: LabCard[];
  alerts: { theme: string; language: string; city: string }[];
  feedUrl?: string;
};

/** Several groups on one topic. */
export type HubCard = { id: string; slug: string; title: Translated; labs: number };

export type HubEntry = {
  id: string;
  kind: "event" | "answer" | "change";
  /** ISO day. */
  day: string;
  language: Language;
  title: string;
  text: string;
  sourceUrl: string;
  lab?: LabLink;
  review?: { reviewer: string; on: string; validUntil: string };
  replacedBy?: string;
  /** Of an answer: whether one may rely on it today. */
  answer?: AnswerState;
};

export type HubPage = {
  hub: HubCard & { summary: Translated };
  labs: LabCard[];
  entries: HubEntry[];
  rights: { write: boolean; review: boolean };
};

export type LabOverviewLine = LabCard & { funnel: Funnel; health: Health; silentFor: number };

/** What who answers for labs as a whole sees. */
export type LabOverview = {
  labs: LabOverviewLine[];
  total: Funnel;
  /** Persons, each once, whatever number of labs they are in. */
  persons: { interested: number; met: number };
  hubs: HubCard[];
};

/** What hangs on a wall: the lab, a picture to scan and an address to type. */
export type LabPoster = { lab: LabCard; address: string; qr: QrPicture };
