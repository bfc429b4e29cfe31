import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { plainText } from "#domain/kernel/word-stems.ts";
import type { Openness } from "#domain/smartlab/lab.ts";
import type { LabListPage, LabSearch } from "#wire/smartlab-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { CARD_TABLES, labCards, readerId } from "./cards.ts";
import { hubCards } from "./hub-pages.ts";
import type { Client } from "./repository.ts";

/** As many as a phone shows without getting lost; the rest is a press away. */
const ROWS = 5;

/** What opennessOf says, as a condition on a lab and those around it. */
const IS_OPEN: Record<Openness, string> = {
  gathering: "l.state IN ('interest', 'ready')",
  places: `l.state IN ('registration', 'meeting')
    AND (l.capacity IS NULL OR around.joined + around.waiting < l.capacity)`,
  full: `l.state IN ('registration', 'meeting') AND around.joined + around.waiting >= l.capacity`,
  resting: "l.state = 'paused'",
  over: "l.state IN ('closed', 'dropped')",
};

/** Labs by what one looks for; what was never begun is left out unless asked for. */
export async function findLabs(
  { pool }: Platform,
  actor: Actor,
  search: LabSearch,
): Promise<LabListPage> {
  const { condition, values } = conditionOf(search);
  const [labs, total, cities, hubs, alerted] = await Promise.all([
    labCards(pool, actor, {
      condition,
      values,
      limit: { rows: ROWS, from: (search.page - 1) * ROWS },
    }),
    countOf(pool, actor, condition, values),
    citiesOf(pool),
    hubCards(pool),
    isAlerted(pool, actor, search),
  ]);
  return {
    search,
    labs,
    total,
    pages: Math.max(1, Math.ceil(total / ROWS)),
    cities,
    hubs,
    alerted,
    rights: {
      signedIn: actor.kind === "person",
      propose: can(actor, "lab.propose", COOPERATIVE),
      support: can(actor, "lab.support", COOPERATIVE),
    },
  };
}

function conditionOf({ theme, language, city, openness, words }: LabSearch) {
  const values: string[] = [];
  const parts = [openness ? IS_OPEN[openness] : "l.state <> 'dropped'"];
  const asks = (value: string, part: (place: string) => string) => {
    if (value === "") return;
    values.push(value);
    // $1 is the reader.
    parts.push(part(`$${values.length + 1}`));
  };
  asks(theme, (place) => `l.theme = ${place}`);
  asks(language, (place) => `l.language = ${place}`);
  if (city === "online") parts.push("l.online");
  else asks(city, (place) => `lower(l.city) = lower(${place})`);
  for (const word of plainText(words)
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, 6) ?? []) {
    asks(`%${word}%`, (place) => `${PLAIN} LIKE ${place}`);
  }
  return { condition: parts.join(" AND "), values };
}

const PLAIN = "plain_text(l.title || ' ' || l.makes || ' ' || l.for_whom)";

async function countOf(
  client: Client,
  actor: Actor,
  condition: string,
  values: readonly string[],
): Promise<number> {
  const { rows } = await client.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM ${CARD_TABLES} WHERE ${condition}`,
    [readerId(actor), ...values],
  );
  return rows[0]?.total ?? 0;
}

async function citiesOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ city: string }>(
    "SELECT DISTINCT city FROM lab WHERE city <> '' AND state <> 'dropped' ORDER BY city LIMIT 60",
  );
  return rows.map(({ city }) => city);
}

async function isAlerted(
  client: Client,
  actor: Actor,
  { theme, language, city }: LabSearch,
): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const { rowCount } = await client.query(
    `SELECT FROM lab_alert
     WHERE person_id = $1 AND theme = $2 AND language = $3 AND city = $4`,
    [actor.personId, theme, language, city],
  );
  return rowCount === 1;
}
