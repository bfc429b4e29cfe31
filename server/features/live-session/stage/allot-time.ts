import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { readTimer, saveTimer } from "./item-timers.ts";

type Allotment = { assemblyId: string; itemId: string; from: number; to: number };

/**
 * Gives an item more or less time, in seconds. `from` is what the chair saw: two chairs who both add
 * five minutes add five, not ten.
 */
export function allotTime(
  platform: Platform,
  actor: Actor,
  { assemblyId, itemId, from, to }: Allotment,
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase === "closed") return refuse("wrong-phase");
    const timer = await readTimer(client, assemblyId, itemId);
    if (!timer) return refuse("not-found");
    if (timer.allotted === to) return ok({ value: null });
    if (timer.allotted !== from) return refuse("stage-changed");
    await saveTimer(client, itemId, { ...timer, allotted: to });
    return ok({ value: null });
  });
}
