import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { type Link, mayLink } from "#domain/ledger/links.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import { type Client, type ItemAct, moveItem, onItem } from "./repository.ts";

/** Says how an item stands to another one. Of what is published both histories tell it. */
export function linkItems(
  platform: Platform,
  actor: Actor,
  { itemId, to, kind, note }: LedgerCommands["ledger.link"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async (act) => {
    if (!can(actor, "ledger.write", COOPERATIVE)) return refuse("not-allowed");
    const { item, client, actor: by } = act;
    const other = await published(client, to);
    if (!other) return refuse("not-found");
    // Of two that are linked at once, the second sees the first.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('ledger/links'))");
    const allowed = mayLink({ from: item.id, to: other, kind }, await linksAround(client, kind));
    if (!allowed.ok) return allowed;
    const now = platform.clock.now();
    const { rowCount } = await client.query(
      `INSERT INTO ledger_link (from_id, to_id, kind, note, linked_by, at)
       SELECT $1, $2, $3, $4, $5, $6
       WHERE NOT EXISTS (SELECT FROM ledger_link
         WHERE (from_id = $1 AND to_id = $2) OR (from_id = $2 AND to_id = $1))`,
      [item.id, other, kind, note, by.personId, now],
    );
    if (rowCount === 0) return refuse("ledger-link-impossible");
    await tell(act, { event: "linked", to, kind, now });
    return ok(null);
  });
}

/** Takes a judgement back. */
export function unlinkItems(
  platform: Platform,
  actor: Actor,
  { itemId, to }: LedgerCommands["ledger.unlink"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async (act) => {
    if (!can(actor, "ledger.write", COOPERATIVE)) return refuse("not-allowed");
    const { rows } = await act.client.query<{ kind: string }>(
      `DELETE FROM ledger_link USING ledger_item o
       WHERE o.number = $2 AND ((from_id = $1 AND to_id = o.id) OR (to_id = $1 AND from_id = o.id))
       RETURNING ledger_link.kind`,
      [itemId, to],
    );
    const [gone] = rows;
    if (!gone) return refuse("not-found");
    await tell(act, { event: "unlinked", to, kind: gone.kind, now: platform.clock.now() });
    return ok(null);
  });
}

type Told = { event: "linked" | "unlinked"; to: number; kind: string; now: Date };

async function tell({ item, client, actor }: ItemAct, { event, to, kind, now }: Told) {
  if (item.state === "draft" || kind === "unrelated") return;
  const words = { number: to, kind };
  await moveItem(client, item.id, { event, to: item, words, actorId: actor.personId, now });
}

async function published(client: Client, number: number): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM ledger_item WHERE number = $1 AND state <> 'draft'",
    [number],
  );
  return rows[0]?.id;
}

/** Those among which a circle could close. */
async function linksAround(client: Client, kind: string): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `SELECT from_id AS "from", to_id AS "to", kind FROM ledger_link WHERE kind = $1`,
    [kind],
  );
  return rows;
}
