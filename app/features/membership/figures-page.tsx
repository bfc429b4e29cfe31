import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { Words } from "#app/ui/language-tag.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Stat, Stats } from "#app/ui/stat.tsx";
import type { RegisterFigures } from "#server/features/membership/queries.ts";
import { RegisterNav } from "./register-nav.tsx";
import { RollForwardTable } from "./roll-forward-table.tsx";

/** The stock on a day, by category, and how each year led to the next. */
export function FiguresPage({ figures }: { figures: RegisterFigures }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const { stock, categories, around } = figures;
  const number = (value: number) => formatNumber(language, value);
  return (
    <Page wide title={t("figures.title")} lead={<p>{t("figures.lead")}</p>}>
      <RegisterNav />
      <Form className="row">
        <Field
          label={t("figures.asOf")}
          help={t("figures.asOfHelp")}
          name="asOf"
          type="date"
          defaultValue={figures.asOf}
        />
        <Button tone="quiet">{t("figures.show")}</Button>
      </Form>
      <Section title={t("figures.stockOn", { date: formatDate(language, figures.asOf) })}>
        <Stats>
          <Stat value={number(stock.total)} label={t("figures.members")} />
          {categories.map(({ id, label }) => (
            <Stat
              key={id}
              value={number(stock.byCategory[id] ?? 0)}
              label={<Words of={label} />}
              of={t("figures.ofMembers", { count: stock.total, total: number(stock.total) })}
            />
          ))}
          <Stat value={number(stock.shares)} label={t("figures.shares")} />
        </Stats>
      </Section>
      <Section title={t("rollForward.title")}>
        <p>{t("rollForward.lead")}</p>
        <RollForwardTable years={figures.years} />
      </Section>
      <Section title={t("figures.around")}>
        <p>{t("figures.aroundLead")}</p>
        <Stats>
          {(["unit_holder", "support_staff", "guest"] as const).map((kind) => (
            <Stat key={kind} value={number(around[kind] ?? 0)} label={t(`figures.kinds.${kind}`)} />
          ))}
          <Stat
            value={number(figures.badAddresses)}
            label={t("figures.badAddresses")}
            note={t("figures.badAddressesNote")}
          />
        </Stats>
      </Section>
    </Page>
  );
}
