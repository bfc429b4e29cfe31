import { createHash } from "node:crypto";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProposalCard, WallPage } from "#wire/proposal-pages.ts";
import type { WallSearch } from "#wire/proposals.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Client, type Edition, editionHead, findEdition } from "../edition.ts";
import { allCities, CARD, CARD_JOINS, cardOf } from "./cards.ts";
import { saying } from "./saying.ts";
import { whyNot } from "./standing.ts";

const ROWS = 20;

/**
 * The wall: what is proposed, by what one looks for. Before the list is frozen in an order of chance,
 * another for each reader and day: nothing stands first because it came first.
 */
export async function proposalWall(
  platform: Platform,
  actor: Actor,
  slug: string,
  search: WallSearch,
  language: Language,
): Promise<Result<WallPage>> {
  const { pool, clock } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const personId = actor.kind === "person" ? actor.personId : null;
  const order = orderFor(personId, dayInBrussels(clock.now()));
  const [head, why, found, whole, cities] = await Promise.all([
    editionHead(platform, actor, edition),
    whyNot(platform, pool, actor, edition),
    pageOf(pool, edition, search, { personId, language, order }),
    wholeOf(pool, edition),
    allCities(pool),
  ]);
  return ok({
    ...{ head, search, cities, ...found, ...whole },
    pages: Math.max(1, Math.ceil(found.total / ROWS)),
    ...frozenOf(edition),
    mayTakePart: why === undefined && edition.stage === "gathering",
  });
}

export const frozenOf = ({ listHash, frozenOn }: Edition) =>
  listHash && frozenOn ? { frozen: { hash: listHash, on: frozenOn } } : {};

/** A number that is the same for one reader all day, and tells nothing. */
function orderFor(personId: string | null, day: string): string {
  const digest = createHash("sha256")
    .update(`${personId ?? ""} ${day}`)
    .digest();
  return digest.readBigInt64BE().toString();
}

type Asked = { personId: string | null; language: Language; order: string };

async function pageOf(
  client: Client,
  edition: Edition,
  search: WallSearch,
  { personId, language, order }: Asked,
): Promise<{ proposals: ProposalCard[]; total: number }> {
  const values: unknown[] = [edition.id];
  const condition = conditionOf(search, values);
  const place = edition.listHash
    ? "p.number"
    : `hashtextextended(p.id::text, $${values.push(order)}::bigint)`;
  const from = (search.page - 1) * ROWS;
  const { rows } = await client.query<{ ids: string[] | null; total: number }>(
    `WITH found AS MATERIALIZED (SELECT p.id, ${place} AS place FROM proposal p WHERE ${condition})
     SELECT (SELECT count(*)::int FROM found) AS total,
       (SELECT array_agg(id ORDER BY place) FROM (SELECT id, place FROM found
        ORDER BY place LIMIT ${ROWS} OFFSET ${from}) shown) AS ids`,
    values,
  );
  const { ids, total } = rows[0]!;
  const { rows: cards } = await client.query<ProposalCard>(
    `SELECT ${CARD} FROM unnest($3::uuid[]) WITH ORDINALITY AS shown (id, place)
     JOIN proposal p ON p.id = shown.id ${CARD_JOINS} ORDER BY shown.place`,
    [personId, language, ids ?? []],
  );
  return { proposals: cards.map(cardOf), total };
}

function conditionOf({ kind, theme, city, language, words }: WallSearch, values: unknown[]) {
  const parts = ["p.workers_assembly_id = $1", "p.state = 'open'"];
  const asks = (value: string, part: (place: string) => string) => {
    if (value !== "") parts.push(part(`$${values.push(value)}`));
  };
  asks(kind, (place) => `p.kind = ${place}`);
  asks(theme, (place) => `(p.theme = ${place} OR ${place} = ANY(p.also_themes))`);
  asks(city, (place) => `(p.city = ${place} OR ${place} = ANY(p.also_cities))`);
  asks(language, (place) => `p.language = ${place}`);
  parts.push(...saying(words, (value) => `$${values.push(value)}`));
  return parts.join(" AND ");
}

async function wholeOf(client: Client, edition: Edition) {
  const { rows } = await client.query<{ whole: number; languages: Language[] }>(
    `SELECT coalesce(sum(held), 0)::int AS whole,
       coalesce(array_agg(language ORDER BY held DESC, language), '{}') AS languages
     FROM (SELECT language, count(*) AS held FROM proposal
       WHERE workers_assembly_id = $1 AND state = 'open' GROUP BY language) written`,
    [edition.id],
  );
  return rows[0]!;
}
