import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../platform/platform.ts";

export type StoredMail = {
  id: string;
  recipient: string;
  language: string;
  subject: string;
  body: string;
  /** ISO instant. */
  createdAt: string;
};

const NEWEST = 100;

/**
 * The mails of the demo, newest first: where no SMTP server is set they go nowhere else. Only for
 * somebody who sits at this machine, because they open every account.
 */
export async function storedMails(
  { pool, env }: Platform,
  asked: { loopback: boolean },
): Promise<Result<StoredMail[]>> {
  if (!env.demo || env.smtpUrl || !asked.loopback) return refuse("not-found");
  const { rows } = await pool.query<StoredMail>(
    `SELECT id, recipient, language, subject, body,
       to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "createdAt"
     FROM mail WHERE recipient <> '' ORDER BY created_at DESC, id DESC LIMIT ${NEWEST}`,
  );
  return ok(rows);
}
