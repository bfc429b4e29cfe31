import type { Translated } from "../domain/kernel/languages.ts";
import type { NoticeBody } from "./notifications.ts";

/** What members are asked for. */
export const SOLICITATION_KINDS = ["survey", "meeting", "call", "vote", "notice"] as const;
export type SolicitationKind = (typeof SOLICITATION_KINDS)[number];

/** Something that is asked of many members. */
export type Solicitation = {
  /** The same key asks once: "lab:<id>/opening". */
  key: string;
  kind: SolicitationKind;
  body: NoticeBody;
  titles: Translated;
  /** A path on our site. */
  link: string;
  /** Law or statutes ask for it: neither counted nor held back. */
  statutory?: boolean;
  /** Who will act on what members say. Asked of everything that is not statutory. */
  whoActs?: string;
  /** ISO day by which members hear what became of it. Asked of everything that is not statutory. */
  answerBy?: string;
};
