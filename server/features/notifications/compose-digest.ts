import { formatDate } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Rhythm } from "#domain/notifications/digest-periods.ts";
import { type ComposedMail, mailFoot, mailGreeting } from "./compose.ts";
import { type NoticeRow, sayBody, sayNotice } from "./say-notice.ts";

export type Dated = NoticeRow & { at: Date };

export type Digest = {
  rhythm: Rhythm;
  /** Newest first, at least one. */
  notices: readonly Dated[];
  /** With those that are not shown. */
  count: number;
};

/** A day or a week of notices as one mail: body by body, that with the newest first. */
export function composeDigest(
  { rhythm, notices, count }: Digest,
  reader: { name: string; language: Language },
  { publicUrl, unsubscribe }: { publicUrl: string; unsubscribe: string },
): ComposedMail {
  const { language } = reader;
  const { t } = translator(language);
  const groups = byBody(notices).flatMap((group) => {
    const title = sayBody(group[0].body, group[0].bodyName, language);
    return [asHeading(title), ...group.flatMap((notice) => sayOne(notice, language, publicUrl))];
  });
  const more = count - notices.length;
  const paragraphs = [
    mailGreeting(reader),
    t(`notifications:digest.${rhythm}.text`, { count }),
    ...groups,
    ...(more > 0 ? [t("notifications:digest.more", { count: more })] : []),
    t("notifications:digest.all"),
    `${publicUrl}/notifications`,
    t("notifications:foot.leaveDigest"),
    unsubscribe,
    mailFoot(language, publicUrl),
  ];
  return {
    subject: t(`notifications:digest.${rhythm}.subject`, { count }),
    body: paragraphs.join("\n\n"),
  };
}

function sayOne(notice: Dated, language: Language, publicUrl: string): string[] {
  const { subject, text } = sayNotice(notice, language);
  return [`${formatDate(language, notice.at)} · ${subject}\n${text}`, `${publicUrl}${notice.link}`];
}

/** A line of its own, underlined: mailAsHtml makes a heading of it. */
function asHeading(title: string): string {
  return `${title}\n${"=".repeat(Math.min(60, title.length))}`;
}

function byBody(notices: readonly Dated[]): [Dated, ...Dated[]][] {
  const groups = new Map<string, [Dated, ...Dated[]]>();
  for (const notice of notices) {
    const group = groups.get(notice.body);
    if (group) group.push(notice);
    else groups.set(notice.body, [notice]);
  }
  return [...groups.values()];
}
