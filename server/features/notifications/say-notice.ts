import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/server.ts";
import { inLanguage, type Language } from "#domain/kernel/languages.ts";
import { familyOf } from "#domain/notifications/choices.ts";
import type { NoticeDetails } from "#wire/notifications.ts";

/** A notice as the table has it. */
export type NoticeRow = {
  id: string;
  kind: string;
  body: string;
  bodyName: string;
  link: string;
  details: NoticeDetails;
};
/** Columns of a NoticeRow: `n` is the notice. */
export const NOTICE = `
  n.id, n.kind, n.body, n.body_name AS "bodyName", n.link, n.details`;

/** What a notice says in one language. */
export function sayNotice({ kind, details }: NoticeRow, language: Language) {
  const { t } = translator(language);
  const said = sayDetails(details, language);
  return {
    subject: t(`notifications:notice.${kind}.subject`, said),
    text: t(`notifications:notice.${kind}.text`, said),
    action: t(`notifications:notice.${kind}.action`, said),
  };
}

/** What a group of notices is called: the body's own name, or what kind of body it is. */
export function sayBody(body: string, bodyName: string, language: Language): string {
  return bodyName || translator(language).t(`notifications:body.${familyOf(body)}`);
}

function sayDetails(details: NoticeDetails, language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, sayDetail(name, value, language)]),
  );
}

function sayDetail(name: string, value: NoticeDetails[string], language: Language) {
  if (typeof value === "object") return inLanguage(value, language)?.value ?? "";
  if (name.endsWith("At")) return formatDateTime(language, value);
  return name.endsWith("On") ? formatDate(language, value) : value;
}
