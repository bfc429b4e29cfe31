import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { slugOf } from "#domain/smartlab/lab.ts";
import { RESERVED_SLUGS } from "#domain/surveys/campaign.ts";
import { translated } from "#wire/in-four.ts";
import type { CalendarEntry, Theme } from "#wire/survey-pages.ts";
import type { CampaignFields } from "#wire/surveys.ts";
import { byLine, linesOf } from "./lines.ts";
import type { Client } from "./standing.ts";

// In the order of `valuesOf`.
export const CAMPAIGN_COLUMNS = [
  "titles",
  "purpose",
  "sponsor",
  "contact",
  "themes",
  "calendar",
  "electorate",
  "offices",
];

type Fields = Omit<CampaignFields, "coordinators">;

/** What a form says of a campaign, as its columns keep it. */
export async function valuesOf(client: Client, fields: Fields): Promise<Result<unknown[]>> {
  const titles = translated(fields, "title");
  const themes: Theme[] = byLine(translated(fields, "themes")).map((said, at) => ({
    id: `t${at + 1}`,
    titles: said,
  }));
  const calendar = calendarOf(translated(fields, "calendar"));
  const offices = await officesOf(client, fields.offices);
  if (Object.keys(titles).length === 0 || themes.length === 0 || !calendar || !offices) {
    return refuse("bad-input");
  }
  const { contact, electorate } = fields;
  const said = (name: "purpose" | "sponsor") => JSON.stringify(translated(fields, name));
  return ok([
    JSON.stringify(titles),
    said("purpose"),
    said("sponsor"),
    contact,
    JSON.stringify(themes),
    JSON.stringify(calendar),
    electorate,
    offices,
  ]);
}

/** Lines that begin with their day: "2026-11-14 Assemblée à Bruxelles". */
function calendarOf(said: Translated): CalendarEntry[] | undefined {
  const entries = new Map<string, Translated>();
  for (const language of LANGUAGES) {
    for (const line of linesOf(said[language])) {
      const [, on, title] = /^(\d{4}-\d\d-\d\d)\s+(.+)$/.exec(line) ?? [];
      if (!on || !title || Number.isNaN(Date.parse(on))) return undefined;
      entries.set(on, { ...entries.get(on), [language]: title });
    }
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([on, titles]) => ({ on, titles }));
}

/** Ids of offices, sorted; undefined where a name is none of theirs. */
async function officesOf(client: Client, said: string): Promise<string[] | undefined> {
  const names = said
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM office WHERE lower(name) = ANY($1) ORDER BY id",
    [names],
  );
  return rows.length === new Set(names).size ? rows.map(({ id }) => id) : undefined;
}

/** A title in the first language that has one. */
export function firstOf(titles: Translated): string {
  return LANGUAGES.flatMap((language) => titles[language] ?? [])[0] ?? "";
}

/** An address that nothing else has. */
export async function freeSlug(
  client: Client,
  table: "campaign" | "survey",
  title: string,
): Promise<string> {
  const wanted = slugOf(title) || table;
  const { rows } = await client.query<{ slug: string }>(
    `SELECT slug FROM ${table} WHERE slug = $1 OR slug ~ ('^' || $1 || '-[0-9]+$')`,
    [wanted],
  );
  const taken = [...RESERVED_SLUGS, ...rows.map(({ slug }) => slug)];
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
