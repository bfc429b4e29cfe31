import { useTranslation } from "react-i18next";
import { LANGUAGES } from "#domain/kernel/languages.ts";
import { MESSAGE_MAX } from "#domain/live-session/stage/scene.ts";
import { languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { TextArea } from "#app/ui/field.tsx";

/** A short text in the writer's language, and in the others where somebody has the time. */
export function InLanguages({ label }: { label: string }) {
  const { t } = useTranslation("stage");
  const own = useLanguage();
  const others = LANGUAGES.filter((language) => language !== own);
  return (
    <>
      <TextArea name={own} lang={own} label={label} rows={2} maxLength={MESSAGE_MAX} />
      <details className="stage-others">
        <summary>{t("languages.others")}</summary>
        <div className="stack">
          {others.map((language) => (
            <TextArea
              key={language}
              name={language}
              lang={language}
              label={languageName(language, own)}
              rows={2}
              maxLength={MESSAGE_MAX}
              optional
            />
          ))}
        </div>
      </details>
    </>
  );
}
