import type { PoolClient } from "pg";
import { isLanguage } from "#domain/kernel/languages.ts";
import { dueReminder } from "#domain/live-session/owed-answers.ts";
import { inTransaction } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import { writeMail } from "../../notifications/write-mail.ts";

type Owed = {
  id: string;
  slug: string;
  owner: string;
  address: string;
  language: string;
  owedAt: Date;
  sent: number[];
};

/**
 * Reminds those who owe answers 7, 21 and 28 days after (rules §4.6): one mail to a function, however
 * many it owes. Each reminder is written down in the transaction of its mail, so none leaves twice.
 */
export async function remindOwners(platform: Platform): Promise<void> {
  const written = await inTransaction(platform.pool, async (client) => {
    // One process at a time: two would put the same questions into two mails.
    await client.query("SELECT pg_advisory_xact_lock(hashtext('palabre.answers.remind'))");
    const now = platform.clock.now();
    const due = (await owedAnswers(client)).flatMap((owed) => {
      const days = dueReminder({ owedAt: owed.owedAt.getTime(), sent: owed.sent }, now.getTime());
      return days === undefined ? [] : [{ ...owed, days }];
    });
    for (const questions of byOwner(due)) {
      const [{ owner, address, slug, ...first }] = questions;
      const language = isLanguage(first.language) ? first.language : "fr";
      await client.query(
        `INSERT INTO question_reminder (question_id, days, at)
         SELECT id, days, $3 FROM unnest($1::uuid[], $2::int[]) AS r (id, days)`,
        [questions.map(({ id }) => id), questions.map(({ days }) => days), now],
      );
      await writeMail(
        platform,
        client,
        { name: owner, language, address },
        {
          kind: "answers-owed",
          count: questions.length,
          days: Math.max(...questions.map(({ days }) => days)),
          link: `${platform.env.publicUrl}/assembly/${slug}/answers`,
        },
      );
    }
    return due.length;
  });
  if (written > 0) platform.outbox.kick();
}

async function owedAnswers(client: PoolClient): Promise<Owed[]> {
  const { rows } = await client.query<Owed>(
    `SELECT q.id, a.slug, q.answer_owner AS owner, q.answer_address AS address,
       q.owed_at AS "owedAt",
       -- Whoever is in the register said themselves what they read.
       coalesce((SELECT p.language FROM person p WHERE p.email = lower(q.answer_address)),
         q.answer_language, a.answers_language) AS language,
       array(SELECT days FROM question_reminder r WHERE r.question_id = q.id) AS sent
     FROM question q JOIN assembly a ON a.id = q.assembly_id
     WHERE q.state = 'owed_written' AND q.owed_at IS NOT NULL AND q.answer_address <> ''`,
  );
  return rows;
}

/** The questions of one function in one assembly together. */
function byOwner<Q extends Owed>(questions: readonly Q[]): [Q, ...Q[]][] {
  const groups = new Map<string, [Q, ...Q[]]>();
  for (const question of questions) {
    const key = `${question.slug} ${question.address}`;
    const group = groups.get(key);
    if (group) group.push(question);
    else groups.set(key, [question]);
  }
  return [...groups.values()];
}
