import { useTranslation } from "react-i18next";
import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Table } from "#app/ui/table.tsx";
import { columnsOf } from "./columns.ts";
import type { Speaker } from "./speaker.ts";

/** Every option from first to last, with what the count says of it. */
export function OptionTable({ report, speaker }: { report: ElectionReport; speaker: Speaker }) {
  const { t } = useTranslation("results");
  const rows = placesIn(report.order);
  return (
    <Table
      caption={t("table.title")}
      rows={rows}
      rowKey={({ option }) => option}
      columns={[
        { key: "option", label: t("column.option"), cell: ({ option }) => speaker.label(option) },
        {
          key: "place",
          label: t("column.place"),
          numeric: true,
          cell: ({ place, shared }) => formatNumber(speaker.language, place) + (shared ? " =" : ""),
        },
        ...columnsOf(report, speaker).map(({ cell, ...column }) => ({
          ...column,
          cell: ({ option }: Place) => cell(option),
        })),
        {
          key: "won",
          label: t("column.won"),
          cell: ({ option }) => t(`won.${standing(report, option)}`),
        },
      ]}
    />
  );
}

type Place = { option: string; place: number; shared: boolean };

/** A row an option; equal ones share the first of their places. */
function placesIn(order: readonly (readonly string[])[]): Place[] {
  let before = 0;
  return order.flatMap((group) => {
    const place = before + 1;
    before += group.length;
    return group.map((option) => ({ option, place, shared: group.length > 1 }));
  });
}

function standing({ winners, tiedForLast = [] }: ElectionReport, option: string) {
  if (winners.includes(option)) return "yes";
  return tiedForLast.includes(option) ? "tied" : "no";
}
