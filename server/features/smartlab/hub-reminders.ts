import type { ClientBase } from "pg";
import { addDays, dayInBrussels } from "#domain/kernel/day.ts";
import { answerState, DAYS_OF_NOTICE } from "#domain/smartlab/answer.ts";
import { inTransaction } from "../../platform/database.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { notify, settle } from "../notifications/notify.ts";
import type { Client } from "./repository.ts";
import { supportTeam } from "./tell.ts";

/** An answer that ended longer ago was spoken of; it stays marked on its page. */
const DAYS_SPOKEN_OF = 30;

const KINDS = ["lab-answer-ending", "lab-answer-expired"] as const;

type Ending = {
  id: string;
  title: string;
  validUntil: string;
  reviewedBy: string | null;
  hub: string;
  labId: string | null;
  leads: string[];
};

/**
 * Job process: an answer that ends within days, or whose day is over, is said to who checked it, or
 * to the support team where they left it, and to those who write in its hub. Each once a day of
 * validity. Returns how many answers it spoke of.
 */
export async function remindOfAnswers(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  const today = dayInBrussels(now);
  const soon = addDays(today, DAYS_OF_NOTICE);
  const answers = await endingAnswers(platform.pool, addDays(today, -DAYS_SPOKEN_OF), soon);
  if (answers.length === 0) return 0;
  const team = await supportTeam(platform.pool, now);
  for (const answer of answers) {
    const state = answerState({ validUntil: answer.validUntil, replaced: false }, { today, soon });
    const kind = KINDS[state === "expired" ? 1 : 0];
    const { reviewedBy } = answer;
    const keepers = reviewedBy !== null && team.includes(reviewedBy) ? [reviewedBy] : team;
    const notice = {
      kind,
      urgency: "soon",
      body: answer.labId ? (`lab:${answer.labId}` as const) : ("cooperative" as const),
      link: `/smartlab/hubs/${answer.hub}#${answer.id}`,
      details: { answer: answer.title, untilOn: answer.validUntil },
      key: `${kind}:${answer.id}:${answer.validUntil}`,
    } as const;
    await inTransaction(platform.pool, (client) =>
      notify(platform, client, notice, [...new Set([...keepers, ...answer.leads])]),
    );
  }
  return answers.length;
}

async function endingAnswers(client: Client, from: string, before: string): Promise<Ending[]> {
  const { rows } = await client.query<Ending>(
    `SELECT e.id, e.title, ${isoDay("e.valid_until")} AS "validUntil",
       e.reviewed_by AS "reviewedBy", h.slug AS hub, e.lab_id AS "labId",
       array(SELECT DISTINCT p.person_id::text FROM lab l JOIN lab_person p ON p.lab_id = l.id
         WHERE l.hub_id = h.id AND p.standing = 'joined' AND p.role <> 'member') AS leads
     FROM lab_hub_entry e JOIN lab_hub h ON h.id = e.hub_id
     WHERE e.kind = 'answer' AND e.replaced_by IS NULL
       AND e.valid_until >= $1::date AND e.valid_until < $2::date
     ORDER BY e.valid_until`,
    [from, before],
  );
  return rows;
}

/** Checked anew, or replaced: what was asked of the day it held until is done. */
export async function settleReminders(
  platform: Platform,
  client: ClientBase,
  { entryId, validUntil }: { entryId: string; validUntil: string | null | undefined },
): Promise<void> {
  if (!validUntil) return;
  for (const kind of KINDS) await settle(platform, client, `${kind}:${entryId}:${validUntil}`);
}
