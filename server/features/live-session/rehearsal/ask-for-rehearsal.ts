import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";

/**
 * Asks for a rehearsal of a session; the job process plays it. Refused while any session is live:
 * the machine is theirs. Where one waits or runs already, that is the one.
 */
export async function askForRehearsal(
  platform: Platform,
  actor: Actor,
  { slug, members }: { slug: string; members: number },
): Promise<Result<null>> {
  const { pool, clock, outbox } = platform;
  const { rows } = await pool.query<{ id: string; busy: boolean }>(
    `SELECT id, EXISTS (SELECT FROM assembly WHERE phase = 'live') AS busy
     FROM assembly WHERE slug = $1`,
    [slug],
  );
  const [assembly] = rows;
  if (!assembly) return refuse("not-found");
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "session.rehearse", assemblySubject(assembly.id))) return refuse("not-allowed");
  if (assembly.busy) return refuse("wrong-phase");
  await inTransaction(pool, async (client) => {
    const asked = await client.query<{ id: string }>(
      `INSERT INTO rehearsal (assembly_id, asked_by, asked_at, members, seen_at)
       VALUES ($1, $2, $3, $4, $3) ON CONFLICT DO NOTHING RETURNING id`,
      [assembly.id, actor.personId, clock.now(), members],
    );
    const [rehearsal] = asked.rows;
    if (!rehearsal) return;
    await outbox.write(client, [
      {
        topic: "job",
        name: "rehearsal.run",
        key: rehearsal.id,
        payload: { rehearsalId: rehearsal.id },
      },
    ]);
  });
  outbox.kick();
  return ok(null);
}
