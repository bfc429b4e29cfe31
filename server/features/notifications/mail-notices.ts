import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { translator } from "#app/i18n/server.ts";
import { inTransaction } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import { type ComposedMail, mailFoot, mailGreeting } from "./compose.ts";
import { isQuiet } from "./quiet-hours.ts";
import { READER, type ReaderRow, toRecipient } from "./readers.ts";
import { NOTICE, type NoticeRow, sayNotice } from "./say-notice.ts";
import type { UnsubscribeLinks } from "./unsubscribe.ts";
import { insertMails, type Recipient, type WrittenMail } from "./write-mail.ts";

/** Mails written in one transaction. */
const SLICE = 500;

type Waiting = NoticeRow & ReaderRow & { key: string; statutory: boolean };

/**
 * Job process: mails of what cannot wait, one a notice, a slice at a time. Quiet hours hold it; what
 * law or statutes ask for is not held, and is written down with what was sent. Returns how many
 * notices were taken.
 */
export function mailNotices(platform: Platform, links: UnsubscribeLinks): Promise<number> {
  return inTransaction(platform.pool, async (client) => {
    const now = platform.clock.now();
    const { rows } = await client.query<Waiting>(
      `SELECT ${NOTICE}, ${READER}, n.key, n.urgency = 'statutory' AS statutory
       FROM notice n JOIN person p ON p.id = n.person_id
       LEFT JOIN quiet_hours q ON q.person_id = p.id
       WHERE n.mail = 'now' AND n.mailed_at IS NULL
         AND (n.urgency = 'statutory' OR NOT (${isQuiet("$1")}))
       ORDER BY n.created_at, n.id LIMIT ${SLICE} FOR UPDATE OF n SKIP LOCKED`,
      [now],
    );
    if (rows.length === 0) return 0;
    const mails = rows.map((row) => mailOf(platform, links, row));
    const reached = mails.filter(({ recipient }) => recipient.address !== "");
    const ids = await insertMails(platform, client, reached);
    const mailIds = new Map(reached.map((mail, index) => [mail, ids[index]]));
    await client.query("UPDATE notice SET mailed_at = $2 WHERE id = ANY($1::uuid[])", [
      rows.map(({ id }) => id),
      now,
    ]);
    const proofs = rows.flatMap((row, index) => {
      const mail = mails[index]!;
      return row.statutory ? [{ row, mail, mailId: mailIds.get(mail) }] : [];
    });
    await keepProofs(client, proofs, now);
    return rows.length;
  });
}

function mailOf({ env }: Platform, links: UnsubscribeLinks, row: Waiting): WrittenMail {
  const recipient = toRecipient(row);
  const unsubscribe = row.statutory ? undefined : links.url(row.personId, row.body);
  return { recipient, ...composeNotice(row, recipient, env.publicUrl, unsubscribe), unsubscribe };
}

/** One notice as a mail, in its reader's language. */
export function composeNotice(
  notice: NoticeRow,
  reader: Pick<Recipient, "name" | "language">,
  publicUrl: string,
  unsubscribe: string | undefined,
): ComposedMail {
  const { t } = translator(reader.language);
  const { subject, text, action } = sayNotice(notice, reader.language);
  const paragraphs = [
    mailGreeting(reader),
    text,
    action,
    `${publicUrl}${notice.link}`,
    ...(unsubscribe
      ? [t("notifications:foot.leave"), unsubscribe]
      : [t("notifications:foot.statutory")]),
    mailFoot(reader.language, publicUrl),
  ];
  return { subject, body: paragraphs.join("\n\n") };
}

type Proof = { row: Waiting; mail: WrittenMail; mailId: string | undefined };

async function keepProofs(client: PoolClient, proofs: readonly Proof[], now: Date): Promise<void> {
  if (proofs.length === 0) return;
  await client.query(
    `INSERT INTO statutory_sending
       (key, person_id, kind, body, language, mail_id, text_sha256, subject, recipient, written_at)
     SELECT p.*, $10::timestamptz FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[],
       $5::text[], $6::uuid[], $7::bytea[], $8::text[], $9::text[]) AS p
     ON CONFLICT DO NOTHING`,
    [
      proofs.map(({ row }) => row.key),
      proofs.map(({ row }) => row.personId),
      proofs.map(({ row }) => row.kind),
      proofs.map(({ row }) => row.body),
      proofs.map(({ mail }) => mail.recipient.language),
      proofs.map(({ mailId }) => mailId ?? null),
      proofs.map(({ mail }) => hashOf(mail)),
      proofs.map(({ mail }) => mail.subject),
      proofs.map(({ mail }) => mail.recipient.address),
      now,
    ],
  );
}

/** Of what was sent, word for word: subject, empty line, text. */
function hashOf({ subject, body }: ComposedMail): Buffer {
  return createHash("sha256").update(`${subject}\n\n${body}`).digest();
}
