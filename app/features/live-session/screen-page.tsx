import { Link } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { PosterView } from "#wire/check-in.ts";
import type { SessionView } from "#wire/live-session.ts";
import { usePoster } from "#app/features/check-in/use-room-code.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { FloorStrip } from "./floor/floor-strip.tsx";
import { LiveBadge } from "./live-badge.tsx";
import type { LoadedRoom } from "./load-session.server.ts";
import { screenScene, type Scene } from "./screen-scene.ts";
import { SceneOnScreen } from "./screen-scenes.tsx";
import { agendaInOrder, currentItem } from "./session-lists.ts";
import { PresentTime } from "./stage/item-time.tsx";
import { NoticeOnScreen } from "./stage/screen-told.tsx";
import { ServerClock } from "./stage/server-clock.tsx";
import { useAwake } from "./use-awake.ts";
import { useLiveStatus, useRoom } from "./use-room.ts";
import "./screen.css";

/** A screen that was turned away tries the whole page again after this (ms). */
const RELOAD_AFTER = 10_000;
/** Without JavaScript the page is loaded again this often (s). */
const REFRESH = 5;

export type ScreenTheme = "light" | "dark";

type ScreenPageProps = {
  session: LoadedRoom<SessionView>;
  theme: ScreenTheme;
  /** Where people go with their phone, as long as the short address is not known. */
  host: string;
  /** The way in of this screen's site, as the page was loaded. */
  poster?: PosterView;
  /** The site in which it hangs; the main one where nobody said. */
  site?: string | undefined;
  loadedAt: number;
};

/** The room's screen. It needs no hands: it shows what the room is at, and comes back by itself. */
export function ScreenPage({ session, theme, site, loadedAt, ...page }: ScreenPageProps) {
  const { view, refusal } = useRoom(session.room, session);
  const live = useLiveStatus();
  const turnedAway = refusal ?? live.refusal;
  const scene = screenScene(view);
  const poster = usePoster(view.assembly.slug, site, page.poster);
  const wayIn = { host: poster?.address ?? page.host, ...(poster ? { poster } : {}) };
  useAwake();
  useEffect(() => {
    if (!turnedAway) return;
    const timer = setTimeout(() => location.reload(), RELOAD_AFTER);
    return () => clearTimeout(timer);
  }, [turnedAway]);

  return (
    <div className="screen" data-theme={theme}>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH)} />
      </noscript>
      <ServerClock loadedAt={loadedAt}>
        <ScreenHead view={view} scene={scene} />
      </ServerClock>
      <main className="screen-scene">
        <SceneOnScreen scene={scene} view={view} wayIn={wayIn} />
      </main>
      <div>
        <NoticeOnScreen view={view} />
        <ScreenFoot view={view} theme={theme} site={site} />
      </div>
    </div>
  );
}

/** Where the room is; a station that fills the screen need not be named twice. */
function ScreenHead({ view, scene }: { view: SessionView; scene: Scene }) {
  const { t } = useTranslation("live-session");
  const item = view.assembly.phase === "live" ? currentItem(view) : undefined;
  const total = agendaInOrder(view).length;
  return (
    <header className="screen-head">
      <Mark />
      <h1 className="screen-assembly">
        <Words of={view.assembly.title} />
      </h1>
      {item && (
        <p className="screen-place">
          {t("agenda.station", { position: item.position, total })}
          {scene.scene !== "station" && (
            <>
              {" · "}
              <Words of={item.title} />
            </>
          )}
        </p>
      )}
      <span className="screen-time">
        <PresentTime view={view} />
      </span>
    </header>
  );
}

type ScreenFootProps = Pick<ScreenPageProps, "theme" | "site"> & { view: SessionView };

function ScreenFoot({ view, theme, site }: ScreenFootProps) {
  const { t } = useTranslation("live-session");
  const other: ScreenTheme = theme === "dark" ? "light" : "dark";
  return (
    <footer className="screen-foot">
      {view.assembly.phase === "live" && view.roll.persons > 0 && (
        <p>
          {t("screen.present", { count: view.present.persons })}{" "}
          <span className="muted">{t("presence.ofRoll", { total: view.roll.persons })}</span>
        </p>
      )}
      <FloorStrip floor={view.floor} />
      <LiveBadge quiet />
      <Link to={`?theme=${other}${site ? `&site=${site}` : ""}`} replace className="screen-theme">
        {t(other === "dark" ? "screen.night" : "screen.day")}
      </Link>
    </footer>
  );
}
