import { useTranslation } from "react-i18next";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { FigureLine } from "#wire/reports.ts";
import { FigureCell } from "./figure-cell.tsx";
import { FigureNotes } from "./figure-notes.tsx";
import "./figures.css";

/** Subjects in the order in which a reader asks: who we are, how we decide, what we do. */
const GROUPS = [
  "members",
  "assembly",
  "board",
  "people",
  "smartlab",
  "workers-assembly",
  "ethics",
  "surveys",
  "codev",
  "learning",
  "economy",
];

const groupOf = (line: FigureLine) => line.key.split(".")[0] ?? "";

/** Published figures by subject and year. */
export function FiguresView({ lines }: { lines: FigureLine[] }) {
  const { t } = useTranslation("reports");
  const present = GROUPS.filter((group) => lines.some((line) => groupOf(line) === group));
  return (
    <Page title={t("title")} lead={<p>{t("lead")}</p>}>
      {present.length === 0 && (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      )}
      {present.map((group) => (
        <Group key={group} group={group} lines={lines.filter((line) => groupOf(line) === group)} />
      ))}
    </Page>
  );
}

function Group({ group, lines }: { group: string; lines: FigureLine[] }) {
  const { t } = useTranslation(["reports", "figures"]);
  const years = [...new Set(lines.flatMap((line) => line.years.map(({ year }) => year)))].sort();
  return (
    <Section id={group} title={t(`figures:groups.${group}`)}>
      <Table
        caption={t("caption", { group: t(`figures:groups.${group}`), count: lines.length })}
        rows={lines}
        rowKey={(line) => line.key}
        columns={[
          {
            key: "fact",
            label: t("fact"),
            cell: (line) => (
              <>
                {t(`figures:facts.${line.key}`)}{" "}
                <span className="figure-unit">{t(`figures:units.${line.unit}`)}</span>
              </>
            ),
          },
          ...years.map((year) => ({
            key: String(year),
            label: year,
            numeric: true,
            cell: (line: FigureLine) => (
              <FigureCell figure={line.years.find((figure) => figure.year === year)} />
            ),
          })),
        ]}
      />
      <FigureNotes lines={lines} />
    </Section>
  );
}
