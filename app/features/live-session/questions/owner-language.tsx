import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Select } from "#app/ui/field.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";

/** In which language a function is reminded of the answers that it owes. */
export function OwnerLanguage() {
  const { t } = useTranslation("questions");
  const reader = useLanguage();
  return (
    <Select
      name="language"
      label={t("arrange.language")}
      help={t("arrange.languageHelp")}
      defaultValue={reader}
      options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
    />
  );
}
