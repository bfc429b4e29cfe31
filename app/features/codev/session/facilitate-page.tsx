import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stepAfter } from "#domain/codev/steps.ts";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useAwake } from "#app/features/live-session/use-awake.ts";
import { useIsCut } from "#app/features/live-session/use-is-cut.ts";
import { BeforeSession } from "./before-session.tsx";
import { CloseForm } from "./close-form.tsx";
import { Blank, CutNote } from "./cut-note.tsx";
import { DeskProvider } from "./desk.ts";
import { Meeting } from "./meeting.tsx";
import { OpenDesk } from "./open-desk.tsx";
import { PutProvider } from "./use-device.ts";
import { type LoadedDesk, useSessionDesk } from "./use-session-desk.ts";
import "./session.css";

/** The facilitators' screen: a phone on the table, in the hand of whoever leads or keeps time. */
export function FacilitatePage({ loaded }: { loaded: LoadedDesk }) {
  const { t } = useTranslation("codev-session");
  const { view, mine, notes, desk, waiting, refusal, ...device } = useSessionDesk(loaded);
  const cut = useIsCut();
  useAwake();
  const { id: sessionId, cycleId, state, position } = view.session;
  const over = state === "closed" || state === "postponed" || state === "cancelled";
  return (
    <PutProvider value={device.put}>
      <DeskProvider value={desk}>
        <div className="desk">
          <header className="desk-head">
            <Link to={`/codev/cycles/${cycleId}`}>{t("desk.session", { position })}</Link>
            <span className="small">{t(`seat.${mine.seat ?? "lead"}`)}</span>
            <LiveBadge />
          </header>
          <main id="main" className="stack">
            {cut && <CutNote count={waiting} />}
            {refusal && <RefusalNote refusal={refusal} />}
            {over ? (
              <Over cycleId={cycleId} state={state} waits={waiting > 0} />
            ) : device.blank ? (
              <Blank />
            ) : desk.course.phase === "planned" ? (
              <>
                <BeforeOpening mine={mine} sessionId={sessionId} />
                <Meeting link={device.link} place={device.place} mode={view.session.mode} />
              </>
            ) : (
              <>
                <OpenDesk mine={mine} notes={notes["pair-notes"] ?? ""} waits={waiting > 0} />
                <details className="desk-fold" open={!stepAfter(desk.course.step)}>
                  <summary>{t("close.heading")}</summary>
                  <CloseForm sessionId={sessionId} />
                </details>
              </>
            )}
            {device.keeps && !cut && <p className="small muted">{t("desk.keeps")}</p>}
          </main>
        </div>
      </DeskProvider>
    </PutProvider>
  );
}

function BeforeOpening({ mine, sessionId }: { mine: LoadedDesk["mine"]; sessionId: string }) {
  const { t } = useTranslation("codev-session");
  return (
    <>
      <h1 className="desk-title">{t("before.heading")}</h1>
      <BeforeSession mine={mine} />
      <p>
        <Link to={`/codev/sessions/${sessionId}/screen`}>{t("desk.screen")}</Link> ·{" "}
        <Link to="/codev/practice">{t("desk.practice")}</Link>
      </p>
    </>
  );
}

type OverProps = { cycleId: string; state: string; waits: boolean };

function Over({ cycleId, state, waits }: OverProps) {
  const { t } = useTranslation("codev-session");
  return (
    <>
      <h1 className="desk-title">{t(`over.${state}`)}</h1>
      <p>{t(waits ? "close.waits" : "over.desk")}</p>
      <p>
        <Link to={`/codev/cycles/${cycleId}`}>{t("over.cycle")}</Link>
      </p>
    </>
  );
}
