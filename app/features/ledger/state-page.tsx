import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { PROGRESSES } from "#domain/ledger/life.ts";
import type { StatePage as Loaded } from "#wire/ledger-pages.ts";
import { ItemList, useThemeName } from "./item-list.tsx";
import "./ledger.css";

/** Where everything stood on a day: the page with which an assembly opens. */
export function StatePage({ page }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const language = useLanguage();
  const { on, today, total, late, answered, progress } = page;
  const number = (value: number) => formatNumber(language, value);
  return (
    <Page
      wide
      kicker={<Link to="/ledger">{t("title")}</Link>}
      title={t("stateOfPlay.on", { date: formatDate(language, on) })}
      lead={<p>{t("stateOfPlay.sentence", total)}</p>}
    >
      <Form method="get" className="row ledger-day">
        <Field
          label={t("stateOfPlay.day")}
          help={t("stateOfPlay.dayHelp")}
          name="on"
          type="date"
          max={today}
          defaultValue={on}
        />
        <Button tone="quiet">{t("stateOfPlay.show")}</Button>
      </Form>
      <Stats>
        <Stat value={number(total.entered)} label={t("stateOfPlay.entered")} />
        <Stat value={number(total.waiting)} label={t("stateOfPlay.waiting")} />
        <Stat value={number(total.late)} label={t("stateOfPlay.late")} />
        <Stat value={number(total.done)} label={t("progress.done")} />
      </Stats>
      <Section title={t("stateOfPlay.byTheme")}>
        <Themes page={page} />
      </Section>
      {late.length > 0 && (
        <Section title={t("stateOfPlay.lateTitle", { count: total.late })}>
          <p className="muted">{t("stateOfPlay.lateHow")}</p>
          <ItemList items={late} />
          {on === today && total.late > late.length && (
            <p>
              <Link to="/ledger?standing=late">{t("stateOfPlay.allLate")}</Link>
            </p>
          )}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={t("stateOfPlay.answeredTitle")}>
          <ItemList items={answered} />
        </Section>
      )}
      <Section title={t("stateOfPlay.progressTitle")}>
        <dl className="ledger-progress">
          {PROGRESSES.filter((one) => progress[one]).map((one) => (
            <div key={one}>
              <dt>{t(`progress.${one}`)}</dt>
              <dd>{number(progress[one] ?? 0)}</dd>
            </div>
          ))}
        </dl>
        <p className="muted small">{t("stateOfPlay.how")}</p>
        <p>
          <a href={`/ledger/state.csv?on=${on}`} download>
            {t("stateOfPlay.csv")}
          </a>
        </p>
      </Section>
    </Page>
  );
}

const COUNTED = [
  "entered",
  "waiting",
  "late",
  "accepted",
  "adapted",
  "refused",
  "referred",
] as const;

function Themes({ page: { themes, total } }: { page: Loaded }) {
  const { t } = useTranslation("ledger");
  const themeName = useThemeName();
  const language = useLanguage();
  type Row = Loaded["themes"][number];
  const rows: Row[] = [...themes, { theme: "*", counts: total }];
  const columns: Column<Row>[] = [
    {
      key: "theme",
      label: t("find.theme"),
      cell: ({ theme }) =>
        theme === "*" ? t("stateOfPlay.total") : themeName(theme) || t("stateOfPlay.noTheme"),
    },
    ...COUNTED.map((key) => ({
      key,
      label: t(`stateOfPlay.column.${key}`),
      numeric: true,
      cell: ({ counts }: Row) => formatNumber(language, counts[key]),
    })),
  ];
  return (
    <Table
      caption={t("stateOfPlay.title")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ theme }) => theme}
    />
  );
}
