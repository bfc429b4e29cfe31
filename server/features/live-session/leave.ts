import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { mandatePartners } from "../mandates/cards.ts";
import { changeSession } from "./change-session.ts";
import { REPRESENTED } from "./presence.ts";

/** Closes the interval of presence, if one is open. */
export async function leave(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.enter", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    // A legal person stays present as long as another of its representatives is.
    await client.query(
      `UPDATE attendance t SET left_at = greatest($3::timestamptz, t.arrived_at)
       WHERE t.assembly_id = $1 AND t.left_at IS NULL AND (
         t.person_id = $2
         OR t.person_id IN (${REPRESENTED}) AND NOT EXISTS (
           SELECT FROM representation other
           JOIN attendance there ON there.assembly_id = $1
             AND there.person_id = other.representative_id AND there.left_at IS NULL
           WHERE other.legal_person_id = t.person_id AND other.representative_id <> $2))`,
      [assemblyId, personId, platform.clock.now()],
    );
    const partners = await mandatePartners(client, assemblyId, [personId]);
    return ok({ value: null, persons: [personId, ...partners] });
  });
}
