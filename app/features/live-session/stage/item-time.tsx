import { useTranslation } from "react-i18next";
import { leftOf, untouched, type ItemTimer } from "#domain/live-session/stage/timer.ts";
import type { AgendaItemView, SessionView } from "#wire/live-session.ts";
import { currentItem } from "../session-lists.ts";
import { useClock } from "./server-clock.tsx";
import { useSpan } from "./use-span.ts";

/** The timer of an item, as it is before anybody touched it too. */
export function timerOf(view: SessionView, item: AgendaItemView): ItemTimer {
  return view.stage.timers[item.id] ?? untouched(item.minutes);
}

/** What is left of an item's time, or by how much it has run over, in words. */
export function TimeLeft({ timer }: { timer: ItemTimer }) {
  const { t } = useTranslation("stage");
  const span = useSpan();
  const now = useClock();
  if (now === undefined) return null;
  const left = leftOf(timer, now);
  const tone = left < 0 ? "item-time item-time-over" : "item-time";
  return (
    <span className={tone} role="timer">
      {t(left < 0 ? "timer.over" : "timer.left", { time: span(left) })}
      {timer.since === undefined && ` · ${t("timer.stands")}`}
    </span>
  );
}

/** The time of the present item, where somebody lets it run or stopped it on the way. */
export function PresentTime({ view }: { view: SessionView }) {
  const item = currentItem(view);
  const timer = item && view.stage.timers[item.id];
  if (!timer || view.assembly.phase !== "live") return null;
  if (timer.since === undefined && timer.used === 0) return null;
  return <TimeLeft timer={timer} />;
}
