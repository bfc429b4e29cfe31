import { useTranslation } from "react-i18next";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { TextArea } from "#app/ui/field.tsx";
import { Section } from "#app/ui/page.tsx";
import { ActForm } from "./act-form.tsx";
import { Fold } from "./fold.tsx";
import { QuestionCard } from "./question-card.tsx";
import { inState, queueInOrder } from "./session-lists.ts";

type ChairQueueProps = { view: SessionView; today: string };

/** The queue as moderators made it, and the published questions the chair may take instead. */
export function ChairQueue({ view, today }: ChairQueueProps) {
  const { t } = useTranslation("live-session");
  const queue = queueInOrder(view);
  const others = inState(view, "published").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return (
    <>
      <Section title={t("queue.heading")}>
        {queue.length === 0 && <p className="muted">{t("queue.empty")}</p>}
        <Questions view={view} today={today} questions={queue} />
      </Section>
      {others.length > 0 && (
        <details>
          <summary className="console-fold">
            {t("moderation.published")} ({others.length})
          </summary>
          <Questions view={view} today={today} questions={others} />
        </details>
      )}
    </>
  );
}

function Questions({ view, today, questions }: ChairQueueProps & { questions: QuestionView[] }) {
  return (
    <ol className="console-list">
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionCard
            question={question}
            agenda={view.agenda}
            sites={view.questioning.sites}
            today={today}
          >
            <AskThis question={question} view={view} />
          </QuestionCard>
        </li>
      ))}
    </ol>
  );
}

/** Asks a question; before those whose turn it is only with a reason that everybody reads. */
function AskThis({ question, view }: { question: QuestionView; view: SessionView }) {
  const { t } = useTranslation(["live-session", "questions"]);
  const [next] = queueInOrder(view);
  const overtakes =
    view.questioning.mode !== "simple" &&
    question.kind !== "statutory" &&
    next !== undefined &&
    next.id !== question.id;
  const act = { act: "question.ask", fields: { questionId: question.id } } as const;
  const about = t("question.number", { number: question.number });
  if (!overtakes) return <ActForm {...act} label={t("chair.askThis")} about={about} />;
  return (
    <Fold label={t("questions:chair.askBefore")}>
      <ActForm {...act} label={t("chair.askThis")} about={about}>
        <TextArea
          name="reason"
          label={t("questions:chair.reason")}
          help={t("questions:chair.reasonHelp")}
          minLength={2}
          maxLength={300}
          rows={2}
        />
      </ActForm>
    </Fold>
  );
}
