import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { journal } from "./journal.ts";

/** Lets people watch who are not signed in, or no longer. */
export async function welcomeGuests(
  platform: Platform,
  actor: Actor,
  { assemblyId, open }: { assemblyId: string; open: boolean },
): Promise<Result<null>> {
  const change = { action: "assembly.convene", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    await client.query("UPDATE assembly SET guests_welcome = $2 WHERE id = $1", [assemblyId, open]);
    const action = open ? "guests.welcomed" : "guests.ended";
    await journal(platform, client, { personId, assemblyId, action });
    return ok({ value: null });
  });
}
