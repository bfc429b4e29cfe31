import { useLocation } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { NEWS_ROOM_NAME } from "#app/features/live-session/socket.ts";
import { useRoom } from "#app/features/live-session/use-room.ts";
import type { NewsView } from "#domain/notifications/news-room.ts";

/** Who only passes through a page opens no connection; a hall that reloads comes back spread. */
const AFTER_MS = 2_000;
const SPREAD_MS = 3_000;

/** How many news wait: as the page was loaded, and after a while as it is. */
export function UnreadCount({ unread }: { unread: number }) {
  const isLive = useIsLive();
  return (
    <span aria-live="polite">
      {isLive ? <LiveCount loaded={unread} /> : <Count unread={unread} />}
    </span>
  );
}

/** A session has rooms of its own, and thousands in them: there the count is that of the page. */
function useIsLive(): boolean {
  const { pathname } = useLocation();
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setAwake(true), AFTER_MS + Math.random() * SPREAD_MS);
    return () => clearTimeout(timer);
  }, []);
  return isAwake && !pathname.startsWith("/live-session/");
}

function LiveCount({ loaded }: { loaded: number }) {
  const initial = useMemo(() => ({ view: { unread: loaded } }), [loaded]);
  const { view } = useRoom<NewsView>(NEWS_ROOM_NAME, initial);
  return <Count unread={view.unread} />;
}

function Count({ unread }: NewsView) {
  const { t } = useTranslation();
  if (unread === 0) return null;
  return (
    <span className="visitor-count">
      <span aria-hidden="true">{unread > 99 ? "99+" : unread}</span>
      <span className="for-ears">{t("places.noticesCount", { count: unread })}</span>
    </span>
  );
}
