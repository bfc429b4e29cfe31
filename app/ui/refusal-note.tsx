import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "./notice.tsx";

/**
 * Why something was refused, in words: what happened, that nothing was lost, what to do. The
 * sentence is `refusals:<code>`, filled in with the refusal's details; of what a ballot can meet it
 * is `refusals-ballot:<code>`, which every page has at hand. `common:refusal.more.<code>` says what
 * only the details know, among them a title by language.
 */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { i18n } = useTranslation("refusals-ballot");
  const atHand = i18n.exists(`refusals-ballot:${refusal.code}`);
  const { t } = useTranslation(atHand ? "refusals-ballot" : "refusals");
  const { code, details } = refusal;
  const language = useLanguage();
  const more = details && i18n.exists(`common:refusal.more.${code}`);
  const known = atHand || i18n.exists(`refusals:${code}`);
  return (
    <Notice tone="stop" role="alert" title={t("common:refusal.title")}>
      <p>{known ? t(code, details) : t("common:refusal.unknown")}</p>
      {more && <p>{t(`common:refusal.more.${code}`, { ...details, title: details[language] })}</p>}
    </Notice>
  );
}
