import { useTranslation } from "react-i18next";
import type { PaperUrn } from "#wire/urns.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";

/** The reconciliation: slips given out, found, missing and why. */
export function PaperSheet({ sheet }: { sheet: NonNullable<PaperUrn["sheet"]> }) {
  const { t } = useTranslation("urns");
  const language = useLanguage();
  const { given, found, missingReason } = sheet;
  return (
    <Notice tone="done" title={t("paper.sheet.title")}>
      <Stats>
        <Stat value={formatNumber(language, given)} label={t("paper.given")} />
        <Stat value={formatNumber(language, found)} label={t("paper.sheet.found")} />
        <Stat value={formatNumber(language, given - found)} label={t("paper.sheet.missing")} />
      </Stats>
      {missingReason && <p>{t("paper.sheet.reason", { reason: missingReason })}</p>}
    </Notice>
  );
}
