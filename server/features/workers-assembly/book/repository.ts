import { withoutNulls } from "#domain/kernel/json.ts";
import type { Book } from "#domain/workers-assembly/book.ts";
import type { BookVersion } from "#wire/workers-book.ts";
import type { Client } from "../edition.ts";
import type { Around } from "./content.ts";
import { isoDay } from "../../../platform/instants.ts";

/** What is written around the demands, and how often it was changed. */
export type BookDraft = { around: Around; revision: number };

/** `lock`: for who changes it. */
export async function findDraft(
  client: Client,
  editionId: string,
  lock: "" | "FOR UPDATE" = "",
): Promise<BookDraft> {
  const { rows } = await client.query<Around & { revision: number }>(
    `SELECT foreword, recruited, present, revision FROM demand_book
     WHERE workers_assembly_id = $1 ${lock}`,
    [editionId],
  );
  if (!rows[0]) return { around: { foreword: {}, recruited: {} }, revision: 0 };
  const { revision, ...around } = withoutNulls(rows[0]);
  return { around, revision };
}

const VERSION = `version, ${isoDay("published_on")} AS "publishedOn", changed, hash`;

/** What was published, the latest first. */
export async function versionsOf(client: Client, editionId: string): Promise<BookVersion[]> {
  const { rows } = await client.query<BookVersion>(
    `SELECT ${VERSION} FROM demand_book_version WHERE workers_assembly_id = $1
     ORDER BY version DESC LIMIT 100`,
    [editionId],
  );
  return rows;
}

/** The letters of one version; without a number, of the latest. */
export async function publishedContent(
  client: Client,
  editionId: string,
  version?: number,
): Promise<(BookVersion & { content: string }) | undefined> {
  const { rows } = await client.query<BookVersion & { content: string }>(
    `SELECT ${VERSION}, content FROM demand_book_version
     WHERE workers_assembly_id = $1 AND version = coalesce($2, version)
     ORDER BY version DESC LIMIT 1`,
    [editionId, version ?? null],
  );
  return rows[0];
}

/** A book from its letters: only this product wrote them. */
export function bookFrom(content: string): Book {
  return JSON.parse(content) as Book;
}
