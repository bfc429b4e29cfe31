import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AssemblyCard, AssemblyPage, DocumentPage } from "#wire/assembly.ts";
import type { AgendaItemView } from "#wire/live-session.ts";
import { isoDay } from "../../platform/instants.ts";
import { errataOf } from "../convocation/errata-sql.ts";
import { agendaCards } from "../decisions/cards.ts";
import { MANDATES_ALLOWED } from "../mandates/mandate-sql.ts";
import {
  ASSEMBLY_COLUMNS,
  type AssemblyRow,
  DOCUMENT_COLUMNS,
  type DocumentRow,
  maySee,
  toAssemblyCard,
  toDocumentCard,
} from "./cards.ts";

/** The latest first. */
export async function listAssemblies(pool: Pool, actor: Actor): Promise<AssemblyCard[]> {
  const { rows } = await pool.query<AssemblyRow>(
    `SELECT ${ASSEMBLY_COLUMNS} FROM assembly a ORDER BY a.starts_at DESC`,
  );
  return rows.filter((row) => maySee(actor, row)).map(toAssemblyCard);
}

/** How many may vote in an assembly: counted once, for a roll never changes. */
export type RollPersons = (assemblyId: string) => Promise<number>;

type PageRow = AssemblyRow & { roll_as_of: string | null; mandates: boolean; programme: boolean };

export async function assemblyPage(
  pool: Pool,
  rollPersons: RollPersons,
  actor: Actor,
  slug: string,
): Promise<Result<AssemblyPage>> {
  const { rows } = await pool.query<PageRow>(
    `SELECT ${ASSEMBLY_COLUMNS}, ${isoDay("a.roll_as_of")} AS roll_as_of,
       ${MANDATES_ALLOWED} AS mandates,
       EXISTS (SELECT FROM programme_session s WHERE s.assembly_id = a.id) AS programme
     FROM assembly a JOIN statute_profile p ON p.version = a.profile_version WHERE a.slug = $1`,
    [slug],
  );
  const row = rows[0];
  if (!row || !maySee(actor, row)) return refuse("not-found");
  const [persons, items, errata] = await Promise.all([
    rollPersons(row.id),
    itemsOf(pool, actor, row.id),
    errataOf(pool, row.id),
  ]);
  return ok({
    ...toAssemblyCard(row),
    ...(row.roll_as_of ? { roll: { asOf: row.roll_as_of, persons } } : {}),
    mandates: row.mandates,
    programme: row.programme,
    errata,
    items,
  });
}

type ItemRow = AgendaItemView & { summary: Translated };

async function itemsOf(
  pool: Pool,
  actor: Actor,
  assemblyId: string,
): Promise<AssemblyPage["items"]> {
  const [items, documents, decisions] = await Promise.all([
    pool.query<ItemRow>(
      `SELECT id, position, purpose, phase, title, summary, minutes
       FROM agenda_item WHERE assembly_id = $1 ORDER BY position`,
      [assemblyId],
    ),
    pool.query<DocumentRow>(
      `SELECT ${DOCUMENT_COLUMNS} FROM item_document doc
       JOIN agenda_item i ON i.id = doc.item_id
       WHERE i.assembly_id = $1 ORDER BY doc.authoritative DESC, doc.id`,
      [assemblyId],
    ),
    agendaCards(pool, actor, assemblyId),
  ]);
  return items.rows.map((item) => ({
    ...item,
    documents: documents.rows.filter((row) => row.item_id === item.id).map(toDocumentCard),
    decisions: decisions.filter(({ itemId }) => itemId === item.id),
  }));
}

type DocumentPageRow = DocumentRow & {
  body: string;
  position: number;
  item_title: Translated;
  assembly: AssemblyRow;
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function documentPage(
  pool: Pool,
  actor: Actor,
  id: string,
): Promise<Result<DocumentPage>> {
  if (!UUID.test(id)) return refuse("not-found");
  const { rows } = await pool.query<DocumentPageRow>(
    `SELECT ${DOCUMENT_COLUMNS}, doc.body, i.position, i.title AS item_title,
       json_build_object('id', a.id, 'slug', a.slug, 'title', a.title, 'phase', a.phase) AS assembly
     FROM item_document doc
     JOIN agenda_item i ON i.id = doc.item_id
     JOIN assembly a ON a.id = i.assembly_id
     WHERE doc.id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row || !maySee(actor, row.assembly)) return refuse("not-found");
  const beside = await pool.query<DocumentRow>(
    `SELECT ${DOCUMENT_COLUMNS} FROM item_document doc
     WHERE doc.item_id = $1 AND doc.id <> $2
     ORDER BY doc.language = $3, doc.authoritative DESC, doc.id`,
    [row.item_id, id, row.language],
  );
  return ok({
    ...toDocumentCard(row),
    body: row.body,
    assembly: { slug: row.assembly.slug, title: row.assembly.title },
    item: { position: row.position, title: row.item_title },
    beside: beside.rows.map(toDocumentCard),
  });
}
