import { languageName } from "#app/i18n/format.ts";
import { withFrenchSpaces } from "#app/i18n/options.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { inLanguage, type Translated } from "#domain/kernel/languages.ts";
import "./tag.css";

/** Which language a text is in: two letters for eyes, the language's name for ears. */
export function LanguageTag({ language }: { language: string }) {
  const reader = useLanguage();
  return (
    <span className="language-tag" title={languageName(language, reader)}>
      <span aria-hidden="true">{language.toUpperCase()}</span>
      <span className="for-ears">{languageName(language, reader)}</span>
    </span>
  );
}

/**
 * A text of the cooperative in the reader's language; where it exists in another alone, in that
 * one, marked for screen readers (WCAG 3.1.2) and, with `tagged`, for eyes.
 */
export function Words({ of, tagged = false }: { of: Translated; tagged?: boolean }) {
  const reader = useLanguage();
  const found = inLanguage(of, reader);
  if (!found) return null;
  const words = found.language === "fr" ? withFrenchSpaces(found.value) : found.value;
  if (found.language === reader) return <>{words}</>;
  return (
    <>
      <span lang={found.language}>{words}</span>
      {tagged && (
        <>
          {" "}
          <LanguageTag language={found.language} />
        </>
      )}
    </>
  );
}
