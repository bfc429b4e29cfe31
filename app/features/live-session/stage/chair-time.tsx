import { useTranslation } from "react-i18next";
import type { AgendaItemView, SessionView } from "#wire/live-session.ts";
import type { IncidentView } from "#wire/stage.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { ActForm } from "../act-form.tsx";
import { agendaInOrder, currentItem, nextItem } from "../session-lists.ts";
import { useWords } from "../use-words.ts";
import { TimeLeft, timerOf } from "./item-time.tsx";
import "./stage.css";

/** What the buttons add to an item's time (minutes). */
const STEPS = [1, 5] as const;

/** The present item and its time, in the chair's hand. */
export function ChairTime({ view }: { view: SessionView }) {
  const { t } = useTranslation(["stage", "live-session"]);
  const words = useWords();
  const item = currentItem(view);
  if (!item || view.assembly.phase !== "live") return null;
  const { id: assemblyId } = view.assembly;
  const next = nextItem(view);
  const timer = timerOf(view, item);
  const runs = timer.since !== undefined;
  return (
    <section className="chair-time" aria-labelledby="chair-time-heading">
      <p className="small muted">
        {t("live-session:agenda.station", {
          position: item.position,
          total: agendaInOrder(view).length,
        })}
        {" · "}
        {t(`live-session:agenda.purpose.${item.purpose}`)}
        {" · "}
        {t("timer.box", { count: Math.round(timer.allotted / 60) })}
      </p>
      <h2 id="chair-time-heading" className="chair-time-title">
        <Words of={item.title} />
      </h2>
      <p className="chair-time-left">
        <TimeLeft timer={timer} />
      </p>
      {!runs && hasResumed(view, item) && <p role="status">{t("timer.stood")}</p>}
      <div className="row chair-time-acts">
        <ActForm
          key={`run-${item.id}`}
          act="timer.run"
          fields={{ assemblyId, itemId: item.id, on: String(!runs) }}
          label={t(runs ? "timer.pause" : "timer.start")}
          about={t("timer.about")}
          disabled={!runs && view.stage.suspendedAt !== undefined}
        />
        {STEPS.map((minutes) => (
          <ActForm
            key={`${item.id}-${minutes}`}
            act="timer.allot"
            fields={{
              assemblyId,
              itemId: item.id,
              from: String(timer.allotted),
              to: String(timer.allotted + minutes * 60),
            }}
            label={t("timer.add", { count: minutes })}
            about={t("timer.about")}
          />
        ))}
        {next && (
          <ActForm
            key={`next-${next.id}`}
            act="agenda.go"
            fields={{ assemblyId, itemId: next.id, from: item.id }}
            label={t("timer.next")}
            about={words(next.title)}
            disabled={view.stage.suspendedAt !== undefined}
          />
        )}
      </div>
    </section>
  );
}

/** The session was suspended at this item and goes on. */
function hasResumed({ stage }: SessionView, item: AgendaItemView): boolean {
  const resumed = ({ act, itemId }: IncidentView) => act === "resume-session" && itemId === item.id;
  return stage.suspendedAt === undefined && Object.values(stage.incidents).some(resumed);
}
