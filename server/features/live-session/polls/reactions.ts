import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Reaction } from "#domain/live-session/poll.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";

/** One sign a person in this time (ms); more are taken without being counted. */
const PACE_MS = 1_000;
/** Sums are written this often (ms). */
const FLUSH_MS = 500;

export type GiveReaction = (
  actor: Actor,
  input: { assemblyId: string; sign: Reaction },
) => Promise<Result<null>>;

/** The chair lets the room give signs, or stops it. */
export function openReactions(
  platform: Platform,
  actor: Actor,
  { assemblyId, open }: { assemblyId: string; open: boolean },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    await client.query("UPDATE assembly SET reactions_open = $2 WHERE id = $1", [assemblyId, open]);
    return ok({ value: null });
  });
}

/**
 * Signs are gathered in memory and added up twice a second, whoever gives how many. Nothing of a
 * person is kept beyond the second in which they may not give another one. A sign may be lost with
 * a process: it decides nothing.
 */
export function createGiveReaction({ pool, log, clock }: Platform): GiveReaction {
  const gathered = new Map<string, { assemblyId: string; sign: Reaction; n: number }>();
  let recent = new Set<string>();
  let recentSince = 0;
  let writing: NodeJS.Timeout | undefined;

  function flush(): void {
    writing = undefined;
    const sums = [...gathered.values()];
    gathered.clear();
    pool
      .query(
        `INSERT INTO reaction_total (assembly_id, sign, given)
         SELECT s.assembly_id, s.sign, s.n
         FROM unnest($1::uuid[], $2::text[], $3::int[]) AS s (assembly_id, sign, n)
         JOIN assembly a ON a.id = s.assembly_id AND a.reactions_open AND a.phase = 'live'
         ORDER BY s.assembly_id, s.sign
         ON CONFLICT (assembly_id, sign)
         DO UPDATE SET given = reaction_total.given + EXCLUDED.given`,
        [
          sums.map(({ assemblyId }) => assemblyId),
          sums.map(({ sign }) => sign),
          sums.map(({ n }) => n),
        ],
      )
      .catch((error: Error) => log.warn({ message: error.message }, "signs not counted"));
  }

  return (actor, { assemblyId, sign }) => {
    if (actor.kind !== "person") return Promise.resolve(refuse("not-signed-in"));
    if (!can(actor, "poll.answer", assemblySubject(assemblyId))) {
      return Promise.resolve(refuse("not-allowed"));
    }
    const now = clock.now().getTime();
    if (now - recentSince >= PACE_MS) {
      recent = new Set();
      recentSince = now;
    }
    if (recent.has(actor.personId)) return Promise.resolve(ok(null));
    recent.add(actor.personId);
    const key = `${assemblyId}/${sign}`;
    gathered.set(key, { assemblyId, sign, n: (gathered.get(key)?.n ?? 0) + 1 });
    writing ??= setTimeout(flush, FLUSH_MS).unref();
    return Promise.resolve(ok(null));
  };
}
