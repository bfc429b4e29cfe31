import { z } from "zod";
import { LANGUAGES, type Language, type Translated } from "../domain/kernel/languages.ts";
import type { PublishedTables } from "../domain/programme/regional-figures.ts";
import { SESSION_KINDS, type PlaceState, type SessionKind } from "../domain/programme/session.ts";
import { SITE_KINDS, type SiteKind, type SiteStream } from "../domain/programme/site.ts";
import { MOST_DUE_DAYS, type SynthesisState } from "../domain/programme/synthesis.ts";
import { hour } from "./hour.ts";
import { keptText } from "./text.ts";
import type { ProposalsOfIt } from "./workers-assembly.ts";

const id = z.uuid();
const language = z.enum(LANGUAGES);
const line = (most: number) => keptText.trim().max(most);

/** Texts by language; a language that says nothing is left out. */
const texts = (most: number) =>
  z.partialRecord(language, line(most)).default({}).transform(withoutEmpty);
const someTexts = (most: number) =>
  texts(most).refine((said: Translated) => Object.keys(said).length > 0);

/** Browsers load these: nothing but https, so that no page of ours carries a script or a file. */
const address = z.url({ protocol: /^https$/ }).max(500);
const anAddress = z
  .union([z.literal(""), address])
  .default("")
  .transform((given) => given || undefined);
const addresses = z
  .partialRecord(language, z.union([z.literal(""), address]))
  .default({})
  .transform(withoutEmpty);

const places = z
  .union([z.literal(""), z.coerce.number().int().min(1).max(100_000)])
  .default("")
  .transform((given) => given || undefined);
const revision = z.coerce.number().int().min(0);

const languages = z.array(language).min(1);

type Span = { startsAt: Date; endsAt: Date };
const inOrder = ({ startsAt, endsAt }: Span) => startsAt < endsAt;

const SESSION = {
  siteId: id,
  kind: z.enum(SESSION_KINDS),
  title: someTexts(200),
  summary: texts(2_000),
  facilitators: texts(200),
  languages,
  startsAt: hour,
  endsAt: hour,
  room: line(120).default(""),
  registers: z.boolean(),
  capacity: places,
  access: texts(1_000),
  itemIds: z.array(id).max(50).default([]),
  /** The register number of who notes what was said; "" for nobody. */
  rapporteurNo: line(40).default(""),
  embed: anAddress,
  captions: addresses,
  replay: anAddress,
};

const SITE = {
  kind: z.enum(SITE_KINDS),
  name: line(120).min(1),
  city: line(80).default(""),
  officeId: line(80).default(""),
  address: line(300).default(""),
  languages,
  startsAt: hour,
  endsAt: hour,
  capacity: places,
  access: texts(2_000),
  /** Days after a stop on which its synthesis is due. */
  dueDays: z.coerce.number().int().min(0).max(MOST_DUE_DAYS).optional(),
  embed: anAddress,
  captions: addresses,
  interpretation: addresses,
  replay: anAddress,
};

const WRITTEN = { language, text: keptText.trim().max(20_000), revision };

/** What an act of this feature carries: forms and live commands alike. */
export const PROGRAMME_COMMANDS = {
  // Everybody for themselves
  "programme.register": z.strictObject({ sessionId: id }),
  "programme.withdraw": z.strictObject({ sessionId: id }),
  /** Makes the secret address of one's calendar, or another one in its place. */
  "programme.renew-feed": z.strictObject({}),
  "programme.revoke-feed": z.strictObject({}),
  // Rapporteurs
  "programme.write-note": z.strictObject({ sessionId: id, ...WRITTEN }),
  "programme.publish-note": z.strictObject({ sessionId: id, open: z.boolean() }),
  "programme.write-synthesis": z.strictObject({ siteId: id, ...WRITTEN }),
  "programme.publish-synthesis": z.strictObject({ siteId: id, open: z.boolean() }),
  // Organisers
  "programme.add-session": z.strictObject({ assemblyId: id, ...SESSION }).refine(inOrder),
  "programme.change-session": z
    .strictObject({ sessionId: id, revision, ...SESSION })
    .refine(inOrder),
  "programme.cancel-session": z.strictObject({ sessionId: id, reason: line(500).min(1) }),
  "programme.add-site": z.strictObject({ assemblyId: id, ...SITE }).refine(inOrder),
  "programme.change-site": z.strictObject({ siteId: id, ...SITE }).refine(inOrder),
  "programme.cancel-site": z.strictObject({ siteId: id, reason: line(500).min(1) }),
  /** Takes the key figures of the regions, once for an assembly. */
  "programme.take-figures": z.strictObject({ assemblyId: id }),
} as const;

export type ProgrammeCommands = {
  [K in keyof typeof PROGRAMME_COMMANDS]: z.infer<(typeof PROGRAMME_COMMANDS)[K]>;
};

export type ProgrammeResults = {
  "programme.register": { state: PlaceState };
  "programme.add-session": { sessionId: string };
  "programme.add-site": { slug: string };
};

export type ProgrammeAssembly = {
  id: string;
  slug: string;
  title: Translated;
  /** ISO day of the assembly itself. */
  day: string;
  phase: "prepared" | "convened" | "live" | "closed";
};

/** A place of the day, or a stop. Instants in ms. */
export type ProgrammeSite = {
  id: string;
  slug: string;
  kind: SiteKind;
  name: string;
  city: string;
  address: string;
  startsAt: number;
  endsAt: number;
  languages: Language[];
  capacity?: number;
  access: Translated;
  stream: SiteStream;
  /** Its stream may be shown inside our page. */
  framed?: true;
  cancelled?: true;
};

/** What a reader has in a session: a place, or which one they are of those who wait. */
export type MyPlace = { state: PlaceState; rank?: number };

/** One session in a list. Instants in ms. */
export type SessionCard = {
  id: string;
  siteId: string;
  kind: SessionKind;
  title: Translated;
  languages: Language[];
  startsAt: number;
  endsAt: number;
  room: string;
  registers: boolean;
  capacity?: number;
  registered: number;
  waiting: number;
  cancelled?: true;
  /** A note of the rapporteur can be read. */
  noted?: true;
  replay?: string;
  mine?: MyPlace;
};

export type ProgrammePage = {
  assembly: ProgrammeAssembly;
  sites: ProgrammeSite[];
  /** By hour, then by place. */
  sessions: SessionCard[];
  /** Where each stop's synthesis stands, by site. */
  syntheses: Record<string, SynthesisCard>;
  rights: { signedIn: boolean; arrange: boolean };
};

/** `dueOn` is an ISO day. */
export type SynthesisCard = { state: SynthesisState; dueOn: string };

/** What was written, by language; a draft shows to those who write. */
export type WrittenText = {
  texts: Translated;
  revision: number;
  published: boolean;
};

export type SessionPage = {
  assembly: ProgrammeAssembly;
  site: ProgrammeSite;
  session: SessionCard & {
    summary: Translated;
    facilitators: Translated;
    access: Translated;
    /** Its own, and what its place sends out of a plenary. */
    stream: SiteStream;
    framed?: true;
    cancelReason?: string;
    items: { position: number; title: Translated }[];
  };
  /** Sessions of one's own programme at the same time. */
  conflicts: { id: string; title: Translated; startsAt: number; endsAt: number }[];
  note?: WrittenText;
  /** What came of it in workers' assemblies, and where the reader may propose once it has begun. */
  proposals: ProposalsOfIt;
  rights: { signedIn: boolean; arrange: boolean; note: boolean };
};

export type SitePage = {
  assembly: ProgrammeAssembly;
  site: ProgrammeSite;
  sessions: SessionCard[];
  /** Of a stop. */
  synthesis?: SynthesisCard & { written?: WrittenText };
  figures?: FiguresView;
  rights: { signedIn: boolean; arrange: boolean; synthesise: boolean };
};

/** What was heard at the stops of a tour, to be read side by side, in the order of the tour. */
export type SynthesesPage = {
  assembly: ProgrammeAssembly;
  stops: (SynthesisCard & { site: ProgrammeSite; texts?: Translated })[];
};

/** Key figures of the regions of the tour; `asOf` is an ISO day. */
export type FiguresView = {
  asOf: string;
  tables: PublishedTables;
  /** The names of the offices in the tables. */
  offices: Record<string, string>;
  /** The office of the stop that is read. */
  here?: string;
};

/** What "my programme" shows: sessions of one assembly, and the calendar's secret address. */
export type MyProgrammePage = {
  assembly: ProgrammeAssembly;
  sites: ProgrammeSite[];
  sessions: SessionCard[];
  /** Sessions at the same time, by session. */
  conflicts: Record<string, string[]>;
  /** Absent until one asks for it. */
  feedUrl?: string;
};

/** One session or site as an organiser edits it. Hours as the form has them. */
export type SessionDraft = {
  id: string;
  revision: number;
  siteId: string;
  kind: SessionKind;
  title: Translated;
  summary: Translated;
  facilitators: Translated;
  languages: Language[];
  startsAt: number;
  endsAt: number;
  room: string;
  registers: boolean;
  capacity?: number;
  access: Translated;
  stream: SiteStream;
  itemIds: string[];
  rapporteurNo: string;
  cancelled?: true;
  registered: number;
  waiting: number;
};

export type EditPage = {
  assembly: ProgrammeAssembly;
  sites: (ProgrammeSite & { officeId?: string; dueDays?: number })[];
  sessions: SessionCard[];
  offices: { id: string; name: string }[];
  items: { id: string; position: number; title: Translated }[];
  /** When the regions' figures were taken (ISO day). */
  figuresAsOf?: string;
};

function withoutEmpty<T extends string>(said: Partial<Record<Language, T>>): Translated<T> {
  return Object.fromEntries(Object.entries(said).filter(([, text]) => text !== ""));
}
