import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import { Notice } from "./notice.tsx";

/**
 * Why something was refused, in words: what happened, that nothing was lost, what to do. The
 * sentence is `refusals:<code>`, filled in with the refusal's details.
 */
export function RefusalNote({ refusal }: { refusal: Refusal }) {
  const { t, i18n } = useTranslation("refusals");
  const known = i18n.exists(`refusals:${refusal.code}`);
  return (
    <Notice tone="stop" role="alert" title={t("common:refusal.title")}>
      <p>{known ? t(refusal.code, refusal.details) : t("common:refusal.unknown")}</p>
    </Notice>
  );
}
