import type { ClientBase } from "pg";
import type { Language } from "#domain/kernel/languages.ts";
import { beyondReceipts } from "../../platform/command-context.ts";
import type { Platform } from "../../platform/platform.ts";
import { composeMail, type MailContent } from "./compose.ts";

export type Recipient = {
  /** Absent for an address that nobody has. */
  personId?: string;
  name: string;
  language: Language;
  /** Empty for nobody: the mail is written like any other and the job throws it away. */
  address: string;
};

/** Writes a mail and the job that sends it, inside the transaction that gives reason for it. */
export async function writeMail(
  platform: Platform,
  client: ClientBase,
  recipient: Recipient,
  content: MailContent,
): Promise<void> {
  const { subject, body } = composeMail(content, recipient, platform.env.publicUrl);
  const mailId = platform.random.uuid();
  await client.query(
    `INSERT INTO mail (id, person_id, recipient, language, subject, body, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      mailId,
      recipient.personId ?? null,
      recipient.address,
      recipient.language,
      subject,
      body,
      platform.clock.now(),
    ],
  );
  const job = { topic: "job", name: "mail.send", key: mailId, payload: { mailId } } as const;
  // The receipt of the command goes with its own events, once: a mail is only told of on the way.
  await beyondReceipts(() => platform.outbox.write(client, [job]));
}

export type MailToWrite = { recipient: Recipient; content: MailContent };

/**
 * Writes many mails in one statement. No job for each: the sweep takes what waits, some hundred at
 * a time, so that a mail to everybody does not stand before somebody's sign-in code.
 */
export async function writeMails(
  platform: Platform,
  client: ClientBase,
  mails: readonly MailToWrite[],
): Promise<void> {
  const composed = mails.map(({ recipient, content }) =>
    composeMail(content, recipient, platform.env.publicUrl),
  );
  await client.query(
    `INSERT INTO mail (id, person_id, recipient, language, subject, body, created_at)
     SELECT uuidv7(), person, recipient, language, subject, body, $6
     FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       AS m (person, recipient, language, subject, body)`,
    [
      mails.map(({ recipient }) => recipient.personId ?? null),
      mails.map(({ recipient }) => recipient.address),
      mails.map(({ recipient }) => recipient.language),
      composed.map(({ subject }) => subject),
      composed.map(({ body }) => body),
      platform.clock.now(),
    ],
  );
}
