import type { Pool, PoolClient } from "pg";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { noteMailOutcome } from "../convocation/outcome-sql.ts";
import { isBounce, type MailCarrier, type OutgoingMail } from "./mail-carrier.ts";

type Waiting = OutgoingMail & { personId: string | null };

/** After so many attempts, over the best part of a day, a mail has lost its point. */
const MAX_FAILURES = 60;
/** A mail that has waited this long has probably lost its job. */
const LOST_AFTER_MS = 30_000;

/**
 * Sends one mail that waits; sent already, it does nothing. The row is locked meanwhile, so two
 * workers never send the same mail; the body is erased once SMTP took it.
 */
export async function sendMail(
  { pool, clock }: Platform,
  carrier: MailCarrier | undefined,
  mailId: string,
): Promise<void> {
  const failure = await inTransaction(pool, async (client): Promise<unknown> => {
    const now = clock.now();
    const mail = await lockWaiting(client, mailId);
    if (!mail) return undefined;
    if (mail.recipient === "") {
      await client.query("DELETE FROM mail WHERE id = $1", [mailId]);
      return undefined;
    }
    try {
      await carrier?.carry(mail);
    } catch (error) {
      if (isBounce(error)) return noteBounce(client, mail, now);
      await client.query("UPDATE mail SET failures = failures + 1 WHERE id = $1", [mailId]);
      return error;
    }
    await client.query(
      "UPDATE mail SET sent_at = $2, body = CASE WHEN $3 THEN '' ELSE body END WHERE id = $1",
      [mailId, now, carrier !== undefined],
    );
    await client.query("UPDATE statutory_sending SET sent_at = $2 WHERE mail_id = $1", [
      mailId,
      now,
    ]);
    await noteMailOutcome(client, [mailId], carrier ? "taken" : "kept", now);
    return undefined;
  });
  // The queue tries again later. Its log must not repeat the address that some servers answer with.
  if (failure !== undefined) throw new Error("The mail server did not take a mail");
}

async function lockWaiting(client: PoolClient, mailId: string): Promise<Waiting | undefined> {
  const { rows } = await client.query<Waiting>(
    `SELECT id, person_id AS "personId", recipient, language, subject, body, unsubscribe
     FROM mail WHERE id = $1 AND sent_at IS NULL FOR UPDATE SKIP LOCKED`,
    [mailId],
  );
  return rows[0];
}

/** The desk sees that the address is dead; nothing more is sent to it from this mail. */
async function noteBounce(client: PoolClient, mail: Waiting, now: Date): Promise<undefined> {
  await client.query("DELETE FROM mail WHERE id = $1", [mail.id]);
  await client.query("UPDATE statutory_sending SET bounced_at = $2 WHERE mail_id = $1", [
    mail.id,
    now,
  ]);
  await noteMailOutcome(client, [mail.id], "bounced", now);
  await client.query("UPDATE person SET email_status = 'bounced' WHERE id = $1 AND email = $2", [
    mail.personId,
    mail.recipient,
  ]);
}

/** Mails whose job was lost, oldest first; those that failed too often are thrown away. */
export async function unsentMails(pool: Pool, now: Date): Promise<string[]> {
  const before = new Date(now.getTime() - LOST_AFTER_MS);
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "DELETE FROM mail WHERE sent_at IS NULL AND failures > $1 RETURNING id",
      [MAX_FAILURES],
    );
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await noteMailOutcome(client, ids, "given-up", now);
    await client.query("UPDATE statutory_sending SET given_up_at = $2 WHERE mail_id = ANY($1)", [
      ids,
      now,
    ]);
  });
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM mail WHERE sent_at IS NULL AND created_at < $1
       AND (not_before IS NULL OR not_before <= $2) ORDER BY created_at LIMIT 500`,
    [before, now],
  );
  return rows.map((row) => row.id);
}
