import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { MemberFold } from "./member-fold.tsx";
import { WhyNext } from "./questions/why-next.tsx";
import { queueInOrder } from "./session-lists.ts";

/** Shown in full length on a phone; the rest is a number. */
const SHOWN = 5;

/** The next questions to be asked aloud. */
export function QueueList({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const queue = queueInOrder(view);
  const rest = queue.length - SHOWN;
  return (
    <MemberFold
      id="queue"
      title={t("queue.heading")}
      standing={t("list.count", { count: queue.length })}
      open={queue.length > 0}
    >
      {queue.length === 0 ? (
        <p className="muted">{t("queue.empty")}</p>
      ) : (
        <ol className="queue-list">
          {queue.slice(0, SHOWN).map((question) => (
            <li key={question.id}>
              <a className="queue-question" href={`#question-${question.id}`}>
                <span className="queue-number">
                  {t("question.number", { number: question.number })}
                </span>
                <span lang={question.language}>{question.text}</span>
              </a>
              {question.why && <WhyNext why={question.why} sites={view.questioning.sites} />}
            </li>
          ))}
        </ol>
      )}
      {rest > 0 && <p>{t("queue.more", { count: rest })}</p>}
    </MemberFold>
  );
}
