import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { SessionView } from "#wire/live-session.ts";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { ActForm } from "./act-form.tsx";
import { AgendaSpine } from "./agenda-spine.tsx";
import { ChairNextAct } from "./chair-next-act.tsx";
import { ChairQueue } from "./chair-queue.tsx";
import { ChairFloor } from "./floor/chair-floor.tsx";
import { ChairPolls } from "./polls/chair-polls.tsx";
import { ReactionsSwitch } from "./polls/reactions-panel.tsx";
import { ChairVotes } from "./chair-votes.tsx";
import type { LoadedRoom } from "./load-session.server.ts";
import { ModerationCounts } from "./moderation-counts.tsx";
import { PresenceCount } from "./presence-panel.tsx";
import { ChairRound } from "./questions/chair-round.tsx";
import { QuorumPanel } from "./quorum-panel.tsx";
import type { SessionPlace } from "./session-place.ts";
import { SessionShell } from "./session-shell.tsx";
import { ChairScreens } from "./stage/chair-screens.tsx";
import { ChairTime } from "./stage/chair-time.tsx";
import { IncidentDesk } from "./stage/incident-desk.tsx";
import { NoticeDesk } from "./stage/notices.tsx";
import { ServerClock } from "./stage/server-clock.tsx";
import { StageJumps } from "./stage/stage-jumps.tsx";
import { StreamDesk } from "./stage/stream-desk.tsx";
import { useRoom } from "./use-room.ts";
import { useWords } from "./use-words.ts";
import "./console.css";

type ChairPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  today: string;
  loadedAt: number;
  answer: ActAnswer | undefined;
};

/** The chair's desk: one act that comes next, and everything else within reach. */
export function ChairPage({ loadedAt, ...desk }: ChairPageProps) {
  return (
    <ServerClock loadedAt={loadedAt}>
      <ChairDesk {...desk} />
    </ServerClock>
  );
}

function ChairDesk({ session, places, today, answer }: Omit<ChairPageProps, "loadedAt">) {
  const { t } = useTranslation("live-session");
  const words = useWords();
  const { view, refusal } = useRoom(session.room, session);
  const { id: assemblyId, phase, currentItemId: from } = view.assembly;
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const needsReason = answer && !answer.ok && posted?.code === "unverified-profile";
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <div className="console">
        <div className="console-main">
          <ChairTime view={view} />
          <ChairNextAct
            view={view}
            today={today}
            reasonAskedFor={needsReason ? answer.fields["decisionId"] : undefined}
          />
          <StageJumps view={view} />
          <ChairVotes
            view={view}
            reasonAskedFor={needsReason ? answer.fields["decisionId"] : undefined}
          />
          {phase !== "closed" && <ChairRound view={view} />}
          <ChairQueue view={view} today={today} />
          <ChairFloor view={view} />
          <ChairPolls view={view} />
          <ReactionsSwitch view={view} />
        </div>
        <aside className="console-side">
          <Section title={t("presence.heading")}>
            <PresenceCount view={view} />
          </Section>
          {!isApart(assemblyId) && <QuorumPanel view={view} />}
          <div>
            {phase !== "closed" && <ChairScreens view={view} />}
            <NoticeDesk view={view} />
            <IncidentDesk view={view} chairs />
            <StreamDesk view={view} />
          </div>
          <Section id="agenda" title={t("agenda.heading")}>
            <AgendaSpine
              view={view}
              acts={(item) =>
                phase === "live" &&
                item.phase !== "current" && (
                  <ActForm
                    act="agenda.go"
                    fields={{ assemblyId, itemId: item.id, ...(from ? { from } : {}) }}
                    label={t("chair.goTo")}
                    about={t("announce.itemReached", {
                      position: item.position,
                      title: words(item.title),
                    })}
                  />
                )
              }
            />
          </Section>
          <ModerationCounts view={view} />
        </aside>
      </div>
    </SessionShell>
  );
}
