import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PeerRoomView } from "#wire/codev-session.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useIsCut } from "#app/features/live-session/use-is-cut.ts";
import { useServerNow } from "#app/features/live-session/use-room.ts";
import { ContractForm } from "./contract-form.tsx";
import { HelpLines, StoppedPanel } from "./help-panel.tsx";
import { Fold } from "./open-desk.tsx";
import { Meeting } from "./meeting.tsx";
import { OwnNote } from "./own-note.tsx";
import { StepNow } from "./step-now.tsx";
import { Subjects } from "./before-session.tsx";
import { CutNote } from "./cut-note.tsx";
import { type Device, type LoadedPage, PutProvider, useDevice } from "./use-device.ts";
import "./session.css";

export type LoadedSession = LoadedPage<PeerRoomView>;

/** A session for who is in the group: the step, its time, the contract, and one's own notes. */
export function ParticipantPage({ loaded }: { loaded: LoadedSession }) {
  const { t } = useTranslation("codev-session");
  const device = useDevice(loaded, "participant");
  const { view, mine } = device;
  const now = useServerNow(loaded.loadedAt);
  const { session, course } = view;
  const open = session.state === "open";
  return (
    <PutProvider value={device.put}>
      <Page
        kicker={
          <Link to={`/codev/cycles/${session.cycleId}`}>
            {t("desk.session", { position: session.position })}
          </Link>
        }
        title={open ? t(`part.${mine.part}`) : t("peer.title", { position: session.position })}
      >
        <div className="codev-peer stack-wide">
          <LiveBadge />
          <Waits device={device} />
          {open && <Meeting link={device.link} place={device.place} mode={session.mode} />}
          {course.phase === "stopped" && open && <StoppedPanel />}
          {open && (
            <StepNow
              course={course}
              minutes={session.minutes}
              now={now}
              contract={mine.contract}
              level={2}
            />
          )}
          {session.state === "planned" && <Ahead device={device} />}
          {!open && session.state !== "planned" && (
            <p className="page-lead">
              {t(`over.${session.state}`)} {t("over.peer")}
            </p>
          )}
          <Notes device={device} open={open} />
          <Fold title={t("help.heading")}>
            <HelpLines />
          </Fold>
          {device.keeps && <p className="small muted">{t("desk.keeps")}</p>}
        </div>
      </Page>
    </PutProvider>
  );
}

/** What was done here and has not left, or came to nothing. */
function Waits({ device }: { device: Device<PeerRoomView> }) {
  const cut = useIsCut();
  return (
    <>
      {cut && device.waiting > 0 && <CutNote count={device.waiting} />}
      {device.refusal && <RefusalNote refusal={device.refusal} />}
    </>
  );
}

/** Before it begins: when, where, whose turn, and what waits to be talked about. */
function Ahead({ device }: { device: Device<PeerRoomView> }) {
  const { t } = useTranslation("codev-session");
  const language = useLanguage();
  const { mine, link, place } = device;
  const { session } = device.view;
  return (
    <Section title={formatDateTime(language, session.startsAt)}>
      <Meeting link={link} place={place} mode={session.mode} />
      <p>
        {mine.part === "client"
          ? t("peer.yourTurn")
          : mine.clientName && t("before.turnOf", { name: mine.clientName })}
      </p>
      <Subjects mine={mine} />
    </Section>
  );
}

/** What each writes for themselves; the client writes the contract and the plan. */
function Notes({ device, open }: { device: Device<PeerRoomView>; open: boolean }) {
  const { t } = useTranslation("codev-session");
  const { view, mine, notes } = device;
  const { course } = view;
  const { id: sessionId } = view.session;
  const own = { sessionId, waits: device.waiting > 0 };
  if (mine.part === "facilitator") {
    return (
      <ButtonLink to={`/codev/sessions/${sessionId}/facilitate`}>{t("peer.facilitate")}</ButtonLink>
    );
  }
  const { contract } = mine;
  const asked = open && course.step !== "opening" && course.step !== "expose";
  return (
    <>
      {mine.part === "client" && asked && (
        <Fold title={t("contract.fold")} open={course.step === "contract"}>
          <ContractForm sessionId={sessionId} contract={contract} />
        </Fold>
      )}
      {(mine.plans || notes.plan) && <OwnNote {...own} about="plan" text={notes.plan ?? ""} />}
      <OwnNote {...own} about="notepad" text={notes.notepad ?? ""} rows={8} />
    </>
  );
}
