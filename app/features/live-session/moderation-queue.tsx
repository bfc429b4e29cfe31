import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { Section } from "#app/ui/page.tsx";
import { ActForm } from "./act-form.tsx";
import { isDrawn } from "./questions/is-drawn.ts";
import { WhyNext } from "./questions/why-next.tsx";
import { askedQuestion, queueInOrder } from "./session-lists.ts";

/** The oral queue, ordered with buttons: no dragging is needed. */
export function ModerationQueue({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const queue = queueInOrder(view);
  const asked = askedQuestion(view);
  return (
    <Section title={t("moderation.queue")}>
      {asked && (
        <p className="small">
          <strong>{t("question.state.asked")}</strong> ·{" "}
          {t("question.number", { number: asked.number })}
        </p>
      )}
      {queue.length === 0 && <p className="muted">{t("queue.empty")}</p>}
      <ol className="order-list">
        {queue.map(({ id, number, text, language, why }, index) => (
          <li key={id} className="order-entry">
            <p>
              <strong>{t("question.number", { number })}</strong>{" "}
              <span lang={language}>{text}</span>
            </p>
            {why && <WhyNext why={why} sites={view.questioning.sites} />}
            <div className="row">
              <ActForm
                act="question.move"
                fields={{ questionId: id, direction: "up" }}
                label={<span aria-hidden="true">↑</span>}
                about={t("moderation.upLabel", { number })}
                disabled={index === 0 || isDrawn(why) || isDrawn(queue[index - 1]?.why)}
              />
              <ActForm
                act="question.move"
                fields={{ questionId: id, direction: "down" }}
                label={<span aria-hidden="true">↓</span>}
                about={t("moderation.downLabel", { number })}
                disabled={
                  index === queue.length - 1 || isDrawn(why) || isDrawn(queue[index + 1]?.why)
                }
              />
              <ActForm
                act="question.queue"
                fields={{ questionId: id, on: "false" }}
                label={t("moderation.queueRemove")}
                about={t("question.number", { number })}
              />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
