import type { PoolClient } from "pg";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { openedKey, type Telling } from "#domain/workers-assembly/telling.ts";
import type { Notice } from "#wire/notifications.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { notify } from "../../notifications/notify.ts";
import { ON_ROLL_TODAY } from "./ask-roll.ts";
import type { Choosing } from "./choosing.ts";

/** Persons told in one transaction. */
const BATCH = 2_000;

type Tell = { what: Telling; notice: Notice };

/**
 * Tells the next of the roll, and whether there may be more. What was told and how far it has come are
 * written together: nobody is told twice, nobody is passed over. Another process that tells the same
 * is left to it.
 */
export function tellBatch(platform: Platform, choosing: Choosing, tell: Tell): Promise<boolean> {
  return inTransaction(platform.pool, async (client) => {
    const { rows } = await client.query<{ after: string }>(
      `SELECT after FROM workers_telling
       WHERE key = $1 AND NOT done AND settled_on IS NULL FOR UPDATE SKIP LOCKED`,
      [tell.notice.key],
    );
    const after = rows[0]?.after;
    if (after === undefined) return false;
    const day = dayInBrussels(platform.clock.now());
    const persons = await nextOnRoll(client, choosing, { ...tell, after, day });
    await notify(platform, client, tell.notice, persons);
    const more = persons.length === BATCH;
    await client.query(
      `UPDATE workers_telling SET after = coalesce($2, after), told = told + $3, done = $4
       WHERE key = $1`,
      [tell.notice.key, persons.at(-1) ?? null, persons.length, !more],
    );
    return more;
  });
}

/** Of what asks for something, those whom the cap let be asked; a longer vote is told to the same. */
async function nextOnRoll(
  client: PoolClient,
  { assemblyId, vote }: Choosing,
  { what, notice, after, day }: Tell & { after: string; day: string },
): Promise<string[]> {
  const asked = what === "extended" && vote ? openedKey(vote.id) : notice.key;
  const { rows } = await client.query<{ id: string }>(
    `SELECT r.person_id AS id FROM roll_entry r
     WHERE ${ON_ROLL_TODAY} AND r.person_id > $3
       AND ($4::text IS NULL OR EXISTS (SELECT FROM solicited d
         WHERE d.person_id = r.person_id
           AND d.solicitation_id = (SELECT id FROM solicitation WHERE key = $4)))
     ORDER BY r.person_id LIMIT ${BATCH}`,
    [assemblyId, day, after, what === "frozen" ? null : asked],
  );
  return rows.map(({ id }) => id);
}
