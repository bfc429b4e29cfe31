import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox } from "#app/ui/choice.tsx";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { LAB_MODELS, LAB_THEMES } from "#domain/smartlab/lab.ts";

/** What the fields begin with, by their names; a missing one is empty. */
export type LabValues = Partial<Record<string, string>>;

/** What a lab says of itself: in the proposal and whenever it is changed. */
export function LabFields({ values }: { values: LabValues }) {
  const { t } = useTranslation("smartlab");
  const reader = useLanguage();
  return (
    <>
      <Field label={t("form.title")} name="title" maxLength={120} defaultValue={values["title"]} />
      <TextArea
        label={t("form.makes")}
        help={t("form.makesHelp")}
        name="makes"
        rows={3}
        maxLength={1_000}
        defaultValue={values["makes"]}
      />
      <TextArea
        label={t("form.whyNow")}
        name="whyNow"
        rows={4}
        maxLength={2_000}
        defaultValue={values["whyNow"]}
      />
      <Select
        label={t("find.theme")}
        name="theme"
        defaultValue={values["theme"]}
        options={LAB_THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      />
      <Select
        label={t("form.model")}
        name="model"
        defaultValue={values["model"]}
        options={LAB_MODELS.map((value) => ({ value, label: t(`model.${value}`) }))}
      />
      <Field
        label={t("form.ownModel")}
        help={t("form.ownModelHelp")}
        name="ownModel"
        optional
        maxLength={120}
        defaultValue={values["ownModel"]}
      />
      <Select
        label={t("form.language")}
        help={t("form.languageHelp")}
        name="language"
        defaultValue={values["language"] ?? reader}
        options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
      />
      <Field
        label={t("find.city")}
        help={t("form.cityHelp")}
        name="city"
        optional
        maxLength={80}
        defaultValue={values["city"]}
      />
      <CheckBox
        name="online"
        label={t("form.online")}
        defaultChecked={values["online"] === "on" || values["online"] === "true"}
      />
      <Field
        label={t("facts.forWhom")}
        help={t("form.forWhomHelp")}
        name="forWhom"
        optional
        maxLength={300}
        defaultValue={values["forWhom"]}
      />
      <Field
        label={t("facts.effort")}
        help={t("form.effortHelp")}
        name="effort"
        optional
        maxLength={200}
        defaultValue={values["effort"]}
      />
      <Field
        label={t("form.capacity")}
        help={t("form.capacityHelp")}
        name="capacity"
        optional
        inputMode="numeric"
        pattern="[0-9]*"
        defaultValue={values["capacity"]}
      />
    </>
  );
}
