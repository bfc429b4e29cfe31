import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { doorsOpen } from "#domain/check-in/door.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { changePresence } from "./change-presence.ts";
import { sitesOf, withDoors } from "./site-sql.ts";

/** Somebody who is signed in says in which room they are: they came by its short address. */
export async function arriveAtSite(
  platform: Platform,
  actor: Actor,
  { assemblyId, siteId }: { assemblyId: string; siteId: string },
): Promise<Result<null>> {
  const at = platform.clock.now().getTime();
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    const sites = withDoors(await sitesOf(client, assemblyId));
    const site = sites.find(({ id }) => id === siteId);
    if (!site) return refuse("not-found");
    if (!doorsOpen(site, assembly.phase, at)) return refuse("doors-closed");
    const persons = await changePresence(client, {
      assemblyId,
      persons: [personId],
      more: new Map([[personId, [{ kind: "arrive", at, siteId, channel: "room" }]]]),
    });
    return ok({ value: null, persons });
  });
}
