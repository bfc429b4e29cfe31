import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import {
  SEATS_MOST,
  WORKERS_OFFICES,
  type WorkersOffice,
} from "../domain/workers-assembly/offices.ts";
import { inFour } from "./in-four.ts";
import { keptText } from "./text.ts";
import type { EditionHead } from "./workers-assembly.ts";

const line = (most: number) => keptText.trim().max(most);
const revision = z.coerce.number().int().min(0);
const registerNo = line(40).min(1);
const box = z.literal("on").optional();

const slug = line(80).min(1);

const EDITION = {
  ...inFour("title", 160),
  place: line(200).default(""),
  /** The day on which it meets; nothing while it is open. */
  meetsOn: z.union([z.literal(""), z.iso.date()]).default(""),
  seats: z.coerce.number().int().min(1).max(SEATS_MOST),
  "language.fr": box,
  "language.nl": box,
  "language.de": box,
  "language.en": box,
};

/** The form on which an edition begins: its campaign's coordinators have it. */
export const BEGIN_FORMS = {
  begin: z.object({ campaign: slug, ...EDITION }),
} as const;

/** The forms of who organises an edition, by intent. */
export const ORGANISE_FORMS = {
  change: z.object({ revision, ...EDITION }),
  name: z.object({ registerNo, office: z.enum(WORKERS_OFFICES) }),
  release: z.object({ grantId: z.uuid() }),
} as const;

const { change, name, release } = ORGANISE_FORMS;

/** The same acts, live: each names its edition. */
export const ORGANISE_COMMANDS = {
  "workers-organise.begin": BEGIN_FORMS.begin,
  "workers-organise.change": change.extend({ slug }),
  "workers-organise.name": name.extend({ slug }),
  "workers-organise.release": release.extend({ slug }),
} as const;

/** What they answer, where it is more than that it was done. */
export type OrganiseResults = { "workers-organise.begin": { slug: string } };

export type EditionFields = z.infer<typeof BEGIN_FORMS.begin>;
export type ChangedEdition = z.infer<(typeof ORGANISE_FORMS)["change"]>;
export type NamedToOffice = z.infer<(typeof ORGANISE_FORMS)["name"]>;

/** The languages that the form ticks. */
export function tickedLanguages(form: Pick<EditionFields, `language.${Language}`>): Language[] {
  return LANGUAGES.filter((language) => form[`language.${language}`] === "on");
}

/** Somebody who holds an office in the assembly, and whether they still may. */
export type OfficeHolder = {
  grantId: string;
  name: string;
  office: WorkersOffice;
  /** They came to the employer's side since: the office is void. */
  void: boolean;
};

/** The roll of a workers' assembly, once it is closed. Day is ISO. */
export type ClosedRoll = { asOf: string; persons: number };

/** Where the edition is prepared, for who coordinates it. */
export type OrganisePage = {
  head: EditionHead;
  revision: number;
  languages: Language[];
  titles: Translated;
  offices: OfficeHolder[];
  observers: number;
  /** Whom the campaign asks: the roll will be these, without the employer's side. */
  electorate: "members" | "workers";
  /** Offices of the cooperative that the campaign is limited to, by name; none for all. */
  within: string[];
  roll?: ClosedRoll;
  /** How many would be on it today, while it is open. */
  wouldBe?: number;
  /** The vote is drawn up: how many are debated and the languages stay. */
  settled: boolean;
};

/** Campaigns from which the actor may begin an edition. */
export type BeginPage = { campaigns: { slug: string; titles: Translated }[] };
