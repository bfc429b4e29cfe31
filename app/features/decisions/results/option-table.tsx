import { useTranslation } from "react-i18next";
import type { AnnouncedElection } from "#domain/decisions/secret/announced.ts";
import type { ElectionReport } from "#wire/decisions.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { Table } from "#app/ui/table.tsx";
import { columnsOf } from "./columns.ts";
import type { Speaker } from "./speaker.ts";

type OptionTableProps = { report: ElectionReport | AnnouncedElection; speaker: Speaker };

/** Every option from first to last, with what the count says of it where there is one. */
export function OptionTable({ report, speaker }: OptionTableProps) {
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
        ...("detail" in report ? columnsOf(report, speaker) : []).map(({ cell, ...column }) => ({
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

/** An option's place; equal ones share the first of their places. */
type Place = { option: string; place: number; shared: boolean };

/** A row for each option. */
function placesIn(order: readonly (readonly string[])[]): Place[] {
  let before = 0;
  return order.flatMap((group) => {
    const place = before + 1;
    before += group.length;
    return group.map((option) => ({ option, place, shared: group.length > 1 }));
  });
}

function standing({ winners, tiedForLast = [] }: AnnouncedElection, option: string) {
  if (winners.includes(option)) return "yes";
  return tiedForLast.includes(option) ? "tied" : "no";
}
