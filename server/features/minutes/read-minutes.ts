import type { ClientBase } from "pg";
import { isLanguage, type Language, type Translated } from "#domain/kernel/languages.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { MinutesDocument } from "#domain/minutes/document.ts";
import type { Addendum, DraftedSection, Signature } from "#wire/minutes.ts";
import { isoOf } from "../../platform/instants.ts";
import { nameOf } from "../../platform/person-name.ts";
import { draftSections } from "./draft-sections.ts";
import { readRecord } from "./record.ts";

type Client = Pick<ClientBase, "query">;

/** What the secretary wrote in place of a drafted text. */
export type WrittenText = { text: string; revision: number };

/** Minutes as they are stored; an assembly without any has none of the optional parts. */
export type StoredMinutes = {
  assembly: { id: string; slug: string; title: Translated; phase: AssemblyPhase };
  languages: Language[];
  language?: Language;
  texts: Record<string, WrittenText>;
  revision: number;
  frozen?: { document: MinutesDocument; hash: string; at: string };
};

type Row = Pick<StoredMinutes, "assembly"> & {
  languages: string[];
  language: string | null;
  texts: StoredMinutes["texts"] | null;
  revision: number | null;
  document: MinutesDocument | null;
  hash: string | null;
  frozen_at: string | null;
};

/** By the assembly's id; `lock` holds the minutes until the transaction ends. */
export async function readMinutes(
  client: Client,
  assemblyId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<StoredMinutes | undefined> {
  if (lock) {
    await client.query("SELECT FROM minutes WHERE assembly_id = $1 FOR UPDATE", [assemblyId]);
  }
  const { rows } = await client.query<Row>(
    `SELECT json_build_object('id', a.id, 'slug', a.slug, 'title', a.title, 'phase', a.phase)
         AS assembly,
       coalesce(p.values #> '{authoritativeLanguages,value}', '["fr"]') AS languages,
       m.language, m.texts, m.revision, m.document, m.hash, ${isoOf("m.frozen_at")} AS frozen_at
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version
     LEFT JOIN minutes m ON m.assembly_id = a.id WHERE a.id = $1`,
    [assemblyId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { document, hash, frozen_at: at } = row;
  return {
    assembly: row.assembly,
    languages: row.languages.filter(isLanguage),
    ...(isLanguage(row.language) ? { language: row.language } : {}),
    texts: row.texts ?? {},
    revision: row.revision ?? 0,
    ...(document && hash && at ? { frozen: { document, hash, at } } : {}),
  };
}

export async function findAssemblyId(client: Client, slug: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>("SELECT id FROM assembly WHERE slug = $1", [
    slug,
  ]);
  return rows[0]?.id;
}

/** The draft as it stands: what the tables know now, in the words of the draft or the secretary. */
export async function draftOf(
  client: Client,
  assemblyId: string,
  { language, texts }: { language: Language; texts: StoredMinutes["texts"] },
): Promise<{ document: MinutesDocument; sections: DraftedSection[] }> {
  const record = await readRecord(client, assemblyId);
  const sections = draftSections(record, language).map((drafted): DraftedSection => {
    const written = texts[drafted.key];
    return written
      ? { ...drafted, text: written.text, revision: written.revision }
      : { ...drafted, revision: 0 };
  });
  return {
    document: {
      format: "palabre-minutes-1",
      language,
      record,
      sections: sections.map(({ key, title, text }) => ({ key, title, text })),
    },
    sections,
  };
}

export async function readAddenda(client: Client, assemblyId: string): Promise<Addendum[]> {
  const { rows } = await client.query<Addendum>(
    `SELECT n.position, n.text, ${nameOf("p")} AS author, ${isoOf("n.added_at")} AS at, n.hash
     FROM minutes_addendum n JOIN person p ON p.id = n.author_id
     WHERE n.assembly_id = $1 ORDER BY n.position`,
    [assemblyId],
  );
  return rows;
}

export async function readSignatures(
  client: Client,
  assemblyId: string,
): Promise<(Signature & { personId: string })[]> {
  const { rows } = await client.query<Signature & { personId: string }>(
    `SELECT s.person_id AS "personId", ${nameOf("p")} AS name, s.capacity,
       ${isoOf("s.signed_at")} AS at
     FROM minutes_signature s JOIN person p ON p.id = s.person_id
     WHERE s.assembly_id = $1
     ORDER BY array_position(ARRAY['chair', 'secretary', 'scrutineer', 'member'], s.capacity),
       s.signed_at`,
    [assemblyId],
  );
  return rows;
}
