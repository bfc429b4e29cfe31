import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Words } from "#app/ui/language-tag.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { ProgrammeSite, SessionCard } from "#wire/programme.ts";
import { KindTag } from "./kind-tag.tsx";
import { PlaceAct } from "./place-act.tsx";
import { Hours, placeOf, PlacesLeft, SpokenIn } from "./session-facts.tsx";
import "./programme.css";

/** A session in a list: what, when, where, in which language, and one's place. */
export function SessionLine({
  session,
  site,
  slug,
  signedIn,
  now,
  children,
}: {
  session: SessionCard;
  site: ProgrammeSite;
  slug: string;
  signedIn: boolean;
  /** ms; as the server said when it answered. */
  now: number;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation("programme");
  const over = session.endsAt <= now;
  return (
    <li className={session.cancelled ? "session session-cancelled" : "session"}>
      <p className="session-hours">
        <Hours of={session} />
      </p>
      <div className="session-words">
        <div className="row">
          <KindTag kind={session.kind} />
          <SpokenIn languages={session.languages} />
          {session.cancelled && (
            <Tag tone="clay" shape="square">
              {t("cancelled")}
            </Tag>
          )}
          {session.noted && <Tag tone="plain">{t("noted")}</Tag>}
          {session.replay && <Tag tone="plain">{t("replay")}</Tag>}
        </div>
        <h3 className="session-title">
          <Link to={`/assembly/${slug}/programme/sessions/${session.id}`}>
            <Words of={session.title} tagged />
          </Link>
        </h3>
        <p className="muted small">
          {placeOf(session, site)}
          {!session.cancelled && !over && (
            <>
              {" · "}
              <PlacesLeft session={session} />
            </>
          )}
        </p>
        {children}
        <PlaceAct session={session} signedIn={signedIn} over={over} />
      </div>
    </li>
  );
}
