import type { ClientBase } from "pg";
import { insertRows } from "./batch.ts";
import { CYCLE } from "./ledger-recommendations.ts";
import {
  aimRows,
  demandRows,
  groupRows,
  linkRows,
  objectiveRows,
  peopleRows,
  recommendationRows,
} from "./ledger-rows.ts";

/**
 * Two harvests of the ledger: 37 recommendations of four working groups, as they stood in 2022, and
 * the 35 proposals of a workers' assembly with the board's answers; some are overdue.
 */
export async function seedLedger(client: ClientBase, today: string): Promise<void> {
  const people = await somePeople(client);
  const recommendations = recommendationRows();
  const demands = demandRows(today);
  await insertRows(client, "ledger_group", GROUP_COLUMNS, groupRows());
  await insertRows(client, "ledger_cycle", CYCLE_COLUMNS, [CYCLE]);
  await insertRows(client, "ledger_objective", OBJECTIVE_COLUMNS, objectiveRows());
  await insertRows(client, "ledger_item", ITEM_COLUMNS, [
    ...recommendations.items,
    ...demands.items,
  ]);
  await insertRows(
    client,
    "ledger_version",
    {
      item_id: "uuid",
      revision: "int",
      title: "text",
      text: "text",
      sections: "jsonb",
      at: "timestamptz",
    },
    [...recommendations.items, ...demands.items].map((item) => ({
      item_id: item["id"],
      revision: 0,
      title: item["title"],
      text: item["text"],
      sections: item["sections"],
      at: item["entered_at"],
    })),
  );
  await insertRows(client, "ledger_move", MOVE_COLUMNS, [
    ...recommendations.moves,
    ...demands.moves,
  ]);
  await insertRows(client, "ledger_link", LINK_COLUMNS, linkRows());
  await insertRows(client, "ledger_aim", { item_id: "uuid", objective_id: "uuid" }, aimRows());
  await insertRows(client, "ledger_person", PERSON_COLUMNS, peopleRows(people));
  await client.query(
    "select setval(pg_get_serial_sequence('ledger_item', 'number'), (select max(number) from ledger_item))",
  );
}

/** Far from those whom other parts of the demo have taken; nobody of the support team makes demands. */
async function somePeople(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from person p where kind = 'natural' and not exists (
       select from affiliation f where f.person_id = p.id and f.kind = 'support_staff')
     order by id offset 7000 limit 300`,
  );
  return rows.map(({ id }) => id);
}

const CYCLE_COLUMNS = { cycle: "text", year: "int", figures: "jsonb" };
const GROUP_COLUMNS = {
  id: "uuid",
  slug: "text",
  cycle: "text",
  year: "int",
  title: "jsonb",
  figures: "jsonb",
  position: "int",
};
const OBJECTIVE_COLUMNS = { id: "uuid", slug: "text", title: "jsonb", position: "int" };
const ITEM_COLUMNS = {
  id: "uuid",
  number: "int",
  kind: "text",
  origin_feature: "text",
  origin_id: "text",
  language: "text",
  title: "text",
  text: "text",
  sections: "jsonb",
  theme: "text",
  city: "text",
  group_id: "uuid",
  printed: "text",
  debated: "bool",
  state: "text",
  addressee: "text",
  outcome: "text",
  progress: "text",
  due_on: "date",
  promised_on: "date",
  entered_at: "timestamptz",
  contested: "bool",
  reminded: "int",
};
const MOVE_COLUMNS = {
  item_id: "uuid",
  event: "text",
  state: "text",
  addressee: "text",
  outcome: "text",
  progress: "text",
  due_on: "date",
  promised_on: "date",
  words: "jsonb",
  at: "timestamptz",
};
const LINK_COLUMNS = {
  from_id: "uuid",
  to_id: "uuid",
  kind: "text",
  note: "text",
  at: "timestamptz",
};
const PERSON_COLUMNS = { item_id: "uuid", person_id: "uuid", role: "text", listed: "bool" };
