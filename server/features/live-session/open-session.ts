import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { nextAssemblyPhase } from "#domain/live-session/agenda.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { journalAssembly } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import { takeRoll } from "./take-roll.ts";

/**
 * Opens the session. If the roll was not taken before, it is taken now, as of this day in Belgium:
 * whoever is a member today may vote, and the roll does not move after.
 */
export async function openSession(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (nextAssemblyPhase(assembly.phase, "open") !== "live") return refuse("wrong-phase");
    const now = platform.clock.now();
    if (!assembly.rollTaken) await takeRoll(client, assemblyId, now);
    await client.query(
      `UPDATE assembly SET phase = 'live',
         roll_as_of = coalesce(roll_as_of, $2)
       WHERE id = $1`,
      [assemblyId, dayInBrussels(now)],
    );
    await journalAssembly(client, {
      personId,
      assemblyId,
      action: "session.opened",
      now,
    });
    // Those who came early learn for whom they may vote.
    return ok({
      value: null,
      persons: await personsPresent(client, assemblyId),
    });
  });
}

async function personsPresent(client: ClientBase, assemblyId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    "SELECT person_id AS id FROM attendance WHERE assembly_id = $1 AND left_at IS NULL",
    [assemblyId],
  );
  return rows.map((row) => row.id);
}
