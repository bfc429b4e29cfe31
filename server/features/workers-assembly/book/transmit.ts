import type { PoolClient } from "pg";
import { formatNumber } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Sections } from "#domain/ledger/sections.ts";
import type { Book, BookDemand, BookProposal } from "#domain/workers-assembly/book.ts";
import { isBefore } from "#domain/workers-assembly/stage.ts";
import type { WorkersBookCommands } from "#wire/workers-book.ts";
import type { Platform } from "../../../platform/platform.ts";
import { answerersOf, enterItem } from "../../ledger/enter.ts";
import { notify } from "../../notifications/notify.ts";
import { type Edition, noteOn, onEdition } from "../edition.ts";
import { bookFrom, publishedContent } from "./repository.ts";

/**
 * Hands the published book to the board: each demand that was debated, with its last text and
 * whether it was adopted, and each of the others of the list. Whoever was behind a proposal is
 * behind its item, and is told once.
 */
export function transmitBook(
  platform: Platform,
  actor: Actor,
  { slug }: WorkersBookCommands["workers-book.transmit"],
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    const published = await publishedContent(client, edition.id);
    if (!published) return refuse("book-not-ready");
    if (!isBefore(edition.stage, "transmitted")) return refuse("wrong-phase");
    const book = bookFrom(published.content);
    const people = await peopleOf(client, edition.id);
    const all = [...book.demands, ...book.annex];
    for (const one of all) {
      await enterDemand(platform, client, { book, one, people: people.get(one.id) });
    }
    await client.query("UPDATE workers_assembly SET stage = 'transmitted' WHERE id = $1", [
      edition.id,
    ]);
    const at = platform.clock.now();
    const action = "workers-book.transmit";
    await noteOn(client, { actorId: by.personId, action, editionId: edition.id, at });
    await tell(platform, client, { edition, entered: all.length, people: [...people.values()] });
    return ok(null);
  });
}

type Behind = { id: string; authors: string[]; supporters: string[] };

async function peopleOf(client: PoolClient, editionId: string): Promise<Map<string, Behind>> {
  const { rows } = await client.query<Behind>(
    `SELECT p.id, coalesce(array_agg(b.person_id) FILTER (WHERE b.part = 'author'), '{}') AS authors,
       coalesce(array_agg(b.person_id) FILTER (WHERE b.part = 'supporter'), '{}') AS supporters
     FROM proposal p JOIN proposal_person b ON b.proposal_id = p.id
     WHERE p.workers_assembly_id = $1 AND p.number IS NOT NULL AND p.state = 'open'
     GROUP BY p.id`,
    [editionId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type Entered = { book: Book; one: BookProposal | BookDemand; people: Behind | undefined };

async function enterDemand(
  platform: Platform,
  client: PoolClient,
  { book, one, people }: Entered,
): Promise<void> {
  const text = one.texts[0]!;
  const theme = book.themes.find(({ id }) => id === one.theme);
  await enterItem(platform, client, {
    kind: "demand",
    origin: { feature: "workers-assembly", id: one.id },
    addressee: "board",
    language: text.language,
    title: text.sentence,
    text: text.paragraph,
    // In one language, whatever the item's: lists are narrowed down by it.
    theme: (theme && inLanguage(theme.titles, "fr")?.value) ?? "",
    city: one.city,
    debated: "dissent" in one,
    ...("dissent" in one ? { sections: sectionsOf(one, text.language) } : {}),
    authors: people?.authors ?? [],
    supporters: people?.supporters ?? [],
    together: true,
  });
}

/** What the room did not agree on, and that it did not adopt the text where it did not. */
function sectionsOf({ adopted, votes, dissent }: BookDemand, language: Language): Sections {
  const { t } = translator(language);
  const count = (votes: number) => formatNumber(language, votes);
  const { for: pro, against, abstain } = votes;
  const cast = { for: count(pro), against: count(against), abstain: count(abstain) };
  return {
    ...(adopted ? {} : { attention: t("workers-book:vote.rejected", cast) }),
    ...(dissent.length > 0
      ? { minority: dissent.map(({ text }) => inOneLine(text)).join("\n") }
      : {}),
  };
}

/** A list of the ledger has one entry a line. */
const inOneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, " ");

type Told = { edition: Edition; entered: number; people: readonly Behind[] };

/** The board hears of all of it at once; so does everybody who was behind any of it. */
async function tell(
  platform: Platform,
  client: PoolClient,
  { edition: { id, slug, titles }, entered, people }: Told,
): Promise<void> {
  const details = { title: titles, count: entered };
  const common = { body: "ledger", details, urgency: "soon" } as const;
  await notify(
    platform,
    client,
    {
      ...common,
      kind: "book-arrived",
      link: "/ledger/answers?of=board",
      key: `book-arrived:${id}`,
    },
    await answerersOf(client, "board", platform.clock.now()),
  );
  const behind = people.flatMap(({ authors, supporters }) => [...authors, ...supporters]);
  const link = `/workers-assembly/${slug}/book`;
  await notify(
    platform,
    client,
    { ...common, kind: "book-transmitted", link, key: `book-transmitted:${id}` },
    [...new Set(behind)],
  );
}
