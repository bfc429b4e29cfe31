import type { PoolClient } from "pg";
import { DAYS_FOR_FOLLOW_UPS, nextRelease, type PendingCycle } from "#domain/codev/evaluation.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";

/** What groups answer, each kind published on its own. SQL: where its answers are, of cycle `c`. */
const KINDS = [
  // Late answers are waited for until the group's texts go: after that nobody can answer.
  {
    release: "release",
    answers: "SELECT FROM codev_evaluation e WHERE e.cycle_id = c.id",
    closed: "true",
  },
  {
    release: "end_release",
    answers: "SELECT FROM codev_end_answer e WHERE e.cycle_id = c.id",
    closed: "true",
  },
  {
    release: "follow_release",
    answers: `SELECT FROM codev_follow_up f JOIN codev_session s ON s.id = f.session_id
       WHERE s.cycle_id = c.id AND f.outcome IS NOT NULL`,
    closed: `NOT EXISTS (SELECT FROM codev_follow_up f JOIN codev_session s ON s.id = f.session_id
       WHERE s.cycle_id = c.id AND f.due_on > $1::date - ${String(DAYS_FOR_FOLLOW_UPS)})`,
  },
] as const;

/** Job process: publishes what several groups answered, together and whole (rules 2.6). */
export async function publishAnswers({ pool }: Platform, today: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('palabre.codev-release'))");
    for (const kind of KINDS) await publish(client, kind, today);
  });
}

async function publish(
  client: PoolClient,
  { release, answers, closed }: (typeof KINDS)[number],
  today: string,
): Promise<void> {
  const { rows } = await client.query<PendingCycle>(
    `SELECT c.id AS "cycleId", (SELECT count(*)::int FROM (${answers}) a) AS answers
     FROM codev_cycle c
     WHERE c.state = 'closed' AND c.${release} IS NULL AND c.purged_at IS NOT NULL
       AND c.purge_on <= $1::date AND ${closed}`,
    [today],
  );
  const cycleIds = nextRelease(rows).map(({ cycleId }) => cycleId);
  await client.query(
    `UPDATE codev_cycle
     SET ${release} = (SELECT coalesce(max(${release}), 0) + 1 FROM codev_cycle)
     WHERE id = ANY ($1)`,
    [cycleIds],
  );
  if (release !== "follow_release") return;
  // Who changes their answer after this changes it for themselves.
  await client.query(
    `UPDATE codev_follow_up f SET counted = f.outcome FROM codev_session s
     WHERE s.id = f.session_id AND s.cycle_id = ANY ($1)`,
    [cycleIds],
  );
}
