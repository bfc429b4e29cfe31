import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";

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
