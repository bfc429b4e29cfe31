import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { syncDoor } from "./sync-door.ts";

type Noted = { assemblyId: string; siteId: string; personId: string; kind: "arrive" | "leave" };

/** One passage now, from a form: what a door without scripts can do. */
export async function notePassage(
  platform: Platform,
  actor: Actor,
  { assemblyId, ...passage }: Noted,
  commandId: string,
): Promise<Result<null>> {
  const at = platform.clock.now().getTime();
  const acts = [{ ...passage, id: commandId, at }];
  const synced = await syncDoor(platform, actor, { assemblyId, acts });
  if (!synced.ok) return synced;
  const outcome = synced.value.outcomes[commandId];
  if (outcome === "kept") return ok(null);
  return refuse(outcome === "out-of-time" ? "doors-closed" : "not-found");
}
