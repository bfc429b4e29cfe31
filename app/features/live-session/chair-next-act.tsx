import { useTranslation } from "react-i18next";
import { isApart } from "#domain/kernel/apart.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { SessionView } from "#wire/live-session.ts";
import { ChairStep } from "./chair-step.tsx";
import { nextAct, type NextAct } from "./next-act.ts";
import { useWords } from "./use-words.ts";
import "./chair-next-act.css";

type ChairNextActProps = {
  view: SessionView;
  today: string;
  /** The decision for which a plain form was just asked a written reason. */
  reasonAskedFor: string | undefined;
};

/** The one primary act of the chair's page: what comes next, what it does, and its button. */
export function ChairNextAct({ view, today, reasonAskedFor }: ChairNextActProps) {
  const next = nextAct(view);
  const { t } = useTranslation("live-session");
  const { title, why } = useHeading(next, isApart(view.assembly.id));
  return (
    <section className="next-act" aria-labelledby="next-act-heading">
      <p className="next-act-sign">{t("chair.next")}</p>
      <h2 id="next-act-heading">{title}</h2>
      {why && <p>{why}</p>}
      <div className="next-act-body stack">
        <ChairStep next={next} view={view} today={today} reasonAskedFor={reasonAskedFor} />
      </div>
    </section>
  );
}

/** What the act is called, and the sentence that says what it does. */
function useHeading(next: NextAct, apart: boolean): { title: string; why?: string } {
  const { t } = useTranslation(["live-session", "stage", "questions"]);
  const words = useWords();
  const voteTitle = useVoteTitle();
  switch (next.act) {
    case "open-session":
      return { title: t("chair.openSession.title"), why: t("chair.openSession.why") };
    case "resume-session":
      return { title: t("stage:suspended.title") };
    case "go":
      return { title: t("chair.go.title", { position: next.item.position }) };
    case "ask":
      return { title: t("chair.ask.title") };
    case "listen":
      return { title: t("chair.listen.title"), why: t("chair.listen.why") };
    case "wait-for-count":
      return { title: t("chair.waitForCount.title"), why: t("chair.waitForCount.why") };
    case "move-round":
      return {
        title: t(`questions:chair.next.${next.to}.title`),
        why: t(`questions:chair.next.${next.to}.why`),
      };
    case "draw-slot":
      return {
        title: t("questions:chair.next.draw.title"),
        why: t("questions:chair.slotWhy", { count: next.waiting }),
      };
    case "close-session":
      return {
        title: t("chair.closeSession.title"),
        why: t(whyClose(apart)),
      };
    case "answer-statutory":
      return {
        title: t("chair.answerStatutory.title"),
        why: t("chair.answerStatutory.why", { count: next.open }),
      };
    case "none":
      return { title: t("chair.none.title"), why: t("chair.none.why") };
    default:
      return { title: voteTitle(next.act, next.decision), why: words(next.decision.title) };
  }
}

/** Workers ask by no statute. */
function whyClose(apart: boolean) {
  return apart ? "chair.closeSession.whyWorkers" : "chair.closeSession.why";
}

type VoteAct = Exclude<Extract<NextAct, { decision: DecisionCard }>["act"], "wait-for-count">;

/** Acts on a vote are called by what they do; the vote's own title follows. */
function useVoteTitle(): (act: VoteAct, decision: DecisionCard) => string {
  const { t } = useTranslation(["live-session", "stage", "urns"]);
  return (act, { suspendedAt }) => {
    switch (act) {
      case "open-vote":
        return t("chair.openVote.title");
      case "close-vote":
        return t(suspendedAt === undefined ? "vote.open" : "stage:suspended.vote");
      case "publish":
        return t("chair.publish.title");
      case "settle-tie":
        return t("chair.settleTie.title");
      case "await-urn":
        return t("urns:notReady.title");
      case "ask-opening":
        return t("urns:ask.title");
      case "await-shares":
        return t("urns:ask.waiting");
      case "urn-altered":
        return t("urns:altered.stop");
    }
  };
}
