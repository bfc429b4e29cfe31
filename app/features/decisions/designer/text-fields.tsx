import { useTranslation } from "react-i18next";
import { inLanguage, LANGUAGES, type Language } from "#domain/kernel/languages.ts";
import { LEGAL_CHANNELS } from "#domain/decisions/statute-profile.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Field, Select, TextArea } from "#app/ui/field.tsx";
import type { DesignedDraft } from "#wire/decision-designer.ts";

/** What is decided, in every language, on which agenda item and on what legal ground. */
export function TextFields({ designed: { assembly, draft } }: { designed: DesignedDraft }) {
  const { t } = useTranslation(["designer", "decisions"]);
  const language = useLanguage();
  return (
    <>
      {LANGUAGES.map((one) => (
        <TextIn key={one} language={one} {...draft.texts[one]} />
      ))}
      <Select
        name="itemId"
        label={t("texts.item")}
        optional
        defaultValue={draft.itemId ?? ""}
        options={[
          { value: "", label: t("texts.noItem") },
          ...assembly.items.map(({ id, position, title }) => ({
            value: id,
            label: `${position}. ${inLanguage(title, language)?.value ?? ""}`,
          })),
        ]}
      />
      <Select
        name="legalChannel"
        label={t("texts.channel")}
        defaultValue={draft.legalChannel}
        options={[...LEGAL_CHANNELS, "consultation"].map((value) => ({
          value,
          label: t(`decisions:channel.${value}`),
        }))}
      />
      <Field
        name="legalBasis"
        label={t("texts.basis")}
        help={t("texts.basisHelp")}
        defaultValue={draft.legalBasis}
        maxLength={200}
        optional
      />
    </>
  );
}

type TextInProps = { language: Language; title?: string; text?: string };

/** Title and text in one language; those that nobody has written yet are folded. */
function TextIn({ language, title = "", text = "" }: TextInProps) {
  const { t } = useTranslation("designer");
  const reader = useLanguage();
  const name = languageName(language, reader);
  return (
    <details className="designer-language" open={language === reader || !!title || !!text}>
      <summary>{name}</summary>
      <div className="stack">
        <Field
          name={`title.${language}`}
          lang={language}
          label={t("texts.title", { language: name })}
          defaultValue={title}
          maxLength={200}
          optional
        />
        <TextArea
          name={`text.${language}`}
          lang={language}
          label={t("texts.text", { language: name })}
          defaultValue={text}
          maxLength={20_000}
          rows={8}
          optional
        />
      </div>
    </details>
  );
}
