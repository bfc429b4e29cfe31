import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import type { QuestionView } from "#wire/live-session.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { CheckBox } from "#app/ui/choice.tsx";
import { Select, TextArea } from "#app/ui/field.tsx";
import { ActForm } from "../act-form.tsx";
import { Fold } from "../fold.tsx";
import { Translation } from "./question-extras.tsx";

/** Texts of a question in other languages: those there are, to be read again, and a new one. */
export function TranslateForm({ question }: { question: QuestionView }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const others = LANGUAGES.filter((one) => one !== question.language);
  return (
    <Fold label={t("translate.open")}>
      {(["text", "answer"] as const).map((part) =>
        LANGUAGES.map((one) => {
          const made = question.translations?.[part]?.[one];
          if (!made) return null;
          return (
            <div key={`${part}-${one}`} className="stack">
              <Translation of={made} language={one} original={question.language} />
              {!made.reviewed && (
                <ActForm
                  act="question.review-translation"
                  fields={{ questionId: question.id, part, language: one }}
                  label={t("translate.review")}
                  about={languageName(one, language)}
                />
              )}
            </div>
          );
        }),
      )}
      <ActForm
        act="question.translate"
        fields={{ questionId: question.id }}
        label={t("translate.save")}
      >
        <Select
          name="part"
          label={t("translate.part")}
          defaultValue="text"
          options={[
            { value: "text", label: t("translate.parts.text") },
            ...(question.answer ? [{ value: "answer", label: t("translate.parts.answer") }] : []),
          ]}
        />
        <Select
          name="language"
          label={t("translate.language")}
          defaultValue={others.includes(language) ? language : others[0]}
          options={LANGUAGES.map((one) => ({ value: one, label: languageName(one, language) }))}
        />
        <TextArea
          name="words"
          label={t("translate.words")}
          minLength={2}
          maxLength={8_000}
          rows={3}
        />
        <CheckBox name="machine" label={t("translate.machine")} help={t("translate.machineHelp")} />
      </ActForm>
    </Fold>
  );
}
