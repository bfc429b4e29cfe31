import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { paused, started } from "#domain/live-session/stage/timer.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { changeTimer } from "./item-timers.ts";
import { readStage } from "./stage-row.ts";

/** The chair lets the time of an item run, or stops it. Two who do the same do it once. */
export function runTimer(
  platform: Platform,
  actor: Actor,
  { assemblyId, itemId, on }: { assemblyId: string; itemId: string; on: boolean },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    const { suspendedAt } = await readStage(client, assemblyId);
    if (on && suspendedAt) return refuse("session-suspended");
    const now = platform.clock.now().getTime();
    const found = await changeTimer(client, { assemblyId, itemId }, (timer) =>
      on ? started(timer, now) : paused(timer, now),
    );
    return found ? ok({ value: null }) : refuse("not-found");
  });
}
