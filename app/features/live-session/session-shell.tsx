import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#domain/kernel/result.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { RefusalNote } from "#app/ui/refusal-note.tsx";
import { Tag, type TagTone } from "#app/ui/tag.tsx";
import { LiveBadge } from "./live-badge.tsx";
import { SessionAnnouncer } from "./session-announcer.tsx";
import type { SessionPlace } from "./session-place.ts";
import { SessionPlaces } from "./session-places.tsx";
import { useLiveStatus } from "./use-room.ts";
import "./session-shell.css";

const PHASE_TONES: Record<SessionView["assembly"]["phase"], TagTone> = {
  prepared: "plain",
  convened: "ochre",
  live: "canopy",
  closed: "plain",
};

/** Urns and paper are of use where a vote is secret. */
function placesFor({ decisions }: SessionView, places: SessionPlace[]): SessionPlace[] {
  const secret = Object.values(decisions).some(({ ballotKind }) => ballotKind === "secret");
  return secret ? places : places.filter((place) => place !== "urns" && place !== "paper");
}

type SessionShellProps = {
  view: SessionView;
  /** The views of the session that are open to this person. */
  places: SessionPlace[];
  /** Why the room closed, or why the last plain form did not act. */
  refusal: Refusal | undefined;
  children: ReactNode;
};

/** What every view of a session has around it: where one is, whether it is live, what was said. */
export function SessionShell({ view, places, refusal, children }: SessionShellProps) {
  const { t } = useTranslation(["live-session", "stage"]);
  const live = useLiveStatus();
  const { assembly } = view;
  const shown = refusal ?? live.refusal;
  const useful = placesFor(view, places);
  return (
    <div className="session">
      <header className="session-head">
        <div className="session-signs">
          {view.stage.suspendedAt === undefined ? (
            <Tag tone={PHASE_TONES[assembly.phase]}>{t(`phase.${assembly.phase}`)}</Tag>
          ) : (
            <Tag tone="ochre">{t("stage:suspended.sessionTag")}</Tag>
          )}
          <LiveBadge />
        </div>
        <h1 className="session-title">
          <Words of={assembly.title} />
        </h1>
        {useful.length > 1 && <SessionPlaces slug={assembly.slug} places={useful} />}
        <noscript>
          <p className="session-refresh">
            {t("refreshNote")} <Link to="">{t("refresh")}</Link>
          </p>
        </noscript>
      </header>
      {shown && (
        <div className="session-refusal">
          <RefusalNote refusal={shown} />
        </div>
      )}
      <SessionAnnouncer view={view} />
      {children}
    </div>
  );
}
