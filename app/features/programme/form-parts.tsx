import { useTranslation } from "react-i18next";
import { ConfirmAct } from "#app/features/live-session/act-form.tsx";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox, Choices } from "#app/ui/choice.tsx";
import { Field, TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import type { FieldValues } from "./field-values.ts";

/** Which languages are spoken: one at least. */
export function SpokenBoxes({ chosen }: { chosen: Language[] }) {
  const { t } = useTranslation("programme");
  const reader = useLanguage();
  return (
    <Choices legend={t("form.languages")}>
      {LANGUAGES.map((language) => (
        <CheckBox
          key={language}
          name="languages"
          value={language}
          label={languageName(language, reader)}
          defaultChecked={chosen.includes(language)}
        />
      ))}
    </Choices>
  );
}

/** From when to when. */
export function HourFields({ values }: { values: FieldValues }) {
  const { t } = useTranslation("programme");
  return (["startsAt", "endsAt"] as const).map((name) => (
    <Field
      key={name}
      label={t(`form.${name}`)}
      name={name}
      type="datetime-local"
      defaultValue={values[name]}
    />
  ));
}

/** How many there is room for, where that has a limit. */
export function CapacityField({
  values,
  label,
  help,
}: {
  values: FieldValues;
  label: string;
  help?: string;
}) {
  return (
    <Field
      label={label}
      help={help}
      name="capacity"
      optional
      inputMode="numeric"
      pattern="[0-9]*"
      defaultValue={values["capacity"]}
    />
  );
}

/** Calls it off, with the reason that its people are told. */
export function CancelPart({
  act,
  fields,
  title,
  why,
}: {
  act: "programme.cancel-session" | "programme.cancel-site";
  fields: Record<string, string>;
  title: string;
  why: string;
}) {
  const { t } = useTranslation("programme");
  return (
    <Section title={title}>
      <ConfirmAct
        act={act}
        fields={fields}
        summary={title}
        why={why}
        label={t("arrange.cancelNow")}
        tone="stop"
        opener="stop"
      >
        <TextArea label={t("arrange.reason")} name="reason" maxLength={500} rows={3} />
      </ConfirmAct>
    </Section>
  );
}
