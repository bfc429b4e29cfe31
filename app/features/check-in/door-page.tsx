import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import type { DoorPageView, SiteEntry } from "#wire/check-in.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import type { LoadedRoom } from "#app/features/live-session/load-session.server.ts";
import type { SessionPlace } from "#app/features/live-session/session-place.ts";
import { SessionShell } from "#app/features/live-session/session-shell.tsx";
import { useRoom } from "#app/features/live-session/use-room.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { DoorAtSite } from "./door-at-site.tsx";
import { RoomDigits } from "./poster.tsx";
import { useSiteName } from "./site-name.ts";
import { usePoster } from "./use-room-code.ts";
import "#app/features/live-session/console.css";
import "./check-in.css";
import "./door.css";

type DoorPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  door: DoorPageView;
  query: string;
  answer: ActAnswer | undefined;
};

/** A door: who comes and who goes, by name, by list, by camera or by hand scanner. */
export function DoorPage({ session, places, door, query, answer }: DoorPageProps) {
  const { t } = useTranslation("check-in");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const site = door.sites.find(({ id }) => id === door.chosen);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <p className="muted console-intro">{t("door.intro")}</p>
      {site ? (
        <>
          <Sites door={door} site={site} />
          <DoorFacts door={door} site={site} view={view} />
          <DoorAtSite key={site.id} door={door} site={site} query={query} />
        </>
      ) : (
        <EmptyState title={t("door.none.title")}>{t("door.none.text")}</EmptyState>
      )}
    </SessionShell>
  );
}

function Sites({ door, site }: { door: DoorPageView; site: SiteEntry }) {
  const { t } = useTranslation("check-in");
  const siteName = useSiteName();
  const title = <h2 className="door-title">{siteName(site)}</h2>;
  if (door.sites.length < 2) return title;
  return (
    <>
      <nav aria-label={t("door.site")}>
        <ul className="session-places">
          {door.sites.map((one) => (
            <li key={one.id}>
              <Link
                to={`?site=${one.slug}`}
                className="session-place"
                aria-current={one.id === site.id ? "page" : undefined}
              >
                {siteName(one)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {title}
    </>
  );
}

/** How many are in this room, and the digits for those who see no screen. */
function DoorFacts({
  door,
  site,
  view,
}: {
  door: DoorPageView;
  site: SiteEntry;
  view: SessionView;
}) {
  const { t } = useTranslation("check-in");
  const here = view.presence[site.id];
  const poster = usePoster(door.assembly.slug, site.slug);
  const room = poster ? poster.room : door.room;
  return (
    <div className="door-facts">
      {here && <p className="door-count">{t("door.inRoom", { count: here.persons })}</p>}
      {room ? (
        <p>
          {t("door.code")} <RoomDigits room={room} />{" "}
          <span className="muted small">{t("door.codeFor")}</span>
        </p>
      ) : (
        <Notice tone="wait">
          <p>{t("door.closed")}</p>
        </Notice>
      )}
    </div>
  );
}
