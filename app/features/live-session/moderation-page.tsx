import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { LiveRegion } from "#app/ui/live-region.tsx";
import { Section } from "#app/ui/page.tsx";
import type { ActAnswer } from "./act-answer.ts";
import type { LoadedRoom } from "./load-session.server.ts";
import { ModerationCard } from "./moderation-card.tsx";
import { ModerationCounts } from "./moderation-counts.tsx";
import { ModerationQueue } from "./moderation-queue.tsx";
import { ChairPolls } from "./polls/chair-polls.tsx";
import { DeskLinks } from "./questions/desk-links.tsx";
import { inState, waitingInOrder } from "./session-lists.ts";
import type { SessionPlace } from "./session-place.ts";
import { SessionShell } from "./session-shell.tsx";
import { useCardKeys } from "./use-card-keys.ts";
import { useRoom, useServerNow } from "./use-room.ts";
import "./console.css";

type ModerationPageProps = {
  session: LoadedRoom<SessionView>;
  places: SessionPlace[];
  today: string;
  /** ms since epoch. */
  loadedAt: number;
  answer: ActAnswer | undefined;
};

/** A moderator's desk: what waits, oldest first; the queue beside it; the public account below. */
export function ModerationPage(props: ModerationPageProps) {
  const { session, places, today, loadedAt, answer } = props;
  const { t } = useTranslation("live-session");
  const { view, refusal } = useRoom(session.room, session);
  const posted = answer && !answer.ok ? answer.refusal : undefined;
  const waiting = waitingInOrder(view);
  return (
    <SessionShell view={view} places={places} refusal={refusal ?? posted}>
      <LiveRegion message={t("moderation.waitingCount", { count: waiting.length })} />
      <div className="console">
        <div className="console-main">
          <Section title={t("moderation.waitingCount", { count: waiting.length })}>
            <p className="muted">{t("moderation.intro")}</p>
            {waiting.length === 0 && <EmptyState title={t("moderation.waitingEmpty")} />}
            <Cards view={view} today={today} loadedAt={loadedAt} questions={waiting} />
            <p className="small muted only-with-keys">{t("moderation.shortcuts")}</p>
          </Section>
        </div>
        <aside className="console-side">
          <ModerationQueue view={view} />
          <PublishedElsewhere view={view} today={today} loadedAt={loadedAt} />
          <ChairPolls view={view} />
          <ModerationCounts view={view} />
          <DeskLinks view={view} />
        </aside>
      </div>
    </SessionShell>
  );
}

type CardsProps = {
  view: SessionView;
  today: string;
  loadedAt: number;
  questions: QuestionView[];
};

function Cards({ view, today, loadedAt, questions }: CardsProps) {
  const list = useRef<HTMLOListElement>(null);
  useCardKeys(list);
  const now = useServerNow(loadedAt, 10_000);
  return (
    <ol className="console-list" ref={list}>
      {questions.map((question, index) => (
        <li key={question.id} data-card="">
          <ModerationCard
            question={question}
            view={view}
            today={today}
            now={now}
            first={index === 0}
          />
        </li>
      ))}
    </ol>
  );
}

function PublishedElsewhere({ view, today, loadedAt }: Omit<CardsProps, "questions">) {
  const { t } = useTranslation("live-session");
  const published = inState(view, "published").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return (
    <Section title={t("moderation.published")}>
      {published.length === 0 ? (
        <p className="muted">{t("moderation.publishedEmpty")}</p>
      ) : (
        <Cards view={view} today={today} loadedAt={loadedAt} questions={published} />
      )}
    </Section>
  );
}
