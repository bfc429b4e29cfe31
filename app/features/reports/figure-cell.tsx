import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Tag } from "#app/ui/tag.tsx";
import type { FigureOfYear } from "#wire/reports.ts";

/** A value and how far it can be trusted. A published one needs no label: it is the rule here. */
export function FigureCell({ figure }: { figure?: FigureOfYear }) {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  if (!figure) return <span className="for-ears">{t("noFigure")}</span>;
  if (figure.value === undefined) return <span className="figure-unknown">{t("unknown")}</span>;
  return (
    <>
      {formatNumber(language, figure.value, 2)}
      {figure.status === "invented" && (
        <span className="figure-label">
          <Tag tone="ochre" shape="ring">
            {t("invented")}
          </Tag>
        </span>
      )}
    </>
  );
}
