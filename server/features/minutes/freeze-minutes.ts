import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { journal } from "../../platform/journal.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeMinutes } from "./change-minutes.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { draftOf } from "./read-minutes.ts";

/** Votes that were opened and whose result nobody may see yet; rehearsals and annulled ones aside. */
export async function unpublishedVotes(
  client: Pick<PoolClient, "query">,
  assemblyId: string,
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM decision WHERE assembly_id = $1 AND NOT rehearsal
       AND annulled_at IS NULL AND phase IN ('open', 'closed', 'counted')`,
    [assemblyId],
  );
  return rows[0]?.n ?? 0;
}

/**
 * Freezes the minutes: the record and the words of this moment, hashed, and nothing in them changes
 * after. `revision` is of what the secretary read: nobody freezes what they have not seen.
 */
export function freezeMinutes(
  platform: Platform,
  actor: Actor,
  { assemblyId, revision }: { assemblyId: string; revision: number },
): Promise<Result<null>> {
  const change = { action: "minutes.write", assemblyId } as const;
  return changeMinutes(platform, actor, change, async (client, minutes, { personId }) => {
    if (minutes.frozen) return refuse("minutes-frozen");
    const { language, texts } = minutes;
    if (!language) return refuse("not-found");
    if (minutes.assembly.phase !== "closed") return refuse("wrong-phase");
    if (minutes.revision !== revision) return refuse("changed-meanwhile");
    if ((await unpublishedVotes(client, assemblyId)) > 0) return refuse("not-counted");
    const { document } = await draftOf(client, assemblyId, { language, texts });
    const hash = fingerprintOf(document);
    const now = platform.clock.now();
    await client.query(
      `UPDATE minutes SET document = $2, hash = $3, frozen_at = $4, frozen_by = $5
       WHERE assembly_id = $1`,
      [assemblyId, document, hash, now, personId],
    );
    const subject = `assembly:${assemblyId}`;
    await journal(client, {
      actorId: personId,
      action: "minutes.frozen",
      subject,
      reason: hash,
      at: now,
    });
    return ok(null);
  });
}
