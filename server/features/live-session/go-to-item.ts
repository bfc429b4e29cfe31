import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Item } from "#domain/live-session/agenda.ts";
import { goToItem as changesOfAgenda } from "#domain/live-session/agenda.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";

/** The chair goes to an item of the agenda. */
export async function goToItem(
  platform: Platform,
  actor: Actor,
  { assemblyId, itemId }: { assemblyId: string; itemId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { rows: items } = await client.query<Item>(
      "SELECT id, position, phase FROM agenda_item WHERE assembly_id = $1",
      [assemblyId],
    );
    const changes = changesOfAgenda(items, itemId);
    if (!changes.ok) return changes;
    await client.query(
      `UPDATE agenda_item i SET phase = changed.phase::"ItemPhase"
       FROM unnest($1::uuid[], $2::text[]) AS changed (id, phase) WHERE i.id = changed.id`,
      [changes.value.map(({ id }) => id), changes.value.map(({ phase }) => phase)],
    );
    await client.query("UPDATE assembly SET current_item_id = $2 WHERE id = $1", [
      assemblyId,
      itemId,
    ]);
    return ok({ value: null });
  });
}
