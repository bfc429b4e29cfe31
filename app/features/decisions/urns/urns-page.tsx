import { useTranslation } from "react-i18next";
import type { SessionView } from "#wire/live-session.ts";
import type { CeremonyView } from "#wire/urns.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import type { LoadedRoom } from "#app/features/live-session/load-session.server.ts";
import type { SessionPlace } from "#app/features/live-session/session-place.ts";
import { SessionShell } from "#app/features/live-session/session-shell.tsx";
import { useRoom } from "#app/features/live-session/use-room.ts";
import { usePolling } from "#app/features/membership/use-polling.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { KeeperDesk } from "./keeper-desk.tsx";
import { KeepersList } from "./keepers-list.tsx";
import { LotsToDraw } from "./lots-to-draw.tsx";
import { RestartCeremony } from "./restart-ceremony.tsx";
import { RestartCredentials } from "./restart-credentials.tsx";
import { UrnEntry } from "./urn-entry.tsx";
import "#app/features/live-session/console.css";
import "./urns.css";

/** Other keepers and the process that opens are looked at this often (ms). */
const LOOK_AGAIN = 2_000;

type UrnsPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  ceremony: CeremonyView;
  answer: ActAnswer | undefined;
};

/** Where scrutineers share the keys of the urns, open them, and put their name to the count. */
export function UrnsPage({ session, places, ceremony, answer }: UrnsPageProps) {
  const { t } = useTranslation("urns");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  usePolling(true, LOOK_AGAIN);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <p className="muted console-intro not-printed">{t("intro")}</p>
      <div className="not-printed">
        <LotsToDraw lots={ceremony.lots} />
      </div>
      {ceremony.urns.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.body")}</EmptyState>
      ) : (
        <div className="console">
          <div className="console-main">
            {ceremony.may.keep && <KeeperDesk view={ceremony} />}
            <div className="not-printed">
              <Section title={t("urns")}>
                <ul className="console-list">
                  {ceremony.urns.map((urn) => (
                    <li key={urn.decisionId} className="console-entry">
                      <UrnEntry urn={urn} view={ceremony} />
                    </li>
                  ))}
                </ul>
              </Section>
            </div>
          </div>
          <aside className="console-side not-printed">
            <KeepersList view={ceremony} />
            {ceremony.may.restart && ceremony.restartable && <RestartCeremony view={ceremony} />}
            {ceremony.may.restart && <RestartCredentials view={ceremony} />}
            <Section title={t("how.title")}>
              <HowItWorks />
            </Section>
          </aside>
        </div>
      )}
    </SessionShell>
  );
}

function HowItWorks() {
  const { t } = useTranslation("urns");
  return (
    <ol className="urn-how small">
      <li>{t("how.share")}</li>
      <li>{t("how.vote")}</li>
      <li>{t("how.open")}</li>
      <li>{t("how.attest")}</li>
    </ol>
  );
}
