import type { Language, Translated } from "../domain/kernel/languages.ts";

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
  | "lab-minutes-proposed"
  | "lab-dates-asked"
  | "lab-date-chosen"
  | "lab-mention"
  | "lab-talk"
  | "lab-task-given"
  | "lab-decision-asked"
  | "lab-decision-adopted"
  | "solicitation-answered"
  | "solicitation-overdue";

/** What a notice is about: the unit of choice and of grouping. */
export type NoticeBody =
  | "cooperative"
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
  body: string;
  bodyName: string;
  subject: string;
  text: string;
  action: string;
  link: string;
  /** ISO instant. */
  at: string;
  read: boolean;
  statutory: boolean;
};

export type NoticeReader = { personId: string; language: Language };
