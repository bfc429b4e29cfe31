import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Language, Translated } from "#domain/kernel/languages.ts";
import type { AssemblyCard, AssemblyPhase, DocumentCard } from "#wire/assembly.ts";
import { isoDay } from "../../platform/instants.ts";

export type AssemblyRow = {
  id: string;
  slug: string;
  kind: string;
  title: Translated;
  day: string;
  starts_at: Date;
  place: string;
  phase: AssemblyPhase;
};

/** The columns of a card; `a` is the assembly. */
export const ASSEMBLY_COLUMNS = `
  a.id, a.slug, a.kind, a.title, ${isoDay("a.day")} AS day, a.starts_at, a.place, a.phase`;

export function toAssemblyCard(row: AssemblyRow): AssemblyCard {
  const { id, slug, kind, title, day, place, phase } = row;
  return { id, slug, kind, title, day, startsAt: row.starts_at.getTime(), place, phase };
}

/** What is still being prepared is seen by those who prepare it. */
export function maySee(actor: Actor, assembly: Pick<AssemblyRow, "id" | "phase">): boolean {
  const subject = assemblySubject(assembly.id);
  return assembly.phase === "prepared"
    ? can(actor, "assembly.prepare", subject)
    : can(actor, "assembly.read", subject);
}

export type DocumentRow = {
  id: string;
  item_id: string;
  title: string;
  language: Language;
  authoritative: boolean;
  version: number;
  url: string;
};

/** The columns of a document's card; `doc` is the document. Its text stays behind. */
export const DOCUMENT_COLUMNS = `
  doc.id, doc.item_id, doc.title, doc.language, doc.authoritative, doc.version, doc.url`;

export function toDocumentCard(row: DocumentRow): DocumentCard {
  const { id, title, language, authoritative, version, url } = row;
  return { id, title, language, authoritative, version, ...(url ? { url } : {}) };
}
