import { useTranslation } from "react-i18next";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import type { MergePatch } from "#wire/merge-patch.ts";
import { CheckInPanel } from "#app/features/decisions/secret/check-in-panel.tsx";
import { MandatesPanel } from "#app/features/mandates/mandates-panel.tsx";
import { AnnouncedResult } from "#app/features/minutes/announced-result.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { HandPanel } from "./floor/hand-panel.tsx";
import { MemberFold } from "./member-fold.tsx";
import { NowPanel } from "./now-panel.tsx";
import { OpenVoteCard } from "./open-vote-card.tsx";
import { PollPanel } from "./polls/poll-panel.tsx";
import { pollsOnStage } from "./polls/poll-lists.ts";
import { ReactionsPanel } from "./polls/reactions-panel.tsx";
import { PresencePanel } from "./presence-panel.tsx";
import { primary } from "./primary.ts";
import { PublishedQuestions } from "./published-questions.tsx";
import { BurstCall } from "./questions/round-panel.tsx";
import { agendaInOrder, currentItem, openVotes } from "./session-lists.ts";
import { FollowPanel } from "./stage/follow-panel.tsx";
import { Notices } from "./stage/notices.tsx";

type MemberNowProps = {
  view: SessionView;
  mine: MySessionView;
  patchMine: (changes: MergePatch) => void;
  today: string;
};

/** What happens at this moment: one thing in full, what else goes on folded under it. */
export function MemberNow({ view, mine, patchMine, today }: MemberNowProps) {
  const { t } = useTranslation("live-session");
  const { phase, slug } = view.assembly;
  const now = primary(view);
  return (
    <div className="member-now stack-wide">
      <Notices view={view} />
      <FollowPanel view={view} />
      <div id="vote" className="stack-wide">
        {openVotes(view).map((decision) => (
          <OpenVoteCard key={decision.id} decision={decision} mine={mine} />
        ))}
      </div>
      <AnnouncedResult view={view} />
      {phase !== "live" && (
        <Notice>
          <p>{t(`waitingRoom.${phase}`)}</p>
        </Notice>
      )}
      <div id="door">
        <PresencePanel view={view} mine={mine} patchMine={patchMine} />
      </div>
      {now === "burst" && (
        <>
          <BurstCall questioning={view.questioning} />
          <PublishedQuestions view={view} mine={mine} patchMine={patchMine} today={today} />
        </>
      )}
      {now === "poll" && <PollPanel view={view} mine={mine} patchMine={patchMine} />}
      {now === "item" && <NowPanel view={view} today={today} />}
      <div>
        {now !== "item" && now !== "nothing" && <Station view={view} today={today} />}
        {now !== "burst" && <BurstCall questioning={view.questioning} />}
        {now !== "poll" && pollsOnStage(view).length > 0 && (
          <MemberFold id="polls" title={t("fold.polls")} open={now === "item"}>
            <PollPanel view={view} mine={mine} patchMine={patchMine} />
          </MemberFold>
        )}
      </div>
      <div id="hand">
        <HandPanel view={view} mine={mine} />
      </div>
      <ReactionsPanel view={view} />
      {mine.mandates && <MandatesPanel mandates={mine.mandates} slug={slug} />}
      <CheckInPanel view={view} mine={mine} />
    </div>
  );
}

/** Where the room is, while the page is about something else. */
function Station({ view, today }: { view: SessionView; today: string }) {
  const { t } = useTranslation("live-session");
  const item = currentItem(view);
  const total = agendaInOrder(view).length;
  return (
    <MemberFold
      id="station"
      title={item ? t("agenda.station", { position: item.position, total }) : t("agenda.now")}
    >
      <NowPanel view={view} today={today} />
    </MemberFold>
  );
}
