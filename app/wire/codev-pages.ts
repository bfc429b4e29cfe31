import type { PublishedSums } from "../domain/codev/evaluation.ts";
import type {
  ConflictKind,
  CodevSessionState,
  CycleState,
  Mode,
  Outcome,
  PactClause,
  ParticipantState,
  Sector,
  Side,
  Slot,
  TurnState,
} from "../domain/codev/words.ts";
import type { Language } from "../domain/kernel/languages.ts";

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
  /** The reader said at the end what became of it. */
  endAnswered?: true;
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
  /** Over several groups. */
  sums: PublishedSums;
  rights: { signedIn: boolean; apply: boolean; organise: boolean; lead: boolean };
};
