import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CodevSessionPage, MyCodevView, PeerRoomView } from "#wire/codev-session.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { LiveBadge } from "#app/features/live-session/live-badge.tsx";
import { useRoom, useServerNow } from "#app/features/live-session/use-room.ts";
import { ContractForm } from "./contract-form.tsx";
import { HelpLines, StoppedPanel } from "./help-panel.tsx";
import { Fold } from "./open-desk.tsx";
import { Meeting } from "./meeting.tsx";
import { OwnNote } from "./own-note.tsx";
import { StepNow } from "./step-now.tsx";
import { Subjects } from "./before-session.tsx";
import { roomOf } from "./use-session-desk.ts";
import "./session.css";

export type LoadedSession = CodevSessionPage<PeerRoomView> & { loadedAt: number };

/** A session for who is in the group: the step, its time, the contract, and one's own notes. */
export function ParticipantPage({ loaded }: { loaded: LoadedSession }) {
  const { t } = useTranslation("codev-session");
  const { id } = loaded.view.session;
  const { view } = useRoom(roomOf(id, "participant"), loaded);
  const { view: mine } = useRoom(roomOf(id, "mine"), { view: loaded.mine });
  const now = useServerNow(loaded.loadedAt);
  const { session, course } = view;
  const open = session.state === "open";
  return (
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
        {open && <Meeting {...loaded} mode={session.mode} />}
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
        {session.state === "planned" && <Ahead loaded={loaded} mine={mine} />}
        {!open && session.state !== "planned" && (
          <p className="page-lead">
            {t(`over.${session.state}`)} {t("over.peer")}
          </p>
        )}
        <Notes loaded={loaded} course={course} mine={mine} open={open} />
        <Fold title={t("help.heading")}>
          <HelpLines />
        </Fold>
      </div>
    </Page>
  );
}

/** Before it begins: when, where, whose turn, and what waits to be talked about. */
function Ahead({ loaded, mine }: { loaded: LoadedSession; mine: MyCodevView }) {
  const { t } = useTranslation("codev-session");
  const language = useLanguage();
  const { session } = loaded.view;
  return (
    <Section title={formatDateTime(language, session.startsAt)}>
      <Meeting {...loaded} mode={session.mode} />
      <p>
        {mine.part === "client"
          ? t("peer.yourTurn")
          : mine.clientName && t("before.turnOf", { name: mine.clientName })}
      </p>
      <Subjects mine={mine} />
    </Section>
  );
}

type NotesProps = {
  loaded: LoadedSession;
  course: PeerRoomView["course"];
  mine: MyCodevView;
  open: boolean;
};

/** What each writes for themselves; the client writes the contract and the plan. */
function Notes({ loaded, course, mine, open }: NotesProps) {
  const { t } = useTranslation("codev-session");
  const { id: sessionId } = loaded.view.session;
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
      {(mine.plans || loaded.notes.plan) && (
        <OwnNote sessionId={sessionId} about="plan" text={loaded.notes.plan ?? ""} />
      )}
      <OwnNote sessionId={sessionId} about="notepad" text={loaded.notes.notepad ?? ""} rows={8} />
    </>
  );
}
