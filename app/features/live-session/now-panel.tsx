import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import "./now-panel.css";
import { QuestionCard } from "./question-card.tsx";
import { agendaInOrder, askedQuestion, currentItem } from "./session-lists.ts";
import { PresentTime } from "./stage/item-time.tsx";
import { Words } from "#app/ui/language-tag.tsx";

/** Where the room is at this moment: the station of the agenda and the question in the air. */
export function NowPanel({ view, today }: { view: SessionView; today: string }) {
  const { t } = useTranslation("live-session");
  const item = currentItem(view);
  const asked = askedQuestion(view);
  const total = agendaInOrder(view).length;
  return (
    <section className="now" aria-labelledby="now-heading">
      <p className="now-place">
        {item ? t("agenda.station", { position: item.position, total }) : t("agenda.now")}
        {item && (
          <span className={`now-purpose now-purpose-${item.purpose}`}>
            {t(`agenda.purpose.${item.purpose}`)}
          </span>
        )}
        <PresentTime view={view} />
      </p>
      <h2 id="now-heading" className="now-title">
        {item ? <Words of={item.title} /> : t("agenda.notStarted")}
      </h2>
      {item && (
        <>
          {asked ? (
            <>
              <h3 className="now-asked">{t("question.asked")}</h3>
              <QuestionCard idPrefix="now" question={asked} agenda={view.agenda} today={today} />
            </>
          ) : (
            <p className="now-quiet">{t("question.noneAsked")}</p>
          )}
        </>
      )}
    </section>
  );
}
