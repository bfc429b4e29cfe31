import type { ClientBase, PoolClient } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { LANGUAGES, type Translated } from "#domain/kernel/languages.ts";
import { ok } from "#domain/kernel/result.ts";
import { tellingsNow } from "#domain/workers-assembly/telling.ts";
import { translator } from "#app/i18n/server.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { inTransactionUnlessRefused } from "../../../platform/refusable.ts";
import { settle } from "../../notifications/notify.ts";
import { askRoll } from "./ask-roll.ts";
import { noticeOf } from "./notice-of.ts";
import { choosingNow, type Choosing } from "./choosing.ts";
import { tellBatch } from "./tell-batch.ts";

/**
 * Job process: the roll of each workers' assembly is told, once each, that the list is frozen, that
 * the vote on it is open, stays open longer, closes soon. A run reads what holds and does what is
 * missing, a batch of the roll in a transaction: a run that dies is gone on with by the next.
 */
export async function tellRolls(platform: Platform): Promise<void> {
  for (const choosing of await choosingNow(platform.pool)) {
    const tellings = tellingsNow(choosing, platform.clock.now().getTime());
    await settleOver(
      platform,
      choosing.id,
      tellings.map(([, key]) => key),
    );
    // While it stands still nobody can vote: who was not told yet is told when it goes on.
    if (choosing.suspended) continue;
    for (const [what, key] of tellings) {
      if (!(await begin(platform, choosing, [what, key]))) continue;
      const notice = noticeOf(choosing, what, key);
      while (await tellBatch(platform, choosing, { what, notice })) continue;
    }
  }
  await answerRequests(platform);
}

/** Whether there is something to go on with: begun now, or before. In a quiet period it waits. */
async function begin(
  platform: Platform,
  choosing: Choosing,
  [what, key]: ReturnType<typeof tellingsNow>[number],
): Promise<boolean> {
  const { id, assemblyId } = choosing;
  const today = dayInBrussels(platform.clock.now());
  const begun = await inTransactionUnlessRefused(platform.pool, async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO workers_telling (key, workers_assembly_id, begun_on) VALUES ($1, $2, $3)
       ON CONFLICT DO NOTHING`,
      [key, id, today],
    );
    if (rowCount !== 1 || (what !== "opened" && what !== "reminded")) return ok(null);
    return askRoll(platform, client, { ...choosing, assemblyId, key });
  });
  return begun.ok;
}

/** What holds no more: nobody else is told, and whoever was has nothing to do about it. */
async function settleOver(
  platform: Platform,
  editionId: string,
  keys: readonly string[],
): Promise<void> {
  await inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ key: string }>(
      `UPDATE workers_telling SET settled_on = $2
       WHERE workers_assembly_id = $1 AND settled_on IS NULL AND key <> ALL($3::text[])
       RETURNING key`,
      [editionId, dayInBrussels(platform.clock.now()), keys],
    );
    for (const { key } of rows) await settle(platform, client, key);
  });
}

/** What was asked of the roll has its answer on the calendar once the result is published. */
async function answerRequests({ pool, clock }: Platform): Promise<void> {
  await inTransaction(pool, (client: PoolClient) => answer(client, clock.now()));
}

async function answer(client: ClientBase, now: Date): Promise<void> {
  await client.query(
    `UPDATE solicitation s SET became = $1, answered_at = $2
     FROM workers_telling t JOIN workers_assembly w ON w.id = t.workers_assembly_id
     JOIN decision d ON d.id = w.ranking_id AND d.phase = 'published'
     WHERE s.key = t.key AND t.settled_on IS NOT NULL AND s.answered_at IS NULL
       AND s.cancelled_at IS NULL`,
    [JSON.stringify(BECAME), now],
  );
}

const BECAME: Translated = Object.fromEntries(
  LANGUAGES.map((language) => [language, translator(language).t("workers-ranking:told.became")]),
);
