import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { BookFormat } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import { findEdition } from "../edition.ts";
import { bookCsv } from "./csv.ts";
import { bookMarkdown } from "./markdown.ts";
import { bookPdf } from "./pdf.ts";
import { bookFrom, publishedContent } from "./repository.ts";
import { signaturesOf } from "./sign.ts";

export type BookFile = { version: number; body: string | Buffer };
type Asked = { slug: string; version?: number | undefined };
type As = { format: BookFormat; language: Language };

/**
 * A published version as a file. JSON is what was published, letter for letter: its hash is the
 * version's. The others are written at each reading, with the names that are shown today.
 */
export async function bookFile(
  platform: Platform,
  { slug, version }: Asked,
  { format, language }: As,
): Promise<Result<BookFile>> {
  const { pool, clock } = platform;
  const edition = await findEdition(pool, slug);
  const found = edition && (await publishedContent(pool, edition.id, version));
  if (!found) return refuse("not-found");
  const file = (body: string | Buffer) => ok({ version: found.version, body });
  if (format === "json") return file(found.content);
  const book = bookFrom(found.content);
  if (format === "csv") return file(bookCsv(book, language));
  const signatures = await signaturesOf(platform, undefined, edition);
  const told = { book, version: found, signatures, today: dayInBrussels(clock.now()) };
  return file(format === "md" ? bookMarkdown(told, language) : await bookPdf(told, language));
}
