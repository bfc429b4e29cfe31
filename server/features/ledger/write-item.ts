import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { ended, entered } from "#domain/ledger/life.ts";
import { SECTIONS, type Sections } from "#domain/ledger/sections.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { findingsFor } from "./check-draft.ts";
import { type Client, moveItem, onItem } from "./repository.ts";
import { answerersOf, peopleBehind, tellOfItem } from "./tell.ts";

type Written = LedgerCommands["ledger.write"];

const mayWrite = (actor: Actor) => can(actor, "ledger.write", COOPERATIVE);

/** Begins a draft: only those who write see it, until it is published. */
export async function writeItem(
  platform: Platform,
  actor: Actor,
  written: Written,
): Promise<Result<{ number: number }>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!mayWrite(actor)) return refuse("not-allowed");
  return inTransaction(platform.pool, async (client) => {
    const id = platform.random.uuid();
    const { rows } = await client.query<{ number: number }>(
      `INSERT INTO ledger_item (id, kind, origin_feature, origin_id, addressee, language, title,
         text, sections, theme, city, group_id, printed, state, written_by)
       VALUES ($1::uuid, $2, 'ledger', $1::uuid::text, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'draft', $12)
       RETURNING number`,
      [id, written.kind, ...columnsOf(written), actor.personId],
    );
    await keepVersion(client, { id, revision: 0, written, by: actor, now: platform.clock.now() });
    return ok({ number: rows[0]!.number });
  });
}

/** Changes what an item says, from the revision its editor saw; what it said before stays. */
export function changeItem(
  platform: Platform,
  actor: Actor,
  { itemId, revision, ...written }: LedgerCommands["ledger.change"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!mayWrite(actor)) return refuse("not-allowed");
    if (item.ofWorkers) return refuse("ledger-of-workers");
    if (item.revision !== revision) return refuse("changed-meanwhile");
    const draft = item.state === "draft";
    // An answer was given to the words that were there.
    if (!draft && item.state !== "waiting") return refuse("wrong-phase");
    if (!draft && (written.addressee !== item.addressee || written.kind !== item.kind)) {
      return refuse("bad-input");
    }
    const now = platform.clock.now();
    await client.query(
      `UPDATE ledger_item SET kind = $2, addressee = $3, language = $4, title = $5, text = $6,
         sections = $7, theme = $8, city = $9, group_id = $10, printed = $11,
         revision = revision + 1
       WHERE id = $1`,
      [itemId, written.kind, ...columnsOf(written)],
    );
    await keepVersion(client, { id: itemId, revision: revision + 1, written, by, now });
    if (!draft) {
      const words = { revision: revision + 1 };
      await moveItem(client, itemId, {
        event: "revised",
        to: item,
        words,
        actorId: by.personId,
        now,
      });
    }
    return ok(null);
  });
}

/** Publishes a draft of which everything is settled: from now on an answer is owed. */
export function publishItem(
  platform: Platform,
  actor: Actor,
  { itemId }: LedgerCommands["ledger.publish"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!mayWrite(actor)) return refuse("not-allowed");
    if (item.state !== "draft") return refuse("wrong-phase");
    const findings = await findingsFor(client, itemId);
    if (findings.length > 0) return refuse("ledger-check-open", { count: findings.length });
    const now = platform.clock.now();
    const to = entered(item.addressee, dayInBrussels(now));
    await client.query("UPDATE ledger_item SET entered_at = $2, due_on = $3 WHERE id = $1", [
      itemId,
      now,
      to.dueOn,
    ]);
    await moveItem(client, itemId, { event: "entered", to, actorId: by.personId, now });
    const told = { kind: "ledger-entered", about: "entered", urgency: "soon" } as const;
    await tellOfItem(platform, client, item, told, await answerersOf(client, item.addressee, now));
    return ok(null);
  });
}

/** No answer is asked for any more; the item and its history stay. */
export function withdrawItem(
  platform: Platform,
  actor: Actor,
  { itemId, reason }: LedgerCommands["ledger.withdraw"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!mayWrite(actor)) return refuse("not-allowed");
    if (item.ofWorkers) return refuse("ledger-of-workers");
    const to = ended(item, "withdrawn");
    if (!to.ok) return to;
    const now = platform.clock.now();
    const words = { reason, language: by.language };
    await moveItem(client, itemId, {
      event: "withdrawn",
      to: to.value,
      words,
      actorId: by.personId,
      now,
    });
    const told = { kind: "ledger-ended", about: "", urgency: "digest", by: by.personId } as const;
    await tellOfItem(platform, client, item, told, await peopleBehind(client, itemId));
    return ok(null);
  });
}

function columnsOf(written: Written): unknown[] {
  const { addressee, language, title, text, theme, city, groupId, printed } = written;
  const sections = JSON.stringify(sectionsOf(written));
  return [addressee, language, title, text, sections, theme, city, groupId ?? null, printed];
}

/** What was written of each part. */
function sectionsOf(written: Written): Sections {
  const filled = SECTIONS.filter(({ name }) => written[name] !== "");
  return Object.fromEntries(filled.map(({ name }) => [name, written[name]]));
}

type Version = { id: string; revision: number; written: Written; by: PersonActor; now: Date };

async function keepVersion(client: Client, { id, revision, written, by, now }: Version) {
  await client.query(
    `INSERT INTO ledger_version (item_id, revision, title, text, sections, written_by, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      revision,
      written.title,
      written.text,
      JSON.stringify(sectionsOf(written)),
      by.personId,
      now,
    ],
  );
}
