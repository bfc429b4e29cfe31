import type { Language } from "../domain/kernel/languages.ts";

/** The questions that home answers; `could` is for who has nothing of the others yet. */
export const HOME_PARTS = ["now", "waits", "became", "could"] as const;
export type HomePart = (typeof HOME_PARTS)[number];

/** One line of somebody's home, said in their language by the feature it comes from. */
export type HomeItem = {
  /** Unique on the page: "lab-meeting:<id>". */
  key: string;
  part: HomePart;
  /** What it is, in two or three words: "Réunion de SmartLab". */
  sign: string;
  title: string;
  /** Of the title, where it is not the reader's. */
  titleLanguage?: Language;
  /** One line more: where, with whom, until when. */
  detail?: string;
  /** What the link does: "Voter", "Confirmer ma présence". */
  action: string;
  /** A path on our site. */
  link: string;
  /** ISO instant by which its part is ordered: when it begins, is due, or came about. */
  at?: string;
  /** It is due today, or late: shown first and louder. */
  pressing?: boolean;
};

export type HomeItems = Record<HomePart, HomeItem[]>;
