import { useTranslation } from "react-i18next";
import { InLanguages } from "#app/features/programme/in-languages.tsx";
import type { Typed } from "#app/features/surveys/form-state.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field } from "#app/ui/field.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { SEATS_MOST } from "#domain/workers-assembly/offices.ts";
import "#app/features/programme/programme.css";

/** What an edition says of itself. */
export function EditionFields({ values, settled = false }: { values: Typed; settled?: boolean }) {
  const { t } = useTranslation("workers-organise");
  const reader = useLanguage();
  return (
    <>
      <InLanguages legend={t("edition.titles")} name="title" values={values} maxLength={160} />
      <Field
        label={t("edition.meetsOn")}
        help={t("edition.meetsOnHelp")}
        name="meetsOn"
        type="date"
        optional
        defaultValue={values["meetsOn"]}
      />
      <Field
        label={t("edition.place")}
        name="place"
        optional
        maxLength={200}
        defaultValue={values["place"]}
      />
      {settled && <p className="muted">{t("edition.settled")}</p>}
      <Field
        label={t("edition.seats")}
        help={t("edition.seatsHelp")}
        name="seats"
        type="number"
        min={1}
        max={SEATS_MOST}
        inputMode="numeric"
        defaultValue={values["seats"]}
      />
      <Choices legend={t("edition.languages")} help={t("edition.languagesHelp")}>
        {LANGUAGES.map((language) => (
          <CheckBox
            key={language}
            name={`language.${language}`}
            label={languageName(language, reader)}
            defaultChecked={values[`language.${language}`] === "on"}
          />
        ))}
      </Choices>
    </>
  );
}
