import { createTransport } from "nodemailer";
import type { Env } from "../../platform/env.ts";
import { mailAsHtml } from "./compose.ts";

export type OutgoingMail = {
  id: string;
  recipient: string;
  language: string;
  subject: string;
  body: string;
  /** The address under which its reader wants no more of these, in one click (RFC 8058). */
  unsubscribe: string | null;
};

/** Takes a mail away, or throws. Without SMTP mails stay in the table, readable at /dev/mails. */
export type MailCarrier = { carry: (mail: OutgoingMail) => Promise<void> };

/** A mail holds its row (and a connection) while it is carried: not for minutes. */
const TIMEOUT_MS = 10_000;

export function createMailCarrier(env: Env): MailCarrier | undefined {
  if (!env.smtpUrl) return undefined;
  const transport = createTransport({
    url: env.smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  const host = new URL(env.publicUrl).hostname;
  return {
    carry: async (mail) => {
      await transport.sendMail({
        // The same id at every attempt: a mail that left twice shows once.
        messageId: `<${mail.id}@${host}>`,
        from: env.mailFrom,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body,
        html: mailAsHtml(mail, mail.language, env.publicUrl),
        headers: {
          "Auto-Submitted": "auto-generated",
          "Content-Language": mail.language,
          ...(mail.unsubscribe
            ? {
                "List-Unsubscribe": `<${mail.unsubscribe}>`,
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
              }
            : {}),
        },
      });
    },
  };
}

/** The server of the recipient says that there is no such mailbox (SMTP 550, 551, 553). */
export function isBounce(error: unknown): boolean {
  const code =
    typeof error === "object" && error !== null && "responseCode" in error
      ? Number(error.responseCode)
      : 0;
  return [550, 551, 553].includes(code);
}
