import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import type { ActAnswer } from "./act-answer.ts";
import { AgendaSpine } from "./agenda-spine.tsx";
import { SpeakingShares } from "./floor/speaking-shares.tsx";
import { LiveBar } from "./live-bar.tsx";
import type { LoadedRoom } from "./load-session.server.ts";
import { MemberFold } from "./member-fold.tsx";
import { MemberNow } from "./member-now.tsx";
import { ModerationCounts } from "./moderation-counts.tsx";
import { MyQuestions } from "./my-questions.tsx";
import { PresenceNumbers } from "./presence-panel.tsx";
import { primary } from "./primary.ts";
import { PublishedQuestions } from "./published-questions.tsx";
import { ResultsList } from "./published-results.tsx";
import { QueueList } from "./queue-list.tsx";
import { closedVotes } from "./session-lists.ts";
import type { SessionPlace } from "./session-place.ts";
import { SessionShell } from "./session-shell.tsx";
import { StreamLinks } from "./stage/stream-links.tsx";
import { useRoom } from "./use-room.ts";
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
  const { t } = useTranslation("live-session");
  const { view, refusal } = useRoom(session.room, session);
  const { view: mine, patch: patchMine } = useRoom(own.room, own);
  const { assembly } = view;
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <LiveBar view={view} mine={mine} />
      <div className="member">
        <MemberNow view={view} mine={mine} patchMine={patchMine} today={today} />
        <div className="member-questions">
          {assembly.phase !== "closed" && (
            <WriteQuestion
              view={view}
              supports={mine.supports}
              patchMine={patchMine}
              answer={answer}
            />
          )}
          <MyQuestions mine={mine} view={view} today={today} />
          {assembly.phase === "live" && <QueueList view={view} />}
          {primary(view) !== "burst" && (
            <PublishedQuestions view={view} mine={mine} patchMine={patchMine} today={today} />
          )}
        </div>
        <aside className="member-agenda">
          <MemberFold id="agenda" title={t("agenda.heading")} open={assembly.phase !== "live"}>
            <AgendaSpine view={view} />
            <p>
              <Link to={`/assembly/${assembly.slug}`}>{t("agenda.documents")}</Link>
            </p>
          </MemberFold>
          <Results view={view} />
          <InFigures view={view} mine={mine} />
        </aside>
      </div>
    </SessionShell>
  );
}

/** What was voted; of what was just announced the page speaks above. */
function Results({ view }: { view: SessionView }) {
  const { t } = useTranslation("live-session");
  const closed = closedVotes(view).filter(({ id }) => id !== view.shownResult);
  const { phase, currentItemId } = view.assembly;
  const here = closed.some(({ itemId }) => phase === "live" && itemId === currentItemId);
  return (
    <MemberFold
      id="results"
      title={t("vote.results")}
      standing={t("fold.results", { count: closed.length })}
      open={here}
    >
      {closed.length === 0 && <p className="muted">{t("fold.noResult")}</p>}
      <ResultsList decisions={closed} />
    </MemberFold>
  );
}

/** Who is here, who spoke, what was moderated, and where to follow in another language. */
function InFigures({ view, mine }: { view: SessionView; mine: MySessionView }) {
  const { t } = useTranslation(["live-session", "questions"]);
  return (
    <MemberFold
      id="figures"
      title={t("fold.figures")}
      standing={view.roll.persons > 0 && t("presence.persons", { count: view.present.persons })}
    >
      <PresenceNumbers view={view} mine={mine} />
      <SpeakingShares ratio={view.floor.ratio} />
      <StreamLinks view={view} />
      <ModerationCounts view={view} />
      <p>
        <Link to={`/assembly/${view.assembly.slug}/questions`}>{t("questions:desk.account")}</Link>
      </p>
    </MemberFold>
  );
}
