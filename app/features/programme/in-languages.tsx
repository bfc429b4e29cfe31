import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, TextArea } from "#app/ui/field.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { FieldValues } from "./field-values.ts";

/** One text in the four languages, any of which may stay empty: fields `name.fr`, `name.nl`… */
export function InLanguages({
  legend,
  help,
  name,
  values,
  maxLength,
  long = false,
  type = "text",
}: {
  legend: string;
  help?: string;
  name: string;
  values: FieldValues;
  maxLength: number;
  long?: boolean;
  type?: "text" | "url";
}) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  const Input = long ? TextArea : Field;
  return (
    <fieldset className="in-languages">
      <legend className="choices-legend">{legend}</legend>
      {help && <p className="field-help">{help}</p>}
      {LANGUAGES.map((language) => (
        <Input
          key={language}
          {...(long ? { rows: 3 } : { type })}
          label={t("form.inLanguage", { what: legend, language: languageName(language, reader) })}
          name={`${name}.${language}`}
          lang={language}
          optional
          maxLength={maxLength}
          defaultValue={values[`${name}.${language}`]}
        />
      ))}
    </fieldset>
  );
}
