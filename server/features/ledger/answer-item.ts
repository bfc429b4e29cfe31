import type { Actor } from "#domain/kernel/actor.ts";
import { can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { answered, progressed } from "#domain/ledger/life.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import { mayAnswerFor } from "./cards.ts";
import { type Client, followBody, moveItem, onItem } from "./repository.ts";
import { answerersOf, peopleBehind, tellOfItem } from "./tell.ts";

/**
 * Answers an item: what is decided, why, who carries it and by when. Those behind it are told; so
 * is who owes the next answer where it is referred to them.
 */
export function answerItem(
  platform: Platform,
  actor: Actor,
  { itemId, outcome, reason, adapted, referTo, owner, ...rest }: LedgerCommands["ledger.answer"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!mayAnswerFor(actor).includes(item.addressee)) return refuse("not-allowed");
    if (outcome === "adapted" && adapted === "") return refuse("bad-input");
    const now = platform.clock.now();
    const to = answered(item, { outcome, referTo, ...rest }, dayInBrussels(now));
    if (!to.ok) return to;
    if (rest.objectiveId) await aimAt(client, itemId, rest.objectiveId);
    const words = {
      by: item.addressee,
      language: by.language,
      reason,
      ...(outcome === "adapted" ? { adapted } : {}),
      ...(owner ? { owner } : {}),
      ...(outcome === "referred" && referTo ? { referTo } : {}),
    };
    const { personId: actorId } = by;
    await moveItem(client, itemId, { event: "answered", to: to.value, words, actorId, now });
    await client.query("UPDATE ledger_item SET reminded = 0 WHERE id = $1", [itemId]);
    const about = now.toISOString();
    const told = { kind: "ledger-answered", about, urgency: "soon", by: actorId } as const;
    await tellOfItem(platform, client, item, told, await peopleBehind(client, itemId));
    if (to.value.state === "waiting") {
      const next = await answerersOf(client, to.value.addressee, now);
      const asked = { kind: "ledger-entered", about, urgency: "soon" } as const;
      await tellOfItem(platform, client, item, asked, next);
    }
    return ok(null);
  });
}

/** Says how far it has come, with what shows it. */
export function noteProgress(
  platform: Platform,
  actor: Actor,
  { itemId, progress, note, evidence }: LedgerCommands["ledger.progress"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!can(actor, "ledger.follow", followBody)) return refuse("not-allowed");
    const to = progressed(item, progress);
    if (!to.ok) return to;
    const now = platform.clock.now();
    const { personId: actorId } = by;
    const words = { note, evidence, language: by.language };
    await moveItem(client, itemId, { event: "progressed", to: to.value, words, actorId, now });
    const about = now.toISOString();
    const told = { kind: "ledger-moved", about, urgency: "digest", by: actorId } as const;
    await tellOfItem(platform, client, item, told, await peopleBehind(client, itemId));
    return ok(null);
  });
}

/** Ties an item to an aim of the strategy. */
export function aimItem(
  platform: Platform,
  actor: Actor,
  { itemId, objectiveId }: LedgerCommands["ledger.aim"],
): Promise<Result<null>> {
  return onItem(platform, actor, itemId, async ({ item, client, actor: by }) => {
    if (!can(actor, "ledger.follow", followBody)) return refuse("not-allowed");
    if (item.state !== "waiting" && item.state !== "answered") return refuse("wrong-phase");
    if (!(await aimAt(client, itemId, objectiveId))) return ok(null);
    const now = platform.clock.now();
    await moveItem(client, itemId, {
      event: "aimed",
      to: item,
      words: { objectiveId },
      actorId: by.personId,
      now,
    });
    return ok(null);
  });
}

/** False where it was tied already, or there is no such aim. */
async function aimAt(client: Client, itemId: string, objectiveId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO ledger_aim (item_id, objective_id)
     SELECT $1, id FROM ledger_objective WHERE id = $2 ON CONFLICT DO NOTHING`,
    [itemId, objectiveId],
  );
  return rowCount === 1;
}
