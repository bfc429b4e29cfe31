import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Table } from "#app/ui/table.tsx";
import type { RegisterFigures } from "#server/features/membership/queries.ts";

type Year = RegisterFigures["years"][number];

const LINES = [
  { key: "opening", sign: 0 },
  { key: "admitted", sign: 1 },
  { key: "resigned", sign: -1 },
  { key: "excluded", sign: -1 },
  { key: "left_by_right", sign: -1 },
  { key: "deceased", sign: -1 },
  { key: "expected", sign: 0 },
  { key: "declared", sign: 0 },
  { key: "unexplained", sign: 0 },
] as const;

/** One line a movement, one column a year; what nothing explains has a line of its own. */
export function RollForwardTable({ years }: { years: Year[] }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const shown = (value: number, sign: -1 | 0 | 1) => {
    const before = value === 0 ? "" : sign > 0 ? "+ " : sign < 0 || value < 0 ? "− " : "";
    return before + formatNumber(language, Math.abs(value));
  };
  const open = years.filter(({ unexplained }) => unexplained !== 0);
  return (
    <>
      <Table
        caption={t("rollForward.caption")}
        captionHidden
        rows={[...LINES]}
        rowKey={({ key }) => key}
        columns={[
          { key: "line", label: t("rollForward.line"), cell: ({ key }) => t(`rollForward.${key}`) },
          ...years.map((year) => ({
            key: String(year.year),
            label: String(year.year),
            numeric: true,
            cell: ({ key, sign }: (typeof LINES)[number]) => shown(year[key], sign),
          })),
        ]}
      />
      {open.map(({ year, unexplained, published }) => (
        <Notice key={year} tone="wait" title={t("rollForward.gapTitle", { year })}>
          <p>
            {t(published ? "rollForward.gapPublished" : "rollForward.gapCounted", {
              count: Math.abs(unexplained),
              number: formatNumber(language, Math.abs(unexplained)),
            })}
          </p>
        </Notice>
      ))}
    </>
  );
}
