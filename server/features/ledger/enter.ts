import type { ClientBase } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Language } from "#domain/kernel/languages.ts";
import { type Addressee, entered, type ItemKind } from "#domain/ledger/life.ts";
import type { Sections } from "#domain/ledger/sections.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Client, lockItem, moveItem } from "./repository.ts";
import { answerersOf, peopleBehind, tellOfItem } from "./tell.ts";

export { answerersOf };

export type NewLedgerItem = {
  kind: ItemKind;
  /** Which feature it comes from, and its id there: the id of the lab, of the demand. */
  origin: { feature: "smartlab" | "workers-assembly" | "ledger"; id: string };
  addressee: Addressee;
  language: Language;
  title: string;
  text: string;
  theme?: string;
  city?: string;
  /** One of those that an assembly debated. */
  debated?: boolean;
  /** What a minority saw otherwise, and other parts. */
  sections?: Sections;
  /** One of many that are entered together: who owes the answers is told of all by who enters them. */
  together?: boolean;
  /** Told when the item moves; never listed without consent. */
  authors: readonly string[];
  supporters?: readonly string[];
};

/**
 * Enters something that somebody owes an answer to; told once to who must answer. Same origin
 * twice: the first entry's id.
 */
export async function enterItem(
  platform: Platform,
  client: ClientBase,
  item: NewLedgerItem,
): Promise<string> {
  const now = platform.clock.now();
  const to = entered(item.addressee, dayInBrussels(now));
  const { feature, id: originId } = item.origin;
  const { rows } = await client.query<{ id: string; number: number }>(
    `INSERT INTO ledger_item (kind, origin_feature, origin_id, addressee, language, title, text,
       theme, city, debated, state, due_on, entered_at, sections)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, $12, $13)
     ON CONFLICT (origin_feature, origin_id) DO NOTHING RETURNING id, number`,
    [
      item.kind,
      feature,
      originId,
      item.addressee,
      item.language,
      item.title,
      item.text,
      item.theme ?? "",
      item.city ?? "",
      item.debated ?? false,
      to.dueOn,
      now,
      item.sections ?? {},
    ],
  );
  const [made] = rows;
  if (!made) return firstEntry(client, feature, originId);
  await keepPeople(client, made.id, "author", item.authors);
  await keepPeople(client, made.id, "supporter", item.supporters ?? []);
  await client.query(
    `INSERT INTO ledger_version (item_id, revision, title, text, sections, at)
     VALUES ($1, 0, $2, $3, $4, $5)`,
    [made.id, item.title, item.text, item.sections ?? {}, now],
  );
  await moveItem(client, made.id, { event: "entered", to, now });
  if (item.together) return made.id;
  const told = { kind: "ledger-entered", about: "entered", urgency: "soon" } as const;
  const answerers = await answerersOf(client, item.addressee, now);
  await tellOfItem(platform, client, { ...made, title: item.title }, told, answerers);
  return made.id;
}

async function firstEntry(client: Client, feature: string, originId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM ledger_item WHERE origin_feature = $1 AND origin_id = $2",
    [feature, originId],
  );
  return rows[0]!.id;
}

async function keepPeople(
  client: Client,
  itemId: string,
  role: "author" | "supporter",
  persons: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO ledger_person (item_id, person_id, role) SELECT $1, unnest($2::uuid[]), $3
     ON CONFLICT (item_id, person_id) DO NOTHING`,
    [itemId, persons, role],
  );
}

export type LedgerOrigin = { id: string; number: number; title: string; text: string };

/** What a lab that takes an item up begins with; undefined where it cannot be taken up. */
export async function ledgerOrigin(client: Client, id: string): Promise<LedgerOrigin | undefined> {
  const { rows } = await client.query<LedgerOrigin>(
    `SELECT id, number, title, text FROM ledger_item
     WHERE id::text = $1 AND state IN ('waiting', 'answered')`,
    [id],
  );
  return rows[0];
}

/** A lab takes an item up: both pages say so, and who is behind the item is told. */
export async function takeUpInLab(
  platform: Platform,
  client: ClientBase,
  { itemId, labId, by }: { itemId: string; labId: string; by: string },
): Promise<void> {
  const { rowCount } = await client.query(
    "INSERT INTO ledger_lab (item_id, lab_id) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    [itemId, labId],
  );
  if (rowCount === 0) return;
  const item = await lockItem(client, itemId);
  if (!item) return;
  const now = platform.clock.now();
  const progress = item.progress === "untouched" ? "taken-up" : item.progress;
  const to = { ...item, progress };
  await moveItem(client, itemId, { event: "taken-up", to, words: { labId }, actorId: by, now });
  const told = { kind: "ledger-taken-up", about: labId, urgency: "digest", by } as const;
  await tellOfItem(platform, client, item, told, await peopleBehind(client, itemId));
}
