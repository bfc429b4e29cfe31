import { useTranslation } from "react-i18next";
import { inLanguage, isLanguage } from "#domain/kernel/languages.ts";
import type { DecisionPage } from "#wire/decisions.ts";
import { formatList, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/**
 * The text in full, in the reader's language, with the languages that are authoritative one touch
 * away. They unfold in place: following a link would lose a half-filled ballot.
 */
export function DecisionText({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const language = useLanguage();
  const shown = inLanguage(page.texts, language);
  if (!shown) return null;
  const authoritative = page.authoritativeLanguages.includes(shown.language);
  const others = page.authoritativeLanguages
    .filter(isLanguage)
    .filter((other) => other !== shown.language);

  return (
    <section className="decision-text stack" aria-labelledby="decision-text">
      <h2 id="decision-text" className="decision-text-heading">
        {t("text.heading")}
      </h2>
      <Paragraphs text={shown.value.text} lang={shown.language} />
      {!authoritative && (
        <p className="small muted">
          {t("text.translation", {
            languages: formatList(
              language,
              others.map((other) => languageName(other, language).toLocaleLowerCase(language)),
            ),
          })}
        </p>
      )}
      {others.map((other) => {
        const text = page.texts[other];
        return (
          text && (
            <details key={other} className="decision-text-other" lang={other}>
              <summary>
                {languageName(other)}{" "}
                <span lang={language} className="small muted">
                  {t("text.authoritative")}
                </span>
              </summary>
              <p className="decision-text-title">{text.title}</p>
              <Paragraphs text={text.text} lang={other} />
            </details>
          )
        );
      })}
    </section>
  );
}

function Paragraphs({ text, lang }: { text: string; lang: string }) {
  return (
    <div lang={lang} className="decision-text-body stack">
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p key={index}>{paragraph}</p>
      ))}
    </div>
  );
}
