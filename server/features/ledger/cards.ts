import type { Actor } from "#domain/kernel/actor.ts";
import { can } from "#domain/kernel/can.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import { ANSWER_ACTIONS, answerersBody } from "#domain/ledger/answerers.ts";
import type { StandingFilter } from "#domain/ledger/filters.ts";
import { ADDRESSEES, type Addressee, overdue } from "#domain/ledger/life.ts";
import type { GroupCard, ItemCard, ObjectiveCard } from "#wire/ledger-pages.ts";
import { isoDay } from "../../platform/instants.ts";
import { type Client, STANDING } from "./repository.ts";

// `i` is the item.
const CARD = `
  i.id, i.number, i.kind, i.language, i.title, i.theme, i.city, i.debated, i.contested,
  ${isoDay("i.entered_at AT TIME ZONE 'Europe/Brussels'")} AS "enteredOn",
  ${STANDING("i")}`;

/** SQL: what everybody may read; merged and withdrawn items stay. */
export const PUBLISHED = "i.state <> 'draft'";

/** SQL: something that was owed by a day before `today` has not come (domain: overdue). */
export const isLate = (today: string) => `(
  (i.state = 'waiting' AND i.due_on < ${today}::date) OR (i.state = 'answered'
    AND i.promised_on < ${today}::date AND i.progress NOT IN ('done', 'set-aside')))`;

/** SQL: whether an item stands so; `today` is a placeholder. */
export function standsSo(filter: StandingFilter, today: string): string {
  switch (filter) {
    case "waiting":
      return "i.state = 'waiting'";
    case "late":
      return isLate(today);
    case "done":
      return "i.progress = 'done'";
    case "debated":
      return "i.debated";
    default:
      return `i.outcome = '${filter}'`;
  }
}

type Wanted = {
  condition: string;
  values: readonly unknown[];
  order?: string;
  limit?: { rows: number; from: number };
};

/** Items as lists show them. */
export async function itemCards(
  client: Client,
  today: string,
  { condition, values, order = "i.number DESC", limit }: Wanted,
): Promise<ItemCard[]> {
  const { rows } = await client.query<ItemCard>(
    `SELECT ${CARD} FROM ledger_item i WHERE ${condition}
     ORDER BY ${order} ${limit ? `LIMIT ${limit.rows} OFFSET ${limit.from}` : ""}`,
    [...values],
  );
  return rows.map((row) => withLateness(row, today));
}

/** A row without its empty columns, and whether something of it is late. */
export function withLateness<T extends Omit<ItemCard, "late">>(row: T, today: string) {
  const card = withoutNulls(row);
  const late = overdue(card, today);
  return late ? { ...card, late } : card;
}

export async function groupCards(client: Client): Promise<GroupCard[]> {
  const { rows } = await client.query<GroupCard>(
    "SELECT id, slug, cycle, year, title FROM ledger_group ORDER BY year, position",
  );
  return rows;
}

export async function objectiveCards(client: Client): Promise<ObjectiveCard[]> {
  const { rows } = await client.query<ObjectiveCard>(
    "SELECT id, slug, title FROM ledger_objective ORDER BY position",
  );
  return rows;
}

/** For whom somebody may answer. */
export function mayAnswerFor(actor: Actor): Addressee[] {
  return ADDRESSEES.filter((addressee) =>
    can(actor, ANSWER_ACTIONS[addressee], { body: answerersBody(addressee) }),
  );
}

/** An item by its number and title, and where it stands: for pages of others that lead to it. */
export type ItemStanding = Pick<
  ItemCard,
  "id" | "number" | "title" | "language" | "state" | "outcome"
>;

/** Where some items stand, by their ids; what is not published is left out. */
export async function itemStandings(
  client: Client,
  ids: readonly string[],
): Promise<Map<string, ItemStanding>> {
  if (ids.length === 0) return new Map();
  const { rows } = await client.query<ItemStanding>(
    `SELECT i.id, i.number, i.title, i.language, i.state, i.outcome FROM ledger_item i
     WHERE i.id = ANY($1::uuid[]) AND ${PUBLISHED}`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What was entered from elsewhere, by its id there, as lists show it. */
export async function cardsByOrigin(
  client: Client,
  today: string,
  feature: string,
  originIds: readonly string[],
): Promise<Map<string, ItemCard>> {
  const { rows } = await client.query<{ id: string; origin: string }>(
    `SELECT i.id, i.origin_id AS origin FROM ledger_item i
     WHERE i.origin_feature = $1 AND i.origin_id = ANY($2) AND ${PUBLISHED}`,
    [feature, originIds],
  );
  const origins = new Map(rows.map(({ id, origin }) => [id, origin]));
  const condition = "i.id = ANY($1::uuid[])";
  const cards = await itemCards(client, today, { condition, values: [[...origins.keys()]] });
  return new Map(cards.map((card) => [origins.get(card.id) ?? "", card]));
}
