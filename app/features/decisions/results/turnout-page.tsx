import { useTranslation } from "react-i18next";
import { turnoutCells } from "#domain/decisions/suppression.ts";
import type { Breakdown } from "#wire/decision-results.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { formatList, formatNumber, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Table } from "#app/ui/table.tsx";
import { DecisionSheet } from "../decision-sheet.tsx";

/** Who voted by office and by category or language, without what would show somebody. */
export function TurnoutPage({ page, tables }: { page: DecisionPage; tables: Breakdown[] }) {
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
      <TurnoutTables assemblyId={page.assembly.id} tables={tables} />
    </DecisionSheet>
  );
}

/** The tables, and why some of their numbers are not told. */
export function TurnoutTables({
  assemblyId,
  tables,
}: {
  assemblyId: string;
  tables: readonly Breakdown[];
}) {
  const { t } = useTranslation("results");
  const { least, leastElectorate } = turnoutCells(assemblyId);
  return (
    <>
      <p>{t("turnout.why", { least, electorate: leastElectorate })}</p>
      {tables.map((table) => (
        <Spread key={table.by} of={table} />
      ))}
    </>
  );
}

type Row = Breakdown["rows"][number];

function Spread({ of: { by, columns, rows, totals } }: { of: Breakdown }) {
  const { t } = useTranslation("results");
  const language = useLanguage();
  const number = (value: number) => formatNumber(language, value);
  const all: Row = { names: [], counts: totals, total: totals.reduce((sum, it) => sum + it, 0) };
  const nameOf = (row: Row) =>
    row === all
      ? t("turnout.all")
      : formatList(
          language,
          row.names.map((name) =>
            by === "language" ? languageName(name, language) : name || t("turnout.noOffice"),
          ),
        );
  return (
    <Table
      caption={t(`turnout.by.${by}`)}
      rows={[...rows, all]}
      rowKey={(row) => (row === all ? "(all)" : row.names.join())}
      columns={[
        { key: "group", label: t("turnout.group"), cell: nameOf },
        ...columns.map((column, at) => ({
          key: column,
          label: t(`turnout.column.${column}`),
          numeric: true,
          cell: ({ counts }: Row) => {
            const count = counts[at];
            return typeof count === "number" ? number(count) : t("turnout.hidden");
          },
        })),
        {
          key: "entitled",
          label: t("turnout.entitled"),
          numeric: true,
          cell: ({ total }: Row) => number(total),
        },
      ]}
    />
  );
}
