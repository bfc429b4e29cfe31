import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { UrnsForMinutes } from "#app/features/decisions/urns/urns-for-minutes.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { NoteAnswer, OweAnswer } from "./answer-forms.tsx";
import type { LoadedRoom } from "./load-session.server.ts";
import { QuestionCard } from "./question-card.tsx";
import { TranslateForm } from "./questions/translate-form.tsx";
import { decisionsInOrder, inState, queueInOrder } from "./session-lists.ts";
import type { SessionPlace } from "./session-place.ts";
import { SessionShell } from "./session-shell.tsx";
import { IncidentDesk } from "./stage/incident-desk.tsx";
import { NoticeDesk } from "./stage/notices.tsx";
import { useRoom } from "./use-room.ts";
import "./console.css";

type SecretaryPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  today: string;
  answer: ActAnswer | undefined;
};

/** The secretary's desk: the answer just given, those that are owed, those that did not suffice. */
export function SecretaryPage({ session, places, today, answer }: SecretaryPageProps) {
  const { t } = useTranslation("live-session");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const shared = { view, today };
  const owed = inState(view, "owed_written").sort((a, b) =>
    (a.answerDueOn ?? "").localeCompare(b.answerDueOn ?? ""),
  );
  const open = [...queueInOrder(view), ...inState(view, "published")];
  const contested = inState(view, "answered_oral").filter((question) => question.contested);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <p className="muted console-intro">{t("secretary.intro")}</p>
      <div className="console">
        <div className="console-main">
          <Questions
            {...shared}
            title={t("secretary.now")}
            empty={t("secretary.nothingAsked")}
            questions={inState(view, "asked")}
            acts={(question) => <Settle question={question} today={today} primary />}
          />
          <Questions
            {...shared}
            title={t("secretary.contested")}
            empty={t("secretary.contestedEmpty")}
            questions={contested}
            acts={(question) => <OweAnswer question={question} today={today} />}
          />
          <Questions
            {...shared}
            title={t("secretary.toSettle")}
            empty={t("secretary.toSettleEmpty")}
            questions={open}
            acts={(question) => <Settle question={question} today={today} />}
          />
        </div>
        <aside className="console-side">
          <Questions
            {...shared}
            title={t("secretary.owed")}
            empty={t("secretary.owedEmpty")}
            questions={owed}
            acts={(question) => (
              <>
                <NoteAnswer question={question} written />
                <OweAnswer question={question} today={today} />
                <TranslateForm question={question} />
              </>
            )}
          />
          <UrnsForMinutes decisions={decisionsInOrder(view)} />
          <p>
            <Link to={`/assembly/${view.assembly.slug}/minutes`}>{t("secretary.minutes")}</Link>
          </p>
          <div>
            <NoticeDesk view={view} />
            <IncidentDesk view={view} />
          </div>
        </aside>
      </div>
    </SessionShell>
  );
}

type SettleProps = { question: QuestionView; today: string; primary?: boolean };

/** Answered now, or owed: one of the two ends every question. */
function Settle({ question, today, primary = false }: SettleProps) {
  return (
    <>
      <NoteAnswer question={question} open={primary} />
      <OweAnswer question={question} today={today} />
    </>
  );
}

type QuestionsProps = {
  view: SessionView;
  today: string;
  title: string;
  empty: string;
  questions: QuestionView[];
  acts: (question: QuestionView) => ReactNode;
};

function Questions({ view, today, title, empty, questions, acts }: QuestionsProps) {
  return (
    <Section title={title}>
      {questions.length === 0 && <p className="muted">{empty}</p>}
      <ul className="console-list">
        {questions.map((question) => (
          <li key={question.id}>
            <QuestionCard
              question={question}
              agenda={view.agenda}
              sites={view.questioning.sites}
              today={today}
            >
              {acts(question)}
            </QuestionCard>
          </li>
        ))}
      </ul>
    </Section>
  );
}
