import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { inLanguage } from "#domain/kernel/languages.ts";
import type { RankingPage } from "#wire/workers-ranking.ts";

/** A theme and a city; it works without scripts. */
export function FilterForm({ page: { head, asked, cities } }: { page: RankingPage }) {
  const { t } = useTranslation("workers-ranking");
  const language = useLanguage();
  const themes = head.campaign.themes.map(({ id, titles }) => ({
    value: id,
    label: inLanguage(titles, language)?.value ?? id,
  }));
  return (
    <Form method="get" className="ranking-filter" preventScrollReset>
      <Select
        key={`theme-${asked.theme}`}
        label={t("find.theme")}
        name="theme"
        optional
        defaultValue={asked.theme}
        options={[{ value: "", label: t("find.all") }, ...themes]}
      />
      <Select
        key={`city-${asked.city}`}
        label={t("find.city")}
        name="city"
        optional
        defaultValue={asked.city}
        options={[
          { value: "", label: t("find.allCities") },
          ...cities.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button tone="quiet">{t("find.show")}</Button>
    </Form>
  );
}
