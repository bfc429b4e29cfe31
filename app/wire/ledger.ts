import { z } from "zod";
import { LANGUAGES } from "../domain/kernel/languages.ts";
import { ADDRESSEES, ITEM_KINDS, OUTCOMES, PROGRESSES } from "../domain/ledger/life.ts";
import { LINK_KINDS } from "../domain/ledger/links.ts";
import { SECTIONS, type SectionName } from "../domain/ledger/sections.ts";
import { keptText } from "./text.ts";

const id = z.uuid();
const line = (most: number) => keptText.trim().max(most);
const someLine = (most: number) => line(most).min(1);
const day = z.iso.date();
/** An empty field of a form is none. */
const none = z.literal("").transform(() => undefined);
const itemId = id;
const number = z.coerce.number().int().min(1).max(2_000_000_000);

const section = line(8_000).default("");
const SECTION_FIELDS = Object.fromEntries(
  SECTIONS.map(({ name }) => [name, section] as const),
) as Record<SectionName, typeof section>;

const ITEM = {
  kind: z.enum(ITEM_KINDS),
  addressee: z.enum(ADDRESSEES),
  language: z.enum(LANGUAGES),
  title: someLine(200),
  text: someLine(4_000),
  theme: line(80).default(""),
  city: line(80).default(""),
  groupId: z.union([none, id]).optional(),
  printed: line(12).default(""),
  ...SECTION_FIELDS,
};

/** What an act of the ledger carries: forms and live commands alike. */
export const LEDGER_COMMANDS = {
  // Everybody for themselves
  "ledger.support": z.strictObject({ itemId }),
  "ledger.unsupport": z.strictObject({ itemId }),
  /** An author may be named, and may take it back. */
  "ledger.name-me": z.strictObject({ itemId, listed: z.enum(["true", "false"]) }),
  // Those who write for a group
  "ledger.write": z.strictObject(ITEM),
  "ledger.change": z.strictObject({
    itemId,
    revision: z.coerce.number().int().min(0),
    ...ITEM,
  }),
  "ledger.publish": z.strictObject({ itemId }),
  "ledger.withdraw": z.strictObject({ itemId, reason: someLine(1_000) }),
  "ledger.link": z.strictObject({
    itemId,
    /** The other one's number. */
    to: number,
    kind: z.enum(LINK_KINDS),
    note: line(300).default(""),
  }),
  "ledger.unlink": z.strictObject({ itemId, to: number }),
  "ledger.ask-merge": z.strictObject({
    itemId,
    /** The number of the one that goes on. */
    into: number,
    note: line(300).default(""),
  }),
  // Authors of either
  "ledger.answer-merge": z.strictObject({
    itemId,
    into: number,
    agrees: z.enum(["true", "false"]),
  }),
  // Those who owe the answer
  "ledger.answer": z.strictObject({
    itemId,
    outcome: z.enum(OUTCOMES),
    reason: someLine(4_000),
    /** What will be done instead, where it is adapted. */
    adapted: line(4_000).default(""),
    referTo: z.union([none, z.enum(ADDRESSEES)]).optional(),
    /** Who carries it, by function. */
    owner: line(120).default(""),
    promisedOn: z.union([none, day]).optional(),
    objectiveId: z.union([none, id]).optional(),
  }),
  "ledger.progress": z.strictObject({
    itemId,
    progress: z.enum(PROGRESSES),
    note: someLine(1_000),
    evidence: z.union([none, z.url({ protocol: /^https$/ }).max(500)]).optional(),
  }),
  "ledger.aim": z.strictObject({ itemId, objectiveId: id }),
  // The assembly, by those who lead its work
  "ledger.contest": z.strictObject({
    itemId,
    reason: someLine(4_000),
    /** For workers: what their assembly decided, or the mandate of its coordination. */
    decisionId: z.union([none, id]).optional(),
    mandate: line(500).default(""),
  }),
} as const;

export type LedgerCommands = {
  [K in keyof typeof LEDGER_COMMANDS]: z.infer<(typeof LEDGER_COMMANDS)[K]>;
};

export type LedgerResults = {
  "ledger.write": { number: number };
};
