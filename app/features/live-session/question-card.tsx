import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { formatDate } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { SpeechArc, type SpeechTone } from "#app/ui/speech-arc.tsx";
import { QuestionNotes, Translation } from "./questions/question-extras.tsx";
import { usePlaceName } from "./questions/use-place-name.ts";
import "./question-card.css";

const NO_SITES: SessionView["questioning"]["sites"] = {};

type QuestionCardProps = {
  /** Sets apart the cards of one question that stands on a page twice. */
  idPrefix?: string;
  question: QuestionView;
  /** The reader asked it: their own name need not be said, only whether it shows. */
  own?: boolean;
  agenda: SessionView["agenda"];
  /** Where questions are gathered; left out where that is of no use. */
  sites?: SessionView["questioning"]["sites"];
  /** Long after, for everybody: nothing of who asked, nor on which item. */
  bare?: boolean;
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
  const { sites = NO_SITES, bare = false } = props;
  const { t } = useTranslation(["live-session", "questions"]);
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
      about={<About question={question} own={own} bare={bare} agenda={agenda} sites={sites} />}
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
      <QuestionNotes question={question} sites={sites} />
      {question.answer && <Answer question={question} answer={question.answer} />}
      {question.contested && <p className="answer-contested">{t("question.contested")}</p>}
      {children}
    </SpeechArc>
  );
}

/** What was answered, in the reader's language too where somebody translated it, and what changes. */
function Answer({ question, answer }: { question: QuestionView; answer: string }) {
  const { t } = useTranslation(["live-session", "questions"]);
  const language = useLanguage();
  const { translations, changes } = question;
  const translated = translations?.answer?.[language];
  return (
    <div className="answer">
      <p className="answer-heading">{t("question.answer")}</p>
      <p className="answer-words">{answer}</p>
      {translated && (
        <Translation of={translated} language={language} original={question.language} />
      )}
      {changes && (
        <p>
          <strong>{t("questions:changes")}</strong> {changes}
        </p>
      )}
    </div>
  );
}

type AboutProps = Pick<QuestionCardProps, "question" | "own" | "agenda"> &
  Required<Pick<QuestionCardProps, "sites" | "bare">>;

function About({ bare, ...props }: AboutProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const { question, sites } = props;
  const placeName = usePlaceName(sites);
  return (
    <>
      <span>{t(`question.kind.${question.kind}`)}</span>
      {question.siteId && sites[question.siteId] && (
        <span>{t("questions:place.from", { place: placeName(question.siteId) })}</span>
      )}
      {!bare && <ItemAndAsker {...props} />}
    </>
  );
}

function ItemAndAsker({ question, own, agenda }: Omit<AboutProps, "bare">) {
  const { t } = useTranslation(["live-session", "questions"]);
  const item = question.itemId ? agenda[question.itemId] : undefined;
  const named = own ? !question.nameHidden : question.author !== undefined;
  const asker = !named
    ? t("question.nameHidden")
    : own
      ? t("question.nameShown")
      : t("question.by", { name: question.author });
  return (
    <>
      <span>{item ? t("question.onItem", { position: item.position }) : t("agenda.general")}</span>
      <span>{question.onBehalf && !named ? t("questions:place.paper") : asker}</span>
      {question.nameHidden && question.author && <span>{t("moderation.hides")}</span>}
    </>
  );
}

function Owed({ question, today }: Pick<QuestionCardProps, "question" | "today">) {
  const { t } = useTranslation(["live-session", "questions"]);
  const language = useLanguage();
  const { answerOwner: owner, answerDueOn: dueOn } = question;
  if (!dueOn) return null;
  if (!owner) {
    return t(dueOn < today ? "questions:owed.nobodyLate" : "questions:owed.nobody", {
      date: formatDate(language, dueOn),
    });
  }
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
