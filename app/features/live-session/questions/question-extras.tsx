import { useTranslation } from "react-i18next";
import type { QuestionView } from "#wire/live-session.ts";
import type { QuestioningView, TranslationView } from "#wire/questions.ts";
import { formatList, languageName } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { usePlaceName } from "./use-place-name.ts";
import { WhyNext } from "./why-next.tsx";
import "./questions.css";

type ExtrasProps = { question: QuestionView; sites: QuestioningView["sites"] };

/** What else there is to a question: its translation, those it speaks for, why it is next. */
export function QuestionNotes({ question, sites }: ExtrasProps) {
  const { why, group, translations, language: original } = question;
  const language = useLanguage();
  const text = original === language ? undefined : translations?.text?.[language];
  return (
    <>
      {text && <Translation of={text} language={language} original={original} />}
      {group && <Group group={group} sites={sites} />}
      {why && (
        <p>
          <WhyNext why={why} sites={sites} />
        </p>
      )}
    </>
  );
}

type TranslationProps = { of: TranslationView; language: string; original: string };

/** Words in the reader's language, with who made them and whether somebody read them again. */
export function Translation({ of: { words, by, reviewed }, language, original }: TranslationProps) {
  const { t } = useTranslation("questions");
  const reader = useLanguage();
  const kind = by === "machine" ? "machine" : "person";
  return (
    <div className={`translation translation-${kind}`}>
      <p className="translation-sign">
        {t(`translation.${kind}.${reviewed ? "reviewed" : "raw"}`, {
          language: languageName(original, reader),
        })}
      </p>
      <p lang={language}>{words}</p>
    </div>
  );
}

type GroupProps = { group: NonNullable<QuestionView["group"]>; sites: QuestioningView["sites"] };

/** A question into which others were merged says for whom it speaks. */
function Group({ group, sites }: GroupProps) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const placeName = usePlaceName(sites);
  return (
    <p className="question-group">
      {t("group", {
        count: group.count,
        places: formatList(language, group.places.map(placeName)),
        languages: formatList(
          language,
          group.languages.map((one) => languageName(one, language)),
        ),
      })}
    </p>
  );
}
