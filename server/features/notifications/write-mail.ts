import type { ClientBase } from "pg";
import type { Language } from "#domain/kernel/languages.ts";
import { beyondReceipts } from "../../platform/command-context.ts";
import type { Platform } from "../../platform/platform.ts";
import { composeMail, type ComposedMail, type MailContent } from "./compose.ts";

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

/** Writes many mails in one statement; returns their ids, in the same order. */
export function writeMails(
  platform: Platform,
  client: ClientBase,
  mails: readonly MailToWrite[],
): Promise<string[]> {
  const composed = mails.map(({ recipient, content }) => ({
    recipient,
    ...composeMail(content, recipient, platform.env.publicUrl),
  }));
  return insertMails(platform, client, composed);
}

/** A mail whose words are there. */
export type WrittenMail = ComposedMail & {
  recipient: Recipient;
  /** Quiet hours of its reader: not carried before. */
  notBefore?: Date | null;
  /** The address under which its reader wants no more of these. */
  unsubscribe?: string;
};

/**
 * Many mails in one statement. No job for each: the sweep takes what waits, some hundred at a time,
 * so that a mail to everybody does not stand before somebody's sign-in code.
 */
export async function insertMails(
  { clock, random }: Platform,
  client: ClientBase,
  mails: readonly WrittenMail[],
): Promise<string[]> {
  if (mails.length === 0) return [];
  const ids = mails.map(() => random.uuid());
  await client.query(
    `INSERT INTO mail
       (id, person_id, recipient, language, subject, body, not_before, unsubscribe, created_at)
     SELECT m.*, $9::timestamptz FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[],
       $5::text[], $6::text[], $7::timestamptz[], $8::text[]) AS m`,
    [
      ids,
      mails.map(({ recipient }) => recipient.personId ?? null),
      mails.map(({ recipient }) => recipient.address),
      mails.map(({ recipient }) => recipient.language),
      mails.map(({ subject }) => subject),
      mails.map(({ body }) => body),
      mails.map(({ notBefore }) => notBefore ?? null),
      mails.map(({ unsubscribe }) => unsubscribe ?? null),
      clock.now(),
    ],
  );
  return ids;
}
