import type { Actor } from "#domain/kernel/actor.ts";
import { bookSearch, previousSearch } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import { bookEditPage, bookPage } from "./book-page.ts";
import { bookFile } from "./files.ts";
import { createPreviousPage } from "./previous.ts";

/** What an address asks for; what makes no sense is left out. */
type Asked = Record<string, string>;

/** The book of demands, and the state of play with which the next assembly opens. */
export function createWorkersBookPart(platform: Platform) {
  const previous = createPreviousPage(platform);
  return {
    page: (actor: Actor, slug: string, asked: Asked) =>
      bookPage(platform, actor, { slug, ...bookSearch.parse(asked) }),
    edit: (actor: Actor, slug: string) => bookEditPage(platform, actor, slug),
    file: (slug: string, asked: Asked, as: Parameters<typeof bookFile>[2]) =>
      bookFile(platform, { slug, ...bookSearch.parse(asked) }, as),
    previous: (actor: Actor, slug: string, asked: Asked) =>
      previous(actor, { slug, ...previousSearch.parse(asked) }),
  };
}
