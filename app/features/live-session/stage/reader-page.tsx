import { useTranslation } from "react-i18next";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { LanguageTag } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ActAnswer } from "../act-answer.ts";
import { ActForm } from "../act-form.tsx";
import type { LoadedRoom } from "../load-session.server.ts";
import { askedQuestion } from "../session-lists.ts";
import type { SessionPlace } from "../session-place.ts";
import { SessionShell } from "../session-shell.tsx";
import { useAwake } from "../use-awake.ts";
import { useRoom } from "../use-room.ts";
import { HearStream } from "./hear-stream.tsx";
import { nextToRead, questionsToRead } from "./read-aloud.ts";
import "../console.css";
import "./stage.css";

type ReaderPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  answer: ActAnswer | undefined;
};

/** The desk of whoever lends a voice to those who are not in the room. */
export function ReaderPage({ session, places, answer }: ReaderPageProps) {
  const { t } = useTranslation("stage");
  const { view, refusal } = useRoom(session.room, session);
  useAwake();
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const next = nextToRead(view);
  const rest = questionsToRead(view).filter(({ id }) => id !== next?.id);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <div className="console-main">
        <HearStream view={view} />
        {next ? (
          <Next key={next.id} question={next} view={view} />
        ) : (
          <Notice title={t("reader.none")}>
            <p>{t("reader.noneWhy")}</p>
          </Notice>
        )}
        {rest.length > 0 && <Rest questions={rest} view={view} />}
      </div>
    </SessionShell>
  );
}

type OneQuestion = { question: QuestionView; view: SessionView };

function Next({ question, view }: OneQuestion) {
  const { t } = useTranslation(["stage", "live-session"]);
  const called = askedQuestion(view)?.id === question.id;
  return (
    <article className="reader-next stack" aria-labelledby="reader-next-heading">
      <h2 id="reader-next-heading" className="row">
        {t("live-session:question.number", { number: question.number })}
        <Tag tone={called ? "canopy" : "plain"}>{t(called ? "reader.now" : "reader.wait")}</Tag>
      </h2>
      <About question={question} view={view} />
      <blockquote className="reader-question" lang={question.language}>
        {question.text}
      </blockquote>
      <ActForm
        act="question.read-out"
        fields={{ assemblyId: view.assembly.id, questionId: question.id, on: "true" }}
        label={t("reader.done")}
        tone="primary"
      />
    </article>
  );
}

/** What is said before the question: who asks, from where, in which language. */
function About({ question, view }: OneQuestion) {
  const { t } = useTranslation(["stage", "live-session"]);
  const from = view.stage.aloud[question.id]?.from;
  const said = [
    question.author
      ? t("live-session:question.by", { name: question.author })
      : t("live-session:question.nameHidden"),
    from ? t("reader.from", { place: from }) : t("reader.online"),
  ];
  return (
    <p className="row">
      {said.join(" · ")} <LanguageTag language={question.language} />
    </p>
  );
}

function Rest({ questions, view }: { questions: QuestionView[]; view: SessionView }) {
  const { t } = useTranslation(["stage", "live-session"]);
  return (
    <Section title={t("reader.rest")}>
      <ol className="stage-rows">
        {questions.map((question) => (
          <li key={question.id} className="stage-entry">
            <p className="stage-entry-act">
              {t("live-session:question.number", { number: question.number })}
            </p>
            <About question={question} view={view} />
            <p lang={question.language}>{question.text}</p>
            {view.stage.aloud[question.id]?.readAt !== undefined && (
              <ActForm
                act="question.read-out"
                fields={{ assemblyId: view.assembly.id, questionId: question.id, on: "false" }}
                label={t("reader.undo")}
                about={t("live-session:question.number", { number: question.number })}
              />
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
