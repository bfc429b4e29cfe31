import type { QuestionStage } from "#domain/live-session/rounds.ts";
import type { SessionView, AgendaItemView, QuestionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import {
  askedQuestion,
  currentItem,
  decisionsInOrder,
  drawable,
  nextItem,
  queueInOrder,
} from "./session-lists.ts";

/** What a chair does next, as the one primary act of their page. */
export type NextAct =
  | { act: "open-session" | "resume-session" }
  | { act: "go"; item: AgendaItemView }
  | { act: "ask"; question: QuestionView }
  | { act: "listen"; question: QuestionView }
  | { act: "open-vote" | "close-vote" | "wait-for-count" | "publish"; decision: DecisionCard }
  /** The count met a tie: the rule that was announced settles it before anything is published. */
  | { act: "settle-tie"; decision: DecisionCard }
  /** Secret votes: the keys are not shared yet; the urn may be opened; scrutineers give shares. */
  | { act: "await-urn" | "ask-opening" | "await-shares"; decision: DecisionCard }
  /** The urn is not the one that was closed: the bureau is told what to do. */
  | { act: "urn-altered"; decision: DecisionCard }
  /** Questions: the round goes on, or the next five are drawn. */
  | { act: "move-round"; to: QuestionStage }
  | { act: "draw-slot"; waiting: number }
  | { act: "close-session" }
  | { act: "answer-statutory"; open: number }
  | { act: "none" };

/**
 * The one act that comes next: a suspended session is resumed before all else; then come the vote
 * under way, a burst of support, the question in the air, the queue, the round and the draw of
 * questions, the decision of this station (a rehearsal is no matter of the agenda), and at last the
 * next station. Rules §1.7: the session does not close on open statutory questions.
 */
export function nextAct(view: SessionView): NextAct {
  const { phase } = view.assembly;
  if (phase === "closed") return { act: "none" };
  if (phase !== "live") return { act: "open-session" };

  if (view.stage.suspendedAt !== undefined) return { act: "resume-session" };
  if (view.questioning.burst) {
    return voteUnderWay(view) ?? { act: "move-round", to: "shown" };
  }
  return voteUnderWay(view) ?? nextQuestion(view) ?? nextInRound(view) ?? nextAtStation(view);
}

/**
 * Questions that were merged are supported wherever the room is; a round is begun, and five are drawn,
 * where there is something to debate. The chair may always go on to the next station instead.
 */
function nextInRound(view: SessionView): NextAct | undefined {
  const { mode, stage, silent } = view.questioning;
  if (mode === "simple") return undefined;
  if (stage === "merge") return silent > 0 ? { act: "move-round", to: "burst" } : undefined;
  if (currentItem(view)?.purpose !== "debate") return undefined;
  if (mode === "two-phase" && stage === "collect" && silent > 0) {
    return { act: "move-round", to: "merge" };
  }
  const waiting = drawable(view);
  return waiting > 0 ? { act: "draw-slot", waiting } : undefined;
}

function nextQuestion(view: SessionView): NextAct | undefined {
  const asked = askedQuestion(view);
  if (asked) return { act: "listen", question: asked };
  const [first] = queueInOrder(view);
  return first && { act: "ask", question: first };
}

function nextAtStation(view: SessionView): NextAct {
  const item = currentItem(view);
  const draft = decisionsInOrder(view).find(
    (one) => one.phase === "draft" && one.itemId === item?.id && !one.rehearsal,
  );
  if (item && draft) {
    return { act: isReady(draft) ? "open-vote" : "await-urn", decision: draft };
  }

  const next = nextItem(view);
  if (next) return { act: "go", item: next };
  const { statutoryOpen } = view.moderation;
  return statutoryOpen > 0
    ? { act: "answer-statutory", open: statutoryOpen }
    : { act: "close-session" };
}

function voteUnderWay(view: SessionView): NextAct | undefined {
  const inPhase = (phase: DecisionCard["phase"]) =>
    decisionsInOrder(view).filter(
      (decision) => decision.phase === phase && decision.annulledAt === undefined,
    );
  const [open] = inPhase("open");
  if (open) return { act: "close-vote", decision: open };
  const [counted] = inPhase("counted");
  if (counted) return { act: counted.waitingTie ? "settle-tie" : "publish", decision: counted };
  // Without its scrutineers, or altered, an urn stays closed: the assembly goes on to its next
  // station.
  const mayWait = ({ urn }: DecisionCard) => urn?.seal === "scrutineers" || urn?.altered;
  const closed = inPhase("closed").find(
    (decision) => !mayWait(decision) || decision.itemId === currentItem(view)?.id,
  );
  return closed && { act: closedAct(closed), decision: closed };
}

/** What a closed vote waits for. */
export function closedAct({
  urn,
}: DecisionCard): "wait-for-count" | "ask-opening" | "await-shares" | "urn-altered" {
  if (urn?.altered) return "urn-altered";
  if (urn?.seal !== "scrutineers" || urn.stage !== "sealed") return "wait-for-count";
  return urn.openingAsked ? "await-shares" : "ask-opening";
}

/** Whether a vote's urn, if it has one, takes ballots. */
export function isReady({ ballotKind, urn }: DecisionCard): boolean {
  return ballotKind !== "secret" || urn?.stage === "ready";
}
