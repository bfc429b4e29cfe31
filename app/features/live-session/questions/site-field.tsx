import { useTranslation } from "react-i18next";
import type { QuestioningView } from "#wire/questions.ts";
import { Select } from "#app/ui/field.tsx";

type SiteFieldProps = {
  sites: QuestioningView["sites"];
  chosen?: string | undefined;
  /** What is meant when nothing is chosen. */
  none: string;
};

/** Where a question is asked: shown only where there is more than one place. */
export function SiteField({ sites, chosen = "", none }: SiteFieldProps) {
  const { t } = useTranslation("questions");
  const places = Object.entries(sites).filter(([, site]) => site.kind !== "online");
  if (places.length === 0) return null;
  return (
    <Select
      name="siteId"
      required={false}
      label={t("place.label")}
      defaultValue={chosen}
      options={[
        { value: "", label: none },
        ...places.map(([id, { name, city }]) => ({
          value: id,
          label: city && city !== name ? `${city} · ${name}` : name,
        })),
      ]}
    />
  );
}
