import type { Actor } from "#domain/kernel/actor.ts";
import { inLanguage, LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Item } from "#domain/live-session/agenda.ts";
import { goToItem as changesOfAgenda } from "#domain/live-session/agenda.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import { timeGoesTo } from "./stage/item-timers.ts";
import { readStage } from "./stage/stage-row.ts";

type TitledItem = Item & { title: Translated };
type Going = { assemblyId: string; itemId: string; from?: string | undefined };

/**
 * The chair goes to an item of the agenda; its time runs, that of the item before stands still.
 * `from` is where the chair saw the room: if another chair moved it meanwhile, they are told where it
 * is now; if to this very item, all is well.
 */
export async function goToItem(
  platform: Platform,
  actor: Actor,
  { assemblyId, itemId, from }: Going,
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { rows: items } = await client.query<TitledItem>(
      "SELECT id, position, phase, title FROM agenda_item WHERE assembly_id = $1",
      [assemblyId],
    );
    const changes = changesOfAgenda(items, itemId);
    if (!changes.ok) return changes;
    const left = assembly.currentItemId;
    if (left === itemId) return ok({ value: null });
    const now = items.find(({ id }) => id === left);
    if (from && now && now.id !== from) {
      return refuse("agenda-moved", { position: now.position, ...titlesOf(now) });
    }
    const { suspendedAt } = await readStage(client, assemblyId);
    if (suspendedAt) return refuse("session-suspended");
    await timeGoesTo(client, { assemblyId, left, reached: itemId }, platform.clock.now());
    await client.query(
      `UPDATE agenda_item i SET phase = changed.phase::"ItemPhase"
       FROM unnest($1::uuid[], $2::text[]) AS changed (id, phase) WHERE i.id = changed.id`,
      [changes.value.map(({ id }) => id), changes.value.map(({ phase }) => phase)],
    );
    await client.query("UPDATE assembly SET current_item_id = $2 WHERE id = $1", [
      assemblyId,
      itemId,
    ]);
    await client.query("DELETE FROM result_shown WHERE assembly_id = $1", [assemblyId]);
    return ok({ value: null });
  });
}

/** By language, so that each reader's sentence names it in theirs. */
function titlesOf({ title }: TitledItem): Translated {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language, inLanguage(title, language)?.value ?? ""]),
  );
}
