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
  const years = [...new Set(lines.flatMap((line) => line.years.map(({ year }) => year)))].sort();
  return (
    <Page title={t("title")} lead={<p>{t("lead")}</p>}>
      <p>{t("legend")}</p>
      {present.length === 0 && (
        <EmptyState title={t("empty.title")}>
          <p>{t("empty.body")}</p>
        </EmptyState>
      )}
      {present.map((group) => (
        <Group
          key={group}
          group={group}
          years={years}
          lines={lines.filter((line) => groupOf(line) === group)}
        />
      ))}
    </Page>
  );
}

type GroupProps = { group: string; years: number[]; lines: FigureLine[] };

function Group({ group, years, lines }: GroupProps) {
  const { t } = useTranslation(["reports", "figures"]);
  // The catalogue names facts in the order in which they are read.
  const order = Object.keys(t(`figures:facts.${group}`, { returnObjects: true }));
  const place = (line: FigureLine) => order.indexOf(line.key.slice(group.length + 1));
  return (
    <Section id={group} title={t(`figures:groups.${group}`)}>
      <Table
        caption={t("caption", { group: t(`figures:groups.${group}`), count: lines.length })}
        captionHidden
        rows={[...lines].sort((a, b) => place(a) - place(b))}
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
