import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";

/** Opens or closes the floor. Hands that are up when it closes keep their turns. */
export function openFloor(
  platform: Platform,
  actor: Actor,
  { assemblyId, open }: { assemblyId: string; open: boolean },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase !== "live") return refuse("wrong-phase");
    await client.query(
      `INSERT INTO floor (assembly_id, open) VALUES ($1, $2)
       ON CONFLICT (assembly_id) DO UPDATE SET open = EXCLUDED.open`,
      [assemblyId, open],
    );
    return ok({ value: null });
  });
}

/** How long each speaker has from now on; whoever has the floor keeps their time. */
export function setSpeakingTime(
  platform: Platform,
  actor: Actor,
  { assemblyId, seconds }: { assemblyId: string; seconds: number },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    await client.query(
      `INSERT INTO floor (assembly_id, seconds_each) VALUES ($1, $2)
       ON CONFLICT (assembly_id) DO UPDATE SET seconds_each = EXCLUDED.seconds_each`,
      [assemblyId, seconds],
    );
    return ok({ value: null });
  });
}
