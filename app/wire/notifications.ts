import { z } from "zod";
import type { Translated } from "../domain/kernel/languages.ts";
import {
  type Choice,
  IN_APP_CHOICES,
  MAIL_CHOICES,
  type QuietHours,
} from "../domain/notifications/choices.ts";

/**
 * Everything a person may be told, one thing each. Words: `notice.<kind>.{subject,text,action}` of
 * notifications.json, in four languages.
 */
export type NoticeKind =
  | "question-merged"
  | "question-refused"
  | "question-answered"
  | "appeal-upheld"
  | "appeal-rejected"
  | "vote-reminder"
  | "lab-ready"
  | "lab-open"
  | "lab-found"
  | "lab-place-freed"
  | "lab-dropped"
  | "lab-paused"
  | "lab-pause-over"
  | "lab-handed-over"
  | "lab-closed"
  | "lab-meeting-planned"
  | "lab-meeting-changed"
  | "lab-meeting-cancelled"
  | "lab-meeting-tomorrow"
  | "lab-silent"
  | "lab-unanswered"
  | "lab-accompany"
  | "lab-asked-to-go-on"
  | "lab-taken-up"
  | "lab-not-taken-up"
  | "lab-answer-ending"
  | "lab-answer-expired"
  | "lab-minutes-proposed"
  | "lab-dates-asked"
  | "lab-date-chosen"
  | "lab-mention"
  | "lab-talk"
  | "lab-task-given"
  | "lab-decision-asked"
  | "lab-decision-adopted"
  | "solicitation"
  | "survey-asked"
  | "survey-reminder"
  | "survey-results"
  | "solicitation-answered"
  | "solicitation-cancelled"
  | "solicitation-moved"
  | "statutory-notice"
  | "mandate-given"
  | "mandate-accepted"
  | "mandate-declined"
  | "mandate-revoked"
  | "place-freed"
  | "session-changed"
  | "session-cancelled"
  | "programme-reminder"
  | "codev-invited"
  | "codev-started"
  | "codev-session-soon"
  | "codev-changed"
  | "codev-swap-asked"
  | "codev-newcomer-asked"
  | "codev-ending"
  | "codev-follow-up"
  | "book-changed"
  | "book-arrived"
  | "book-transmitted"
  | "ledger-entered"
  | "ledger-due"
  | "ledger-answered"
  | "ledger-contested"
  | "ledger-moved"
  | "ledger-taken-up"
  | "ledger-ended"
  | "ledger-merge-asked"
  | "proposal-merge-asked"
  | "proposal-merged"
  | "proposal-question"
  | "proposals-frozen"
  | "ranking-opened"
  | "ranking-extended"
  | "ranking-reminded"
  | "solicitation-overdue";

/** What a notice is about: the unit of choice and of grouping. */
export type NoticeBody =
  | "cooperative"
  | "ledger"
  | "assembly"
  | `assembly:${string}`
  | `lab:${string}`
  | `codev:${string}`;

/**
 * What the words are filled with; never a ballot, a secret or a private text. A text in several
 * languages is said in the reader's; of a name that ends in `At` (an ISO instant) the day and hour
 * of Brussels are said, of one that ends in `On` (an ISO day) the day.
 */
export type NoticeDetails = Record<string, string | number | Translated>;

/** `soon`: a mail at once, unless choice or quiet hours hold it. `statutory`: always, provable. */
export type Urgency = "digest" | "soon" | "statutory";

export type Notice = {
  kind: NoticeKind;
  body: NoticeBody;
  /** How people call the body, where it has a name of its own: the title of a lab. */
  bodyName?: string;
  /** A path on our site: "/smartlab/ateliers-bois". */
  link: string;
  details?: NoticeDetails;
  /** The same person and key is told once. */
  key: string;
  urgency: Urgency;
  /** Who brought it about: is never told what they did themselves. */
  by?: string;
};

/** One notice as its reader sees it, said in their language. */
export type SaidNotice = {
  id: string;
  subject: string;
  text: string;
  action: string;
  link: string;
  /** ISO instant. */
  at: string;
  read: boolean;
  /** Done already, or over. */
  settled: boolean;
  statutory: boolean;
};

export type NoticeGroup = { body: string; name: string; notices: SaidNotice[] };

export type NoticesPage = {
  groups: NoticeGroup[];
  /** At most 100. */
  unread: number;
  /** Where the next page begins. */
  next?: string;
};

/** A channel that is left out follows the wider choice. */
type NamedChoice = { body: string; name: string; choice: Partial<Choice> };

export type ChoicesPage = {
  everything: Choice;
  families: NamedChoice[];
  /** Labs, cycles and assemblies one heard of. */
  bodies: NamedChoice[];
  quiet: QuietHours;
};

const id = z.uuid();
const hour = z.coerce.number().int().min(0).max(23);
/** A form's way to say that a wider choice holds. */
const noChoice = z.literal("").transform(() => undefined);

/** The notice before which a page of them begins. */
export const NoticeCursor = id;

/** The forms of /notifications, by intent. */
export const NOTICE_FORMS = {
  read: z.object({ noticeId: id }),
  "read-all": z.object({}),
} as const;

/** The forms of /notifications/choices, by intent. */
export const CHOICE_FORMS = {
  choose: z.object({
    body: z.string().regex(/^(\*|[a-z]+(:[\w-]{1,60})?)$/),
    inApp: z.union([z.enum(IN_APP_CHOICES), noChoice]),
    mail: z.union([z.enum(MAIL_CHOICES), noChoice]),
  }),
  "quiet-hours": z.object({ from: hour, to: hour }),
} as const;

/** What somebody chose for a body; a channel without a choice follows the wider one. */
export type ChosenFor = z.infer<typeof CHOICE_FORMS.choose>;
