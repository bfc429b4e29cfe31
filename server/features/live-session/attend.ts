import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";

type Input = { assemblyId: string };

// Whoever a person stands for is present or gone with them: the attendance list of the minutes
// names the legal persons too (rules 1.4, 1.8).
const REPRESENTED = `
  SELECT r.legal_person_id FROM representation r JOIN assembly a ON a.id = $1
  WHERE r.representative_id = $2 AND r.valid_from <= a.day
    AND (r.valid_to IS NULL OR r.valid_to >= a.day)`;

/** Opens an interval of presence. Arriving twice, or from two devices, is one presence. */
export async function arrive(
  platform: Platform,
  actor: Actor,
  { assemblyId }: Input,
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
    return ok({ value: null, persons: [personId] });
  });
}

/** Closes the interval of presence, if one is open. */
export async function leave(
  platform: Platform,
  actor: Actor,
  { assemblyId }: Input,
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
    return ok({ value: null, persons: [personId] });
  });
}
