import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { Section } from "#app/ui/page.tsx";
import { ActForm } from "./act-form.tsx";
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

function Questions({
  view,
  today,
  questions,
}: ChairQueueProps & { questions: ReturnType<typeof queueInOrder> }) {
  const { t } = useTranslation("live-session");
  return (
    <ol className="console-list">
      {questions.map((question) => (
        <li key={question.id}>
          <QuestionCard question={question} agenda={view.agenda} today={today}>
            <ActForm
              act="question.ask"
              fields={{ questionId: question.id }}
              label={t("chair.askThis")}
              about={t("question.number", { number: question.number })}
            />
          </QuestionCard>
        </li>
      ))}
    </ol>
  );
}
