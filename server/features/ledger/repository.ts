import type { ClientBase, PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { ItemEvent, ItemKind, Standing } from "#domain/ledger/life.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";

export type Client = Pick<ClientBase, "query">;

/** Who follows up what was promised does it for the board. */
export const followBody = { body: "board" } as const;

/** An item as its rules need it. */
export type ItemRow = Standing & {
  id: string;
  number: number;
  kind: ItemKind;
  language: Language;
  title: string;
  contested: boolean;
  /** Of an assembly of workers: the employer's side has no hand in it (rules 5.7). */
  ofWorkers: boolean;
  writtenBy?: string;
  revision: number;
};

/** SQL: where an item stands; `i` is the item or the move. */
export const STANDING = (i: string) => `
  ${i}.state, ${i}.addressee, ${i}.outcome, ${i}.progress,
  ${isoDay(`${i}.due_on`)} AS "dueOn",
  ${isoDay(`${i}.promised_on`)} AS "promisedOn"`;

/** SQL: it comes from an assembly of workers. */
export const OF_WORKERS = (i: string) => `${i}.origin_feature = 'workers-assembly'`;

/** An item, held until the end of the transaction. */
export async function lockItem(client: Client, id: string): Promise<ItemRow | undefined> {
  const { rows } = await client.query<ItemRow>(
    `SELECT i.id, i.number, i.kind, i.language, i.title, i.contested, i.written_by AS "writtenBy",
       i.revision, ${OF_WORKERS("i")} AS "ofWorkers", ${STANDING("i")}
     FROM ledger_item i WHERE i.id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows[0] && withoutNulls(rows[0]);
}

export type ItemAct = { item: ItemRow; actor: PersonActor; client: PoolClient };

/** One transaction with the row of an item held, undone where it is refused. */
export async function onItem<T>(
  platform: Platform,
  actor: Actor,
  itemId: string,
  work: (act: ItemAct) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const result = await inTransactionUnlessRefused(platform.pool, async (client) => {
    const item = await lockItem(client, itemId);
    return item ? work({ item, actor, client }) : refuse("not-found");
  });
  if (result.ok) platform.outbox.kick();
  return result;
}

type Move = {
  event: ItemEvent;
  to: Standing;
  words?: Record<string, string | number | undefined>;
  actorId?: string | undefined;
  now: Date;
};

/** Moves an item: its row says where it stands, its history that it came there. */
export async function moveItem(
  client: Client,
  itemId: string,
  { event, to, words = {}, actorId, now }: Move,
): Promise<void> {
  const { state, addressee, outcome, progress, dueOn = null, promisedOn = null } = to;
  const standing = [itemId, state, addressee, outcome, progress, dueOn, promisedOn];
  await client.query(
    `UPDATE ledger_item SET state = $2, addressee = $3, outcome = $4, progress = $5, due_on = $6,
       promised_on = $7 WHERE id = $1`,
    standing,
  );
  await client.query(
    `INSERT INTO ledger_move (item_id, state, addressee, outcome, progress, due_on, promised_on,
       event, words, actor_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...standing, event, JSON.stringify(words), actorId ?? null, now],
  );
}
