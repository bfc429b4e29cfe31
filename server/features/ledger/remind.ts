import { dayInBrussels } from "#domain/kernel/day.ts";
import { type Addressee, dueReminder } from "#domain/ledger/life.ts";
import { inTransaction } from "../../platform/database.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify } from "../notifications/notify.ts";
import type { Client } from "./repository.ts";
import { answerersOf } from "./tell.ts";

type Owed = { id: string; addressee: Addressee; since: string; reminded: number };

/**
 * Job process: who owes answers is reminded of them at one, three and six months: one notice an
 * addressee and run, however many wait. Returns how many items were spoken of.
 */
export async function remindOfOwedAnswers(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  const today = dayInBrussels(now);
  return inTransaction(platform.pool, async (client) => {
    const owed = await stillOwed(client, today);
    const due = owed.flatMap((item) => {
      const months = dueReminder(item, today);
      return months === undefined ? [] : [{ ...item, months }];
    });
    for (const addressee of new Set(due.map((item) => item.addressee))) {
      const items = due.filter((item) => item.addressee === addressee);
      await client.query(
        `UPDATE ledger_item i SET reminded = d.months
         FROM unnest($1::uuid[], $2::int[]) AS d (id, months) WHERE i.id = d.id`,
        [items.map(({ id }) => id), items.map(({ months }) => months)],
      );
      const months = Math.max(...items.map((item) => item.months));
      await notify(
        platform,
        client,
        {
          kind: "ledger-due",
          body: "ledger",
          link: `/ledger/answers?of=${addressee}`,
          details: { count: owed.filter((item) => item.addressee === addressee).length, months },
          key: `ledger-due:${addressee}:${today}:${months}`,
          urgency: "soon",
        },
        await answerersOf(client, addressee, now),
      );
    }
    return due.length;
  });
}

/** What waits for a month or more; two processes at once take turns. `since`: of this waiting. */
async function stillOwed(client: Client, today: string): Promise<Owed[]> {
  const { rows } = await client.query<Owed>(
    `SELECT id, addressee, reminded,
       ${isoDay("due_on - interval '6 months'")} AS since
     FROM ledger_item WHERE state = 'waiting' AND due_on < $1::date + interval '5 months 1 day'
     ORDER BY id FOR NO KEY UPDATE`,
    [today],
  );
  return rows;
}
