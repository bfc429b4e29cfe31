import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DecisionCard } from "#wire/decisions.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { CheckInPanel } from "#app/features/decisions/secret/check-in-panel.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "./act-answer.ts";
import { AgendaSpine } from "./agenda-spine.tsx";
import { HandPanel } from "./floor/hand-panel.tsx";
import { PollPanel } from "./polls/poll-panel.tsx";
import { ReactionsPanel } from "./polls/reactions-panel.tsx";
import { SpeakingShares } from "./floor/speaking-shares.tsx";
import { ModerationCounts } from "./moderation-counts.tsx";
import { MyQuestions } from "./my-questions.tsx";
import { NowPanel } from "./now-panel.tsx";
import { OpenVoteCard } from "./open-vote-card.tsx";
import { PresenceNumbers, PresencePanel } from "./presence-panel.tsx";
import { PublishedQuestions } from "./published-questions.tsx";
import { PublishedResults } from "./published-results.tsx";
import { BurstCall } from "./questions/round-panel.tsx";
import { QueueList } from "./queue-list.tsx";
import type { LoadedRoom } from "./load-session.server.ts";
import { closedVotes, openVotes } from "./session-lists.ts";
import type { SessionPlace } from "./session-place.ts";
import { SessionShell } from "./session-shell.tsx";
import { FollowPanel } from "./stage/follow-panel.tsx";
import { Notices } from "./stage/notices.tsx";
import { StreamLinks } from "./stage/stream-links.tsx";
import { useRoom } from "./use-room.ts";
import { AnnouncedResult } from "#app/features/minutes/announced-result.tsx";
import { MandatesPanel } from "#app/features/mandates/mandates-panel.tsx";
import { WriteQuestion } from "./write-question.tsx";
import "./member-page.css";

type MemberPageProps = {
  session: LoadedRoom<SessionView>;
  own: LoadedRoom<MySessionView>;
  places: SessionPlace[];
  today: string;
  answer: ActAnswer | undefined;
};

/** A session as a member lives it, on a phone first: what happens now, then what they can do. */
export function MemberPage({ session, own, places, today, answer }: MemberPageProps) {
  const { t } = useTranslation(["live-session", "questions"]);
  const { view, refusal } = useRoom(session.room, session);
  const { view: mine, patch: patchMine } = useRoom(own.room, own);
  const { assembly } = view;
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const [here, elsewhere] = resultsByPlace(view);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <div className="member">
        <div className="member-now stack-wide">
          <Notices view={view} />
          <FollowPanel view={view} />
          {openVotes(view).map((decision) => (
            <OpenVoteCard key={decision.id} decision={decision} mine={mine} />
          ))}
          <AnnouncedResult view={view} />
          {assembly.phase !== "live" && (
            <Notice>
              <p>{t(`waitingRoom.${assembly.phase}`)}</p>
            </Notice>
          )}
          <PresencePanel view={view} mine={mine} patchMine={patchMine} />
          {assembly.phase === "live" && <NowPanel view={view} today={today} />}
          <BurstCall questioning={view.questioning} />
          <PollPanel view={view} mine={mine} patchMine={patchMine} />
          <PublishedResults title={t("vote.here")} decisions={here} />
          <HandPanel view={view} mine={mine} />
          <ReactionsPanel view={view} />
          <Jumps />
          {mine.mandates && <MandatesPanel mandates={mine.mandates} slug={assembly.slug} />}
          <CheckInPanel view={view} mine={mine} />
        </div>
        <div className="member-questions">
          {assembly.phase === "live" && <QueueList view={view} />}
          <MyQuestions mine={mine} view={view} today={today} />
          {assembly.phase !== "closed" && (
            <WriteQuestion
              view={view}
              supports={mine.supports}
              patchMine={patchMine}
              answer={answer}
            />
          )}
          <PublishedQuestions view={view} mine={mine} patchMine={patchMine} today={today} />
        </div>
        <aside className="member-agenda">
          <Section id="agenda" title={t("agenda.heading")}>
            <AgendaSpine view={view} />
            <p>
              <Link to={`/assembly/${assembly.slug}`}>{t("agenda.documents")}</Link>
            </p>
          </Section>
          <PublishedResults title={t("vote.results")} decisions={elsewhere} />
          <PresenceNumbers view={view} mine={mine} />
          <SpeakingShares ratio={view.floor.ratio} />
          <StreamLinks view={view} />
          <ModerationCounts view={view} />
          <p>
            <Link to={`/assembly/${assembly.slug}/questions`}>{t("questions:desk.account")}</Link>
          </p>
        </aside>
      </div>
    </SessionShell>
  );
}

/** Votes of the present station belong to what happens now; the others stand by the agenda. */
function resultsByPlace(view: SessionView): [DecisionCard[], DecisionCard[]] {
  const { phase, currentItemId } = view.assembly;
  const isHere = ({ itemId }: DecisionCard) => phase === "live" && itemId === currentItemId;
  // What was just announced stands by itself.
  const closed = closedVotes(view).filter(({ id }) => id !== view.shownResult);
  return [closed.filter(isHere), closed.filter((decision) => !isHere(decision))];
}

/** On a phone the page is long: three ways down from what is happening now. */
function Jumps() {
  const { t } = useTranslation("live-session");
  return (
    <nav className="jumps row" aria-label={t("jumps.label")}>
      <a className="button button-quiet" href="#write">
        {t("write.heading")}
      </a>
      <a href="#published">{t("list.heading")}</a>
      <a href="#agenda">{t("agenda.heading")}</a>
    </nav>
  );
}
