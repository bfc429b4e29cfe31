import { useTranslation } from "react-i18next";
import { formatDate, formatNumber, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { isLanguage } from "#domain/kernel/languages.ts";
import { REGIONAL_TRAITS, type RegionalTrait } from "#domain/programme/regional-figures.ts";
import type { PublishedRow } from "#domain/decisions/suppression.ts";
import type { FiguresView } from "#wire/programme.ts";

/** Members of each region by what may be told of them; small groups are hidden (rules 5.3). */
export function RegionalFigures({ figures }: { figures: FiguresView }) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  return (
    <Section id="figures" title={t("figures.title")}>
      <p className="muted">{t("figures.about", { date: formatDate(language, figures.asOf) })}</p>
      {REGIONAL_TRAITS.map((trait) => (
        <Trait key={trait} figures={figures} trait={trait} />
      ))}
    </Section>
  );
}

function Trait({ figures, trait }: { figures: FiguresView; trait: RegionalTrait }) {
  const { t } = useTranslation("programme");
  const language = useLanguage();
  const { values, table } = figures.tables[trait];
  if (table.rows.length === 0) return null;
  const valueName = (value: string) =>
    trait === "language" && isLanguage(value)
      ? languageName(value, language)
      : t(`figures.${trait}.${value}`, { defaultValue: value });
  const columns: Column<PublishedRow>[] = [
    {
      key: "office",
      label: t("figures.office"),
      cell: ({ ids }) => <OfficeNames ids={ids} figures={figures} />,
    },
    ...values.map(
      (value, at): Column<PublishedRow> => ({
        key: value,
        label: valueName(value),
        numeric: true,
        cell: ({ counts }) => {
          const count = counts[at] ?? 0;
          return count === "hidden" ? (
            <abbr title={t("figures.hidden")}>–</abbr>
          ) : (
            formatNumber(language, count)
          );
        },
      }),
    ),
    {
      key: "total",
      label: t("figures.total"),
      numeric: true,
      cell: ({ total }) => formatNumber(language, total),
    },
  ];
  return (
    <Table
      caption={t(`figures.trait.${trait}`)}
      columns={columns}
      rows={table.rows}
      rowKey={({ ids }) => ids.join()}
    />
  );
}

function OfficeNames({ ids, figures }: { ids: string[]; figures: FiguresView }) {
  const names = ids.map((id) => figures.offices[id] ?? id).join(" + ");
  return figures.here && ids.includes(figures.here) ? <strong>{names}</strong> : <>{names}</>;
}
