import { useTranslation } from "react-i18next";
import {
  SMALL_CELLS,
  type PublishedRow,
  type PublishedTable,
} from "#domain/decisions/suppression.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { formatList, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Table } from "#app/ui/table.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";

export type TurnoutTable = { by: "office" | "category"; table: PublishedTable };

/** Who voted by office and by category, without what would show somebody. */
export function TurnoutPage({ page, tables }: { page: DecisionPage; tables: TurnoutTable[] }) {
  const { t } = useTranslation("results");
  return (
    <DecisionSheet
      page={page}
      kind={t("turnout.title")}
      after={
        <p className="row not-printed decision-after">
          <ButtonLink tone="quiet" to={`/decisions/${page.id}/result`}>
            {t("turnout.back")}
          </ButtonLink>
        </p>
      }
    >
      <p>
        {t("turnout.why", { least: SMALL_CELLS.least, electorate: SMALL_CELLS.leastElectorate })}
      </p>
      {tables.map((table) => (
        <Turnout key={table.by} {...table} />
      ))}
    </DecisionSheet>
  );
}

function Turnout({ by, table: { rows, totals } }: TurnoutTable) {
  const { t } = useTranslation("results");
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const cell = (value: number | "hidden" | undefined) =>
    typeof value === "number" ? number(value) : t("turnout.hidden");
  const all: PublishedRow = {
    ids: [],
    counts: totals,
    total: totals.reduce((sum, count) => sum + count, 0),
  };
  const name = (ids: string[]) =>
    formatList(
      language,
      ids.map((id) => id || t("turnout.noOffice")),
    );
  return (
    <Table
      caption={t(`turnout.by.${by}`)}
      rows={[...rows, all]}
      rowKey={({ ids }) => ids.join() || "(all)"}
      columns={[
        {
          key: "group",
          label: t("turnout.group"),
          cell: (row) => (row === all ? t("turnout.all") : name(row.ids)),
        },
        {
          key: "voted",
          label: t("turnout.voted"),
          numeric: true,
          cell: ({ counts }) => cell(counts[0]),
        },
        {
          key: "entitled",
          label: t("turnout.entitled"),
          numeric: true,
          cell: ({ total }) => number(total),
        },
      ]}
    />
  );
}
