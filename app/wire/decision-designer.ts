import { z } from "zod";
import { ROLES } from "../domain/kernel/actor.ts";
import { LANGUAGES, type Translated } from "../domain/kernel/languages.ts";
import { MOST_LISTED } from "../domain/decisions/electorate.ts";
import type { DraftProblem } from "../domain/decisions/draft.ts";
import { MOST_RANKED_OPTIONS } from "../domain/decisions/rankings.ts";
import { METHODS, type MethodName } from "../domain/decisions/registry.ts";
import { DECISION_KINDS, LEGAL_CHANNELS } from "../domain/decisions/statute-profile.ts";
import { DECLARED_TIE_RULES } from "../domain/decisions/tie-declared.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const word = keptText.trim().min(1).max(80);
const instant = z.iso.datetime({ offset: true }).nullable();
const translated = <T extends z.ZodType>(text: T) => z.partialRecord(z.enum(LANGUAGES), text);

const body = z.union([
  z.enum(["cooperative", "board"]),
  z.templateLiteral(["assembly:", z.uuid()]),
]);

export const ELECTORATE = z.strictObject({
  categories: z.array(word).min(1).max(100).optional(),
  offices: z.array(word).min(1).max(200).optional(),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length).optional(),
  bodies: z.array(body).min(1).max(50).optional(),
  attendance: z.literal(true).optional(),
  list: z.array(id).min(1).max(MOST_LISTED).optional(),
});

/** What an organiser designs. Texts may be empty while a draft is being written. */
const DRAFT = z.strictObject({
  itemId: id.nullable(),
  texts: translated(
    z.strictObject({ title: keptText.trim().max(200), text: keptText.trim().max(20_000) }),
  ),
  legalBasis: keptText.trim().max(200),
  legalChannel: z.enum([...LEGAL_CHANNELS, "consultation"]),
  method: z.enum(Object.keys(METHODS) as [MethodName, ...MethodName[]]),
  /** Of a resolution alone: what it changes, which says its majority and its quorum. */
  matter: z.enum(DECISION_KINDS),
  secondMeeting: z.boolean(),
  /** Of every other method; what is left out has the method's default. */
  settings: z.record(
    keptText.max(40),
    z.union([z.int(), keptText.max(40), z.array(z.int()).max(1_000)]),
  ),
  /** The most options a ballot may approve; null: as many as the method lets it. */
  maxChoices: z.int().min(1).max(1_000).nullable(),
  /** The fewest, unless it is blank; null: one. */
  minChoices: z.int().min(1).max(1_000).nullable(),
  /**
   * Candidates or proposals in the declared order; an id is given to those that have none. No more
   * than a ranking may hold, whatever the method.
   */
  options: z
    .array(
      z.strictObject({ id: word.max(40).optional(), label: translated(keptText.trim().max(300)) }),
    )
    .max(MOST_RANKED_OPTIONS),
  electorate: ELECTORATE,
  seal: z.enum(["none", "server", "scrutineers"]),
  mayChange: z.boolean(),
  tieRule: z.enum(DECLARED_TIE_RULES),
  /** When it opens and closes by itself; null: the chair does it. */
  opensAt: instant,
  closesAt: instant,
  rehearsal: z.boolean(),
});
export type DecisionDraft = z.infer<typeof DRAFT>;

/** Designing a decision: every part may come alone, so that a form can go step by step. */
export const DESIGNER_ACTS = {
  "draft.create": DRAFT.partial().extend({ assemblyId: id }),
  "draft.update": DRAFT.partial().extend({ decisionId: id }),
  "draft.delete": z.strictObject({ decisionId: id }),
  /** Copies a decision into a rehearsal of it. */
  "draft.rehearse": z.strictObject({ decisionId: id }),
  /** One person more or less on the electorate's list; without anybody on it, it restricts nothing. */
  "draft.change-list": z.strictObject({
    decisionId: id,
    add: id.optional(),
    remove: id.optional(),
  }),
  "draft.clear-list": z.strictObject({ decisionId: id }),
  /** Register numbers, each on a line of its own; what follows a number on its line is not read. */
  "draft.paste-list": z.strictObject({
    decisionId: id,
    lines: z.array(keptText.trim().min(1).max(200)).min(1).max(MOST_LISTED),
  }),
  "draft.count-electorate": z.strictObject({ assemblyId: id, electorate: ELECTORATE }),
} as const;

type Acts = typeof DESIGNER_ACTS;
export type DesignerInput<K extends keyof Acts> = z.infer<Acts[K]>;

/** Persons an electorate picks, of how many on the roll (or, before it is taken, members today). */
export type ElectorateCount = { persons: number; of: number; rollTaken: boolean };

/** Somebody who is, or may be, on the list of an electorate. */
export type ListedPerson = {
  personId: string;
  name: string;
  registerNo: string | null;
  office: string | null;
  listed: boolean;
  /** Whoever is not on the roll cannot vote, listed or not. */
  onRoll: boolean;
};

/** The list of an electorate: the first persons on it by name, and whom a search found. */
export type PersonList = { persons: ListedPerson[]; total: number; found?: ListedPerson[] };

/** What became of a pasted line. `line` counts from 1; lines left empty are not counted. */
export type PastedLine = {
  line: number;
  typed: string;
  name?: string;
  outcome: "added" | "listed" | "repeated" | "unknown" | "not-on-roll";
};

/** What a designer may choose from in one assembly. */
export type DesignerAssembly = {
  id: string;
  slug: string;
  title: Translated;
  phase: "prepared" | "convened" | "live" | "closed";
  items: { id: string; position: number; title: Translated }[];
  categories: { id: string; name: string }[];
  offices: { id: string; name: string }[];
  decisions: { id: string; title: Translated; phase: string; rehearsal: boolean }[];
};

/** A draft as it stands. */
export type DesignedDraft = {
  decisionId: string;
  assembly: DesignerAssembly;
  draft: Omit<DecisionDraft, "options"> & { options: { id: string; label: Translated }[] };
  /** What it lacks before it can open. */
  problems: DraftProblem[];
  /** Somebody holds a secret ballot of it already: nothing but texts and window may change. */
  inUse: boolean;
  /** Its text went out with the convocation: slips are corrected there, the rest stays. */
  convened: boolean;
  picks: ElectorateCount;
};
