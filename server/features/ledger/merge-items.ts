import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { ended } from "#domain/ledger/life.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../platform/refusable.ts";
import { type Client, type ItemRow, lockItem, moveItem } from "./repository.ts";
import { peopleBehind, tellOfItem } from "./tell.ts";

type Pair = { item: ItemRow; into: ItemRow };
type Act = Pair & { client: PoolClient; by: PersonActor; now: Date };

/** Asks the authors of two items whether one may go on in the other. */
export function askMerge(
  platform: Platform,
  actor: Actor,
  { itemId, into, note }: LedgerCommands["ledger.ask-merge"],
): Promise<Result<null>> {
  return onPair(platform, actor, { itemId, into }, async (act) => {
    if (!can(actor, "ledger.write", COOPERATIVE)) return refuse("not-allowed");
    const { item, client, by, now } = act;
    if (item.ofWorkers || act.into.ofWorkers) return refuse("ledger-of-workers");
    const { rowCount } = await client.query(
      `INSERT INTO ledger_merge (item_id, into_id, note, asked_by, at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [item.id, act.into.id, note, by.personId, now],
    );
    if (rowCount === 0) return refuse("ledger-link-impossible");
    const about = act.into.id;
    const told = { kind: "ledger-merge-asked", about, urgency: "soon", by: by.personId } as const;
    await tellOfItem(platform, client, item, told, await authorsOfBoth(client, act));
    return mergeIfAllAgree(platform, act);
  });
}

/** An author of either agrees, or would rather that both stay: then they do. */
export function answerMerge(
  platform: Platform,
  actor: Actor,
  { itemId, into, agrees }: LedgerCommands["ledger.answer-merge"],
): Promise<Result<null>> {
  return onPair(platform, actor, { itemId, into }, async (act) => {
    const { client, by } = act;
    const authors = await authorsOfBoth(client, act);
    if (!authors.includes(by.personId)) return refuse("not-allowed");
    const pair = [act.item.id, act.into.id];
    const open = await client.query(
      "SELECT FROM ledger_merge WHERE item_id = $1 AND into_id = $2 AND state = 'open'",
      pair,
    );
    if (open.rowCount === 0) return refuse("wrong-phase");
    if (agrees === "false") {
      await client.query(
        "UPDATE ledger_merge SET state = 'declined' WHERE item_id = $1 AND into_id = $2",
        pair,
      );
      return ok(null);
    }
    await client.query(
      `INSERT INTO ledger_consent (item_id, into_id, person_id) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [...pair, by.personId],
    );
    return mergeIfAllAgree(platform, act);
  });
}

/** Both items held, always in the same order, while both still wait for an answer. */
async function onPair(
  platform: Platform,
  actor: Actor,
  { itemId, into }: { itemId: string; into: number },
  work: (act: Act) => Promise<Result<null>>,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return inTransactionUnlessRefused(platform.pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM ledger_item WHERE id = $1 OR number = $2 ORDER BY id FOR NO KEY UPDATE`,
      [itemId, into],
    );
    const other = rows.find(({ id }) => id !== itemId);
    const item = await lockItem(client, itemId);
    const goesOn = other && (await lockItem(client, other.id));
    if (!item || !goesOn) return refuse("not-found");
    if (item.state !== "waiting" || goesOn.state !== "waiting") return refuse("wrong-phase");
    return work({ item, into: goesOn, client, by: actor, now: platform.clock.now() });
  });
}

async function authorsOfBoth(client: Client, { item, into }: Pair): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT person_id AS id FROM ledger_person
     WHERE item_id IN ($1, $2) AND role = 'author'`,
    [item.id, into.id],
  );
  return rows.map(({ id }) => id);
}

/**
 * Everybody who was behind the one is behind the other; whoever wrote either is an author. The
 * wording, the number and the history of both stay.
 */
async function mergeIfAllAgree(platform: Platform, act: Act): Promise<Result<null>> {
  const { item, into, client, by, now } = act;
  const authors = await authorsOfBoth(client, act);
  const consents = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM ledger_consent WHERE item_id = $1 AND into_id = $2",
    [item.id, into.id],
  );
  const agreed = new Set(consents.rows.map(({ id }) => id));
  if (!authors.every((id) => agreed.has(id))) return ok(null);
  const to = ended(item, "merged");
  if (!to.ok) return to;
  const behind = await peopleBehind(client, item.id);
  await client.query(
    `INSERT INTO ledger_person (item_id, person_id, role, listed)
     SELECT $2, person_id, role, listed FROM ledger_person WHERE item_id = $1
     ON CONFLICT (item_id, person_id) DO UPDATE SET
       role = least(ledger_person.role, excluded.role),
       listed = ledger_person.listed OR excluded.listed`,
    [item.id, into.id],
  );
  await client.query("UPDATE ledger_item SET merged_into = $2 WHERE id = $1", [item.id, into.id]);
  await client.query("UPDATE ledger_merge SET state = 'done' WHERE item_id = $1 AND into_id = $2", [
    item.id,
    into.id,
  ]);
  const line = { event: "merged", actorId: by.personId, now } as const;
  await moveItem(client, item.id, { ...line, to: to.value, words: { number: into.number } });
  await moveItem(client, into.id, { ...line, to: into, words: { number: item.number } });
  const told = { kind: "ledger-ended", about: "merged", urgency: "digest" } as const;
  await tellOfItem(platform, client, item, told, behind);
  return ok(null);
}
