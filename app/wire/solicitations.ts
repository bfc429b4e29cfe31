import { z } from "zod";
import { LANGUAGES, type Translated } from "../domain/kernel/languages.ts";
import {
  SOLICITATION_KINDS,
  type SolicitationKind,
  type SolicitationState,
} from "../domain/notifications/solicitation.ts";
import type { NoticeBody } from "./notifications.ts";
import { keptText } from "./text.ts";

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
  /** Of what is statutory: the article that asks for it. */
  basis?: string;
  /**
   * `within`: a group asks its own; on their calendar alone, and held back by nothing. `told`: who is
   * asked had wished to be told; the cap and quiet periods spare them. Neither promises anything.
   */
  wished?: "within" | "told";
  /** Who will act on what members say. Asked of everything else. */
  whoActs?: string;
  /** ISO day by which members hear what became of it. Asked of everything else. */
  answerBy?: string;
};

/** A request was called off, or its answer was promised for another day (ISO). */
export type SolicitationChange = { reason: Translated; at: string } & (
  | { kind: "cancelled" }
  | { kind: "moved"; from: string; to: string }
);

/** One request as the calendar shows it. */
export type SolicitationCard = {
  id: string;
  kind: SolicitationKind;
  titles: Translated;
  link: string;
  statutory: boolean;
  state: SolicitationState;
  /** ISO days. */
  askedOn: string;
  answerBy?: string;
  whoActs: string;
  /** How many were asked, and how many were spared because they were asked enough lately. */
  asked: number;
  spared: number;
  became: Translated;
  basis: string;
  /** The first one first. */
  changes: SolicitationChange[];
};

export type QuietPeriod = { id: string; firstDay: string; lastDay: string; titles: Translated };

export type SolicitationsPage = {
  /** The latest first. */
  solicitations: SolicitationCard[];
  /** Promises whose day has passed, the oldest first. */
  overdue: SolicitationCard[];
  cap: { most: number; days: number };
  quiet: QuietPeriod[];
  /** How often the reader was asked within the days of the cap. */
  mine?: number;
  mayArrange: boolean;
  mayReadProofs: boolean;
  /** What the form for a new request knows. */
  form?: {
    offices: { id: string; name: string }[];
    today: string;
    /** The latest request that promised something. */
    last?: SolicitationCard;
  };
  /** On which day to go on: the next page. */
  next?: string;
};

const id = z.uuid();
const day = z.iso.date();
const line = (most: number) => keptText.trim().max(most);
const ownPath = z.string().regex(/^\/(?!\/)[\w\-/.#?=&]{0,200}$/);
const titleFields = {
  ...Object.fromEntries(LANGUAGES.map((language) => [language, line(200).default("")])),
} as Record<(typeof LANGUAGES)[number], z.ZodDefault<ReturnType<typeof line>>>;

type Said = Record<(typeof LANGUAGES)[number], string>;

/** The texts of a form's four fields; a language that says nothing is left out. */
function texts({ fr, nl, de, en }: Said): Translated {
  return Object.fromEntries(Object.entries({ fr, nl, de, en }).filter(([, text]) => text !== ""));
}
const says = ({ fr, nl, de, en }: Said) => [fr, nl, de, en].some((text) => text !== "");

/** The forms of /solicitations, by intent. */
export const SOLICITATION_FORMS = {
  ask: z
    .object({
      key: id,
      kind: z.enum(SOLICITATION_KINDS),
      ...titleFields,
      link: ownPath,
      office: line(40).default(""),
      whoActs: line(200).min(1),
      answerBy: day,
    })
    .refine(says)
    .transform((form) => ({ ...form, titles: texts(form) })),
  answer: z
    .object({ solicitationId: id, ...titleFields })
    .refine(says)
    .transform((form) => ({ solicitationId: form.solicitationId, became: texts(form) })),
  cancel: z
    .object({ solicitationId: id, ...titleFields })
    .refine(says)
    .transform((form) => ({ solicitationId: form.solicitationId, reason: texts(form) })),
  move: z
    .object({ solicitationId: id, answerBy: day, ...titleFields })
    .refine(says)
    .transform((form) => ({
      solicitationId: form.solicitationId,
      answerBy: form.answerBy,
      reason: texts(form),
    })),
  inform: z
    .object({ key: id, ...titleFields, link: ownPath, basis: line(200).min(1) })
    .refine(says)
    .transform((form) => ({ ...form, titles: texts(form) })),
  cap: z.object({
    most: z.coerce.number().int().min(1).max(50),
    days: z.coerce.number().int().min(1).max(366),
  }),
  "add-quiet": z
    .object({ firstDay: day, lastDay: day, ...titleFields })
    .refine(({ firstDay, lastDay }) => firstDay <= lastDay)
    .refine(says)
    .transform((form) => ({
      firstDay: form.firstDay,
      lastDay: form.lastDay,
      titles: texts(form),
    })),
  "remove-quiet": z.object({ id }),
} as const;

export type NewSolicitation = z.infer<typeof SOLICITATION_FORMS.ask>;
export type StatutoryNotice = z.infer<typeof SOLICITATION_FORMS.inform>;
export type CancelledSolicitation = z.infer<typeof SOLICITATION_FORMS.cancel>;
export type MovedSolicitation = z.infer<typeof SOLICITATION_FORMS.move>;
