import { useTranslation } from "react-i18next";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import { inLanguage, LANGUAGES } from "#domain/kernel/languages.ts";
import { ADDRESSEES, ITEM_KINDS } from "#domain/ledger/life.ts";
import { SECTIONS, type SectionName } from "#domain/ledger/sections.ts";
import type { GroupCard } from "#wire/ledger-pages.ts";

type Name =
  | SectionName
  | "kind"
  | "addressee"
  | "language"
  | "title"
  | "text"
  | "theme"
  | "city"
  | "groupId"
  | "printed";

type Props = {
  groups: GroupCard[];
  values: Partial<Record<Name, string>>;
  /** It is published: to whom it is addressed no longer changes. */
  settled?: boolean;
};

/** What an item says; of its parts those that a group uses. */
export function ItemFields({ groups, values, settled = false }: Props) {
  const { t } = useTranslation("ledger");
  const reader = useLanguage();
  const select = (name: "kind" | "addressee", all: readonly string[], label: string) => (
    <Select
      label={label}
      name={name}
      defaultValue={values[name]}
      options={all
        .filter((value) => !settled || value === values[name])
        .map((value) => ({ value, label: t(`${name}.${value}`) }))}
    />
  );
  return (
    <>
      <Field label={t("form.title")} name="title" maxLength={200} defaultValue={values.title} />
      <TextArea
        label={t("form.text")}
        help={t("form.textHelp")}
        name="text"
        rows={5}
        maxLength={4_000}
        defaultValue={values.text}
      />
      {select("kind", ITEM_KINDS, t("find.kind"))}
      {select("addressee", ADDRESSEES, t("form.addressee"))}
      <Select
        label={t("form.language")}
        name="language"
        defaultValue={values.language ?? reader}
        options={LANGUAGES.map((value) => ({ value, label: languageName(value, reader) }))}
      />
      <Select
        label={t("find.group")}
        name="groupId"
        optional
        defaultValue={values.groupId}
        options={[
          { value: "", label: t("form.noGroup") },
          ...groups.map(({ id, cycle, title }) => ({
            value: id,
            label: `${cycle} · ${inLanguage(title, reader)?.value ?? ""}`,
          })),
        ]}
      />
      <Field
        label={t("form.printed")}
        help={t("form.printedHelp")}
        name="printed"
        optional
        maxLength={12}
        defaultValue={values.printed}
      />
      <Field
        label={t("find.theme")}
        name="theme"
        optional
        maxLength={80}
        defaultValue={values.theme}
      />
      <Field
        label={t("find.city")}
        name="city"
        optional
        maxLength={80}
        defaultValue={values.city}
      />
      <details className="fold" open={SECTIONS.some(({ name }) => values[name])}>
        <summary>{t("form.parts")}</summary>
        <div className="stack">
          {SECTIONS.map(({ name, list }) => (
            <TextArea
              key={name}
              label={t(`section.${name}`)}
              help={list ? t("form.oneALine") : undefined}
              name={name}
              optional
              rows={3}
              maxLength={8_000}
              defaultValue={values[name]}
            />
          ))}
        </div>
      </details>
    </>
  );
}
