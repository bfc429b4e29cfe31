import { chooseClient as choose } from "#domain/codev/client-of-day.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { loadGroup, saveGroup } from "../group.ts";
import { readCourse } from "./acts.ts";
import { changeSession } from "./change.ts";

/** Another client than the one whose turn was planned; only before the exposé. */
export function chooseClient(
  platform: Platform,
  actor: Actor,
  { sessionId, personId }: { sessionId: string; personId: string },
): Promise<Result<null>> {
  const change = { sessionId, parts: ["facilitator"], told: "group", ledger: true } as const;
  return changeSession(platform, actor, change, async ({ client, session }) => {
    const { cycleId, state } = session;
    const { step } = await readCourse(client, session);
    if ((state !== "planned" && state !== "open") || step !== "opening")
      return refuse("wrong-phase");
    const chosen = choose(await loadGroup(client, cycleId), sessionId, personId);
    if (!chosen.ok) return chosen;
    await saveGroup(client, cycleId, chosen.value);
    return ok(null);
  });
}
