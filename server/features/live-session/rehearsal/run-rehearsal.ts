import type { RehearsalReport } from "#domain/live-session/rehearsal.ts";
import type { Platform } from "../../../platform/platform.ts";
import { rehearse } from "../../../rehearsal/rehearse.ts";
import { createThrowAway, dropDatabase } from "../../../rehearsal/throw-away.ts";

const ALIVE_EVERY_MS = 5_000;
/** A process that has been silent for so long has died. */
const ABANDONED = "1 minute";
/** A queue may lose the job; asked for again, it has one effect. */
const FORGOTTEN = "15 seconds";

type Row = { id: string; members: number; slug: string };

/**
 * Plays one rehearsal on a copy of its session, in a database of its own that is dropped afterwards,
 * against processes of its own. Nothing in this installation is touched but the rehearsal's own row.
 */
export async function runRehearsal(platform: Platform, rehearsalId: string): Promise<void> {
  const row = await take(platform, rehearsalId);
  // Taken before, by this job or by one whose process died: `clearAbandoned` sees to that.
  if (!row) return;
  const alive = setInterval(() => void note(platform, row.id, {}), ALIVE_EVERY_MS);
  try {
    await note(platform, row.id, { report: await play(platform, row), progress: 100 });
    await end(platform, row.id, "done");
  } catch (error) {
    platform.log.warn({ message: (error as Error).message }, "a rehearsal failed");
    await end(platform, row.id, "failed");
  } finally {
    clearInterval(alive);
  }
}

async function play(platform: Platform, { id, members, slug }: Row): Promise<RehearsalReport> {
  const { databaseUrl } = platform.env;
  const place = await createThrowAway(databaseUrl, process.env["PALABRE_ROOT"] ?? process.cwd());
  try {
    await platform.pool.query("UPDATE rehearsal SET place = $2 WHERE id = $1", [id, place.name]);
    return await rehearse({
      databaseUrl: place.url,
      members,
      seed: platform.random.below(2 ** 31),
      original: { databaseUrl, slug },
      progress: (done) => void note(platform, id, { progress: Math.round(done * 95) }),
    });
  } finally {
    await place.drop();
  }
}

async function take({ pool, clock }: Platform, id: string): Promise<Row | undefined> {
  const { rows } = await pool.query<Row>(
    `UPDATE rehearsal r SET state = 'running', seen_at = $2 FROM assembly a
     WHERE r.id = $1 AND r.state = 'waiting' AND a.id = r.assembly_id
     RETURNING r.id, r.members, a.slug`,
    [id, clock.now()],
  );
  return rows[0];
}

/** It lives, and may have come further. */
async function note(
  { pool, clock, log }: Platform,
  id: string,
  { progress, report }: { progress?: number; report?: RehearsalReport },
): Promise<void> {
  try {
    await pool.query(
      `UPDATE rehearsal SET seen_at = $2, progress = coalesce($3, progress),
         report = coalesce($4, report) WHERE id = $1`,
      [id, clock.now(), progress ?? null, report ? JSON.stringify(report) : null],
    );
  } catch (error) {
    log.warn({ message: (error as Error).message }, "a rehearsal could not be noted");
  }
}

async function end({ pool }: Platform, id: string, state: "done" | "failed"): Promise<void> {
  await pool.query("UPDATE rehearsal SET state = $2, place = '' WHERE id = $1", [id, state]);
}

/** Drops what a process left behind that was killed, and asks again for what nobody took. */
export async function clearAbandoned(platform: Platform): Promise<void> {
  const { pool, clock, env, jobs } = platform;
  const { rows } = await pool.query<{ id: string; place: string; state: string }>(
    `SELECT id, place, state FROM rehearsal
     WHERE (state = 'running' AND seen_at < $1::timestamptz - $2::interval)
        OR (state = 'waiting' AND seen_at < $1::timestamptz - $3::interval)`,
    [clock.now(), ABANDONED, FORGOTTEN],
  );
  for (const { id, place, state } of rows) {
    if (state === "waiting") {
      await jobs.add("rehearsal.run", id, { rehearsalId: id });
      continue;
    }
    if (place) await dropDatabase(env.databaseUrl, place);
    await end(platform, id, "failed");
  }
}
