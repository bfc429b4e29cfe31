import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useAwake } from "#app/features/live-session/use-awake.ts";
import { useLiveStatus, useRoom, useServerNow } from "#app/features/live-session/use-room.ts";
import type { LoadedSession } from "./participant-page.tsx";
import { StoppedPanel } from "./help-panel.tsx";
import { StepNow } from "./step-now.tsx";
import { roomOf } from "./use-device.ts";
import "./session.css";

/** A screen that was turned away tries the whole page again after this (ms). */
const RELOAD_AFTER = 10_000;
/** Without JavaScript the page is loaded again this often (s). */
const REFRESH = 10;

/** The shared screen, for a table where nobody holds a device: step, time and contract. */
export function SharedScreen({ loaded }: { loaded: LoadedSession }) {
  const { t } = useTranslation("codev-session");
  const { id } = loaded.view.session;
  const { view, refusal } = useRoom(roomOf(id, "screen"), loaded);
  const { view: mine } = useRoom(roomOf(id, "mine"), { view: loaded.mine });
  const live = useLiveStatus();
  const now = useServerNow(loaded.loadedAt);
  const turnedAway = refusal ?? live.refusal;
  useAwake();
  useEffect(() => {
    if (!turnedAway) return;
    const timer = setTimeout(() => location.reload(), RELOAD_AFTER);
    return () => clearTimeout(timer);
  }, [turnedAway]);
  const { session, course } = view;
  return (
    <main className="codev-screen" data-step={course.step}>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH)} />
      </noscript>
      {session.state !== "open" ? (
        <h1 className="step-now-verb">
          {t(session.state === "planned" ? "screen.soon" : `over.${session.state}`)}
        </h1>
      ) : course.phase === "stopped" ? (
        <>
          <h1 className="for-ears">{t("stopped.heading")}</h1>
          <StoppedPanel />
        </>
      ) : (
        <StepNow course={course} minutes={session.minutes} now={now} contract={mine.contract} />
      )}
      <LiveBadge quiet />
    </main>
  );
}
