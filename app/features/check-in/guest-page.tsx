import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import { AgendaSpine } from "#app/features/live-session/agenda-spine.tsx";
import { NowPanel } from "#app/features/live-session/now-panel.tsx";
import { PublishedResults } from "#app/features/live-session/published-results.tsx";
import { closedVotes } from "#app/features/live-session/session-lists.ts";
import { FollowPanel } from "#app/features/live-session/stage/follow-panel.tsx";
import { Notices } from "#app/features/live-session/stage/notices.tsx";
import { StreamLinks } from "#app/features/live-session/stage/stream-links.tsx";
import { usePolling } from "#app/features/membership/use-polling.ts";
import { Words } from "#app/ui/language-tag.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";

/** Guests have no socket: their page asks again, and the server makes one view for all of them (ms). */
const LOOK_AGAIN = 5_000;

type GuestPageProps = { view: SessionView; today: string };

/** The session as the public sees it: it reads, asks nothing and counts in no roll. */
export function GuestPage({ view, today }: GuestPageProps) {
  const { t } = useTranslation(["check-in", "live-session"]);
  const { slug, title, phase } = view.assembly;
  usePolling(phase !== "closed", LOOK_AGAIN);
  return (
    <Page
      title={<Words of={title} />}
      kicker={t(`live-session:phase.${phase}`)}
      lead={<p>{t("check-in:guest.banner")}</p>}
      actions={
        <Link to={`/sign-in?to=${encodeURIComponent(`/live-session/${slug}`)}`}>
          {t("check-in:guest.signIn")}
        </Link>
      }
    >
      {phase !== "live" && (
        <Notice>
          <p>{t(`live-session:waitingRoom.${phase}`)}</p>
        </Notice>
      )}
      <Notices view={view} />
      <FollowPanel view={view} />
      {phase === "live" && <NowPanel view={view} today={today} />}
      <PublishedResults title={t("live-session:vote.results")} decisions={closedVotes(view)} />
      <Section title={t("live-session:agenda.heading")}>
        <AgendaSpine view={view} />
      </Section>
      <StreamLinks view={view} />
      <p className="small muted">{t("check-in:guest.watching")}</p>
      <noscript>
        <meta httpEquiv="refresh" content="15" />
      </noscript>
    </Page>
  );
}
