import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field } from "#app/ui/field.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";

/** One line in each language; one's own is asked for. */
export function InLanguages({ say }: { say: string }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return LANGUAGES.map((one) => (
    <Field
      key={one}
      label={t(say, { language: languageName(one, language) })}
      name={one}
      lang={one}
      maxLength={200}
      optional={one !== language}
    />
  ));
}

export function LinkField() {
  const { t } = useTranslation("home");
  return (
    <Field
      label={t("requests.form.link")}
      help={t("requests.form.linkHelp")}
      name="link"
      pattern="/(?!/).*"
      maxLength={200}
    />
  );
}
