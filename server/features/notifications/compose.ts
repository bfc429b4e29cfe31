import type { Language } from "#domain/kernel/languages.ts";
import { translator } from "#app/i18n/server.ts";

/** What a mail says, one thing each. Nothing here is a choice, a ballot or a reason. */
export type MailContent =
  | { kind: "sign-in"; code: string; link: string; minutes: number }
  | { kind: "desk-code"; minutes: number }
  | { kind: "address-changed"; address: string }
  | { kind: "password-set" }
  /** To a function: how many answers it owes, the oldest since so many days. */
  | { kind: "answers-owed"; count: number; days: number; link: string }
  | { kind: "password-removed" }
  | { kind: "pass"; link: string; assembly: string; date: string }
  /** `text` is the convocation as it was frozen; plain, to who has no pass of their own. */
  | {
      kind: "convocation" | "convocation-plain";
      text: string;
      link: string;
      assembly: string;
      date: string;
    };

export type ComposedMail = { subject: string; body: string };

/** Writes a mail in its reader's language, as plain text; paragraphs are apart by an empty line. */
export function composeMail(
  content: MailContent,
  reader: { name: string; language: Language },
  publicUrl: string,
): ComposedMail {
  const { t } = translator(reader.language);
  const say = (key: string, more = {}) => t(`notifications:${key}`, { ...more });
  const { kind, ...details } = content;
  const paragraphs = [
    mailGreeting(reader),
    say(`${kind}.text`, details),
    ...("code" in content ? [content.code] : []),
    ...("text" in content ? [content.text] : []),
    ...("link" in content ? [content.link] : []),
    say(`${kind}.note`, details),
    mailFoot(reader.language, publicUrl),
  ];
  return { subject: say(`${kind}.subject`, details), body: paragraphs.join("\n\n") };
}

export function mailGreeting({ name, language }: { name: string; language: Language }): string {
  const { t } = translator(language);
  return name ? t("notifications:greeting", { name }) : t("notifications:greetingPlain");
}

/** What every mail ends with: what we never ask for, and where we are. */
export function mailFoot(language: Language, publicUrl: string): string {
  const { t } = translator(language);
  const address = t("notifications:footer.address", { address: publicUrl });
  return `-- \n${t("notifications:footer.never")}\n${address}`;
}

/** A line underlined with "=" is a heading. */
const HEADING = /^([^\n]+)\n=+$/;

/** The same mail as minimal HTML: headings, paragraphs, and our own links as links. */
export function mailAsHtml(mail: ComposedMail, language: string, publicUrl: string): string {
  const paragraphs = mail.body.split("\n\n").map((paragraph) => {
    const heading = HEADING.exec(paragraph)?.[1];
    if (heading) return `<h2>${escapeHtml(heading)}</h2>`;
    const text = escapeHtml(paragraph).replaceAll("\n", "<br>");
    const isLink = paragraph.startsWith(`${publicUrl}/`);
    return `<p>${isLink ? `<a href="${text}">${text}</a>` : text}</p>`;
  });
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<title>${escapeHtml(mail.subject)}</title></head><body>${paragraphs.join("")}</body></html>`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
