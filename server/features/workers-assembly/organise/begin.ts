import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language, Translated } from "#domain/kernel/languages.ts";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { slugOf } from "#domain/smartlab/lab.ts";
import { translated } from "#wire/in-four.ts";
import {
  type ChangedEdition,
  type EditionFields,
  tickedLanguages,
} from "#wire/workers-organise.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { asCoordinator } from "../../surveys/standing.ts";
import { type Client, type Edition, noteOn, onEdition } from "../edition.ts";
import { ensureAssembly, followEdition } from "./ensure-assembly.ts";

/** Read as something else in an address. */
const RESERVED = ["new"];

/** Begins an edition of a published campaign: its coordinators do, and nobody for them. */
export function beginEdition(
  platform: Platform,
  actor: Actor,
  { campaign, ...fields }: EditionFields,
): Promise<Result<{ slug: string }>> {
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const { rows } = await client.query<{ id: string; published: boolean }>(
      "SELECT id, published_on IS NOT NULL AS published FROM campaign WHERE slug = $1 FOR SHARE",
      [campaign],
    );
    const [found] = rows;
    if (!found) return refuse("not-found");
    const by = await asCoordinator(platform, client, actor, found.id);
    if (!by.ok) return by;
    if (!found.published) return refuse("campaign-not-published");
    const said = saidOf(fields);
    if (!said) return refuse("bad-input");
    const now = platform.clock.now();
    const id = platform.random.uuid();
    const slug = await freeSlug(client, said.titles);
    await client.query(
      `INSERT INTO workers_assembly (id, slug, campaign_id, titles, place, meets_on, seats, languages,
         previous_id, created_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8,
         (SELECT id FROM workers_assembly WHERE stage = 'transmitted'
          ORDER BY created_on DESC, id DESC LIMIT 1), $9)`,
      [id, slug, found.id, ...valuesOf(said), dayInBrussels(now)],
    );
    await ensureAssembly(client, { id });
    await noteOn(client, {
      actorId: by.value.personId,
      action: "workers.begin",
      editionId: id,
      at: now,
    });
    return ok({ slug });
  });
}

/** What an edition says of itself; once the vote is drawn up, seats and languages stay. */
export function changeEdition(
  platform: Platform,
  actor: Actor,
  { slug, revision, ...fields }: ChangedEdition & { slug: string },
): Promise<Result<null>> {
  return onEdition(platform, actor, slug, async (client, edition, by) => {
    if (edition.revision !== revision) return refuse("changed-meanwhile");
    const said = saidOf(fields);
    if (!said) return refuse("bad-input");
    if (edition.rankingId && !sameVote(edition, said)) return refuse("workers-edition-settled");
    await client.query(
      `UPDATE workers_assembly SET titles = $2, place = $3, meets_on = $4, seats = $5, languages = $6,
         revision = revision + 1 WHERE id = $1`,
      [edition.id, ...valuesOf(said)],
    );
    await followEdition(client, edition.id);
    await noteOn(client, {
      actorId: by.personId,
      action: "workers.change",
      editionId: edition.id,
      at: platform.clock.now(),
    });
    return ok(null);
  });
}

type Said = Pick<Edition, "titles" | "place" | "seats" | "languages"> & { meetsOn: string };

/** What a form says; nothing where it gives no title or no language. */
function saidOf(fields: Omit<EditionFields, "campaign">): Said | undefined {
  const titles = translated(fields, "title");
  const languages = tickedLanguages(fields);
  if (Object.keys(titles).length === 0 || languages.length === 0) return undefined;
  const { place, meetsOn, seats } = fields;
  return { titles, place, meetsOn, seats, languages };
}

function valuesOf({ titles, place, meetsOn, seats, languages }: Said): unknown[] {
  return [JSON.stringify(titles), place, meetsOn || null, seats, languages];
}

function sameVote(edition: Edition, said: Said): boolean {
  const asOne = (languages: readonly Language[]) => [...languages].sort().join();
  return edition.seats === said.seats && asOne(edition.languages) === asOne(said.languages);
}

async function freeSlug(client: Client, titles: Translated): Promise<string> {
  const title = LANGUAGES.flatMap((language) => titles[language] ?? [])[0] ?? "";
  const wanted = slugOf(title) || "edition";
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM workers_assembly WHERE slug = $1 OR slug ~ ('^' || $1 || '-[0-9]+$')",
    [wanted],
  );
  const taken = new Set([...RESERVED, ...rows.map(({ slug }) => slug)]);
  let number = 1;
  while (taken.has(number === 1 ? wanted : `${wanted}-${number}`)) number += 1;
  return number === 1 ? wanted : `${wanted}-${number}`;
}
