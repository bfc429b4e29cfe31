import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { SpeechArc, type SpeechTone } from "#app/ui/speech-arc.tsx";
import "./question-card.css";

type QuestionCardProps = {
  /** Sets apart the cards of one question that stands on a page twice. */
  idPrefix?: string;
  question: QuestionView;
  /** The reader asked it: their own name need not be said, only whether it shows. */
  own?: boolean;
  agenda: SessionView["agenda"];
  /** The question into which this one was merged, if it was. */
  mergedInto?: QuestionView | undefined;
  /** The day it is (ISO), to see what is overdue. */
  today: string;
  /** Acts on the question, and what else belongs to it. */
  children?: ReactNode;
};

/**
 * A question wherever it is shown: number, life, words, and who owes the answer. Takes only
 * the parts of the view that it shows, so that a list can tell what did not change.
 */
export function QuestionCard(props: QuestionCardProps) {
  const { idPrefix = "question", question, own, agenda, mergedInto, today, children } = props;
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  const { number } = question;
  return (
    <SpeechArc
      id={`${idPrefix}-${question.id}`}
      number={number}
      label={number === undefined ? t("question.unnumbered") : t("question.number", { number })}
      language={question.language}
      languageLabel={
        question.language === language ? undefined : t(`question.language.${question.language}`)
      }
      state={t(`question.state.${question.state}`)}
      tone={toneOf(question, today)}
      about={<About question={question} own={own} agenda={agenda} />}
      text={question.text}
      owes={question.state === "owed_written" && <Owed question={question} today={today} />}
    >
      {question.state === "merged" && mergedInto && (
        <p>
          <a href={`#question-${mergedInto.id}`}>
            {t("question.mergedInto", { number: mergedInto.number })}
          </a>
        </p>
      )}
      {question.answer && (
        <div className="answer">
          <p className="answer-heading">{t("question.answer")}</p>
          <p className="answer-words">{question.answer}</p>
        </div>
      )}
      {question.contested && <p className="answer-contested">{t("question.contested")}</p>}
      {children}
    </SpeechArc>
  );
}

function About({ question, own, agenda }: Pick<QuestionCardProps, "question" | "own" | "agenda">) {
  const { t } = useTranslation("live-session");
  const item = question.itemId ? agenda[question.itemId] : undefined;
  const named = own ? !question.nameHidden : question.author !== undefined;
  const asker = !named
    ? t("question.nameHidden")
    : own
      ? t("question.nameShown")
      : t("question.by", { name: question.author });
  return (
    <>
      <span>{t(`question.kind.${question.kind}`)}</span>
      <span>{item ? t("question.onItem", { position: item.position }) : t("agenda.general")}</span>
      <span>{asker}</span>
      {question.nameHidden && question.author && <span>{t("moderation.hides")}</span>}
    </>
  );
}

function Owed({ question, today }: Pick<QuestionCardProps, "question" | "today">) {
  const { t } = useTranslation("live-session");
  const language = useLanguage();
  const { answerOwner: owner, answerDueOn: dueOn } = question;
  if (!owner || !dueOn) return null;
  return t(dueOn < today ? "question.answerOverdue" : "question.answerOwed", {
    owner,
    date: formatDate(language, dueOn),
  });
}

const TONES: Record<QuestionState, SpeechTone> = {
  received: "waiting",
  held: "waiting",
  published: "open",
  queued: "open",
  asked: "now",
  owed_written: "waiting",
  answered_oral: "done",
  answered_written: "done",
  merged: "done",
  refused: "done",
  withdrawn: "done",
};

function toneOf({ state, answerDueOn }: QuestionView, today: string): SpeechTone {
  const late = state === "owed_written" && answerDueOn !== undefined && answerDueOn < today;
  return late ? "late" : TONES[state];
}
