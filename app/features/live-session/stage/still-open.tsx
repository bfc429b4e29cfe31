import { useTranslation } from "react-i18next";
import { formatTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** Until when a vote was promised to stay open, if it was. */
export function StillOpen({ until }: { until: number | undefined }) {
  const { t } = useTranslation("stage");
  const language = useLanguage();
  if (until === undefined) return null;
  return <p className="small">{t("trouble.promised", { time: formatTime(language, until) })}</p>;
}
