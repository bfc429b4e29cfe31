import type { Language, Translated } from "../domain/kernel/languages.ts";
import type { Erratum } from "./convocation.ts";
import type { DecisionCard } from "./decisions.ts";
import type { AgendaItemView } from "./live-session.ts";

export type AssemblyPhase = "prepared" | "convened" | "live" | "closed";

/** An assembly in a list. */
export type AssemblyCard = {
  id: string;
  slug: string;
  kind: string;
  title: Translated;
  /** ISO date. */
  day: string;
  /** ms since epoch. */
  startsAt: number;
  place: string;
  phase: AssemblyPhase;
};

/** A document in one language; `url` where it is published elsewhere. */
export type DocumentCard = {
  id: string;
  title: string;
  language: Language;
  /** This language counts before the court; the others inform. */
  authoritative: boolean;
  version: number;
  url?: string;
};

export type AssemblyItem = AgendaItemView & {
  summary: Translated;
  documents: DocumentCard[];
  decisions: DecisionCard[];
};

export type AssemblyPage = AssemblyCard & {
  /** Who may vote, once the roll is taken. */
  roll?: { asOf: string; persons: number };
  /** Whether its statutes let members be represented. */
  mandates: boolean;
  /** Whether something happens around it: sessions, places, a tour. */
  programme: boolean;
  /** Slips of the pen corrected since the convocation left. */
  errata: Erratum[];
  items: AssemblyItem[];
};

export type DocumentPage = DocumentCard & {
  body: string;
  assembly: Pick<AssemblyCard, "slug" | "title">;
  item: Pick<AgendaItemView, "position" | "title">;
  /** Other documents of the same item: other languages first. */
  beside: DocumentCard[];
};

/** What somebody who opens the first page should know. */
export type Happening = {
  live?: AssemblyCard & { item?: { position: number; title: Translated } };
  next?: AssemblyCard;
  /** Open votes in which this person, or an organisation they represent, has not voted. */
  openVotes: { decisionId: string; title: Translated; elector?: string }[];
  results: (DecisionCard & { assembly: Pick<AssemblyCard, "slug" | "title"> })[];
};
