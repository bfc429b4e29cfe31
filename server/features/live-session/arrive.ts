import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { mandatePartners } from "../mandates/cards.ts";
import { changeSession } from "./change-session.ts";
import { REPRESENTED } from "./presence.ts";

/** Opens an interval of presence. Arriving twice, or from two devices, is one presence. */
export async function arrive(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    // Doors open before the chair opens the session.
    if (assembly.phase !== "convened" && assembly.phase !== "live") return refuse("wrong-phase");
    await client.query(
      `INSERT INTO attendance (id, assembly_id, person_id, arrived_at)
       SELECT uuidv7(), $1, arrived.id, $3
       FROM (SELECT $2::uuid UNION ${REPRESENTED}) AS arrived (id) ORDER BY arrived.id
       ON CONFLICT (assembly_id, person_id) WHERE left_at IS NULL DO NOTHING`,
      [assemblyId, personId, platform.clock.now()],
    );
    const partners = await mandatePartners(client, assemblyId, [personId]);
    return ok({ value: null, persons: [personId, ...partners] });
  });
}
