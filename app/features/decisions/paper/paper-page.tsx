import { useTranslation } from "react-i18next";
import type { DecisionPage } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { PaperDesk, PaperElector } from "#wire/urns.ts";
import type { ActAnswer } from "#app/features/live-session/act-answer.ts";
import type { LoadedRoom } from "#app/features/live-session/load-session.server.ts";
import type { SessionPlace } from "#app/features/live-session/session-place.ts";
import { SessionShell } from "#app/features/live-session/session-shell.tsx";
import { useRoom } from "#app/features/live-session/use-room.ts";
import { usePolling } from "#app/features/membership/use-polling.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Section } from "#app/ui/page.tsx";
import { GivePaper } from "./give-paper.tsx";
import { PaperVote } from "./paper-vote.tsx";
import "#app/features/live-session/console.css";
import "../decisions.css";
import "./paper.css";

/** What the other reader has entered is looked at this often (ms). */
const LOOK_AGAIN = 4_000;

export type PaperPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  desk: PaperDesk;
  /** The votes in full, in the order of the desk's. */
  votes: DecisionPage[];
  query: string;
  electors: PaperElector[];
  answer: ActAnswer | undefined;
};

/** Paper beside the screens: slips handed out, read twice, and poured into the same urn. */
export function PaperPage(props: PaperPageProps) {
  const { session, places, desk, votes, query, electors, answer } = props;
  const { t } = useTranslation("urns");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  usePolling(true, LOOK_AGAIN);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <p className="muted console-intro">{t("paper.intro")}</p>
      {desk.urns.length === 0 ? (
        <EmptyState title={t("none.title")}>{t("none.paper")}</EmptyState>
      ) : (
        <div className="stack-wide">
          {(desk.may.give || desk.may.assist) && (
            <Section title={t("paper.give.title")}>
              <GivePaper desk={desk} query={query} electors={electors} />
            </Section>
          )}
          {desk.urns.map((urn) => (
            <PaperVote
              key={urn.decisionId}
              urn={urn}
              page={votes.find((vote) => vote.id === urn.decisionId)}
              mayEnter={desk.may.enter}
            />
          ))}
        </div>
      )}
    </SessionShell>
  );
}
