import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";

/**
 * Goes to an item of the agenda. The item that is left is done, or to come again where the chair
 * goes back; items that were skipped stay to come.
 */
export async function goToItem(
  platform: Platform,
  actor: Actor,
  { assemblyId, itemId }: { assemblyId: string; itemId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { rows } = await client.query<{ position: number }>(
      "SELECT position FROM agenda_item WHERE id = $1 AND assembly_id = $2",
      [itemId, assemblyId],
    );
    const [item] = rows;
    if (!item) return refuse("not-found");
    await client.query(
      `UPDATE agenda_item SET phase = CASE
         WHEN id = $2 THEN 'current'
         WHEN position < $3 THEN 'done'
         ELSE 'upcoming' END::"ItemPhase"
       WHERE assembly_id = $1 AND (id = $2 OR phase = 'current')`,
      [assemblyId, itemId, item.position],
    );
    await client.query("UPDATE assembly SET current_item_id = $2 WHERE id = $1", [
      assemblyId,
      itemId,
    ]);
    return ok({ value: null });
  });
}

/** Opens or closes the box in which members write questions. */
export async function openQuestions(
  platform: Platform,
  actor: Actor,
  { assemblyId, open }: { assemblyId: string; open: boolean },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    // In writing before the meeting, or during it (rules 1.7).
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    await client.query("UPDATE assembly SET questions_open = $2 WHERE id = $1", [assemblyId, open]);
    return ok({ value: null });
  });
}
