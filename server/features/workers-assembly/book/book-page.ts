import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Book } from "#domain/workers-assembly/book.ts";
import type { BookEditPage, BookPage, Followed } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import { cardsByOrigin } from "../../ledger/cards.ts";
import { editionHead, findEdition, seenByCoordinator } from "../edition.ts";
import { draftOf } from "./edit.ts";
import { bookFrom, publishedContent, versionsOf } from "./repository.ts";
import { signaturesOf } from "./sign.ts";

type Asked = { slug: string; version?: number | undefined };

/** A published version of the book, who signed it, and what became of what it asks. */
export async function bookPage(
  platform: Platform,
  actor: Actor,
  { slug, version }: Asked,
): Promise<Result<BookPage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const [head, content, versions, signatures] = await Promise.all([
    editionHead(platform, actor, edition),
    publishedContent(pool, edition.id, version),
    versionsOf(pool, edition.id),
    signaturesOf(platform, actor, edition),
  ]);
  if (!content) {
    return version === undefined ? ok({ head, signatures, followed: {} }) : refuse("not-found");
  }
  const { content: letters, ...about } = content;
  const book = bookFrom(letters);
  return ok({
    head,
    shown: { book, version: about, versions },
    signatures,
    followed: await followedOf(platform, book),
  });
}

/** Where each of the list stands in the ledger today. */
async function followedOf({ pool, clock }: Platform, book: Book): Promise<Followed> {
  const ids = [...book.demands, ...book.annex].map(({ id }) => id);
  const today = dayInBrussels(clock.now());
  return Object.fromEntries(await cardsByOrigin(pool, today, "workers-assembly", ids));
}

/** Where the coordination makes the book. */
export async function bookEditPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<BookEditPage>> {
  const seen = await seenByCoordinator(platform, actor, slug);
  if (!seen.ok) return seen;
  const edition = seen.value;
  const { pool } = platform;
  const { around, revision, book, missing } = await draftOf(pool, edition);
  const followed = book ? await followedOf(platform, book) : {};
  return ok({
    head: await editionHead(platform, actor, edition),
    revision,
    ...around,
    versions: await versionsOf(pool, edition.id),
    ...(book ? { draft: book } : {}),
    missing,
    transmitted: Object.keys(followed).length,
  });
}
