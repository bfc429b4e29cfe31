import { useTranslation } from "react-i18next";
import type { RecapPage } from "#wire/minutes.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";

type Question = RecapPage["questions"][number];

/** What this person asked, and what became of each question. */
export function RecapQuestions({ questions }: { questions: Question[] }) {
  const { t } = useTranslation(["minutes", "live-session"]);
  return (
    <Section title={t("recap.questions.heading")}>
      {questions.length === 0 && <p className="muted">{t("recap.questions.none")}</p>}
      <ul className="recap-votes">
        {questions.map((question) => (
          <li key={question.id} className="stack">
            <p className="row small">
              {question.number !== undefined && (
                <strong>{t("question.number", { number: question.number })}</strong>
              )}
              <Tag>{t(`live-session:question.state.${question.state}`)}</Tag>
            </p>
            <blockquote lang={question.language} className="minuted-text">
              {question.text}
            </blockquote>
            <BecameOf question={question} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function BecameOf({ question }: { question: Question }) {
  const { t } = useTranslation("minutes");
  const language = useLanguage();
  const { mergedInto, answer, answerOwner, answerDueOn, refusalReason, state } = question;
  return (
    <>
      {mergedInto !== undefined && <p>{t("recap.questions.merged", { number: mergedInto })}</p>}
      {answer && <p>{t("recap.questions.answer", { answer })}</p>}
      {state === "owed_written" && answerOwner && answerDueOn && (
        <p>
          {t("recap.questions.owed", {
            owner: answerOwner,
            day: formatDate(language, answerDueOn),
          })}
        </p>
      )}
      {refusalReason && (
        <p>{t("question.refused", { reason: t(`question.reason.${refusalReason}`) })}</p>
      )}
    </>
  );
}
