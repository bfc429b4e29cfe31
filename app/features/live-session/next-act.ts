import type { SessionView, AgendaItemView, QuestionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import {
  askedQuestion,
  currentItem,
  decisionsInOrder,
  nextItem,
  queueInOrder,
} from "./session-lists.ts";

/** What a chair does next, as the one primary act of their page. */
export type NextAct =
  | { act: "open-session" }
  | { act: "go"; item: AgendaItemView }
  | { act: "ask"; question: QuestionView }
  | { act: "listen"; question: QuestionView }
  | { act: "open-vote" | "close-vote" | "wait-for-count" | "publish"; decision: DecisionCard }
  | { act: "close-session" }
  | { act: "answer-statutory"; open: number }
  | { act: "none" };

/**
 * The one act that comes next: a vote under way goes before everything, then the question in the
 * air, the queue, the decision of this station, and at last the next station. Rules §1.7: the
 * session does not close on open statutory questions.
 */
export function nextAct(view: SessionView): NextAct {
  const { phase } = view.assembly;
  if (phase === "closed") return { act: "none" };
  if (phase !== "live") return { act: "open-session" };

  const vote = voteUnderWay(view);
  if (vote) return vote;

  const asked = askedQuestion(view);
  if (asked) return { act: "listen", question: asked };
  const [first] = queueInOrder(view);
  if (first) return { act: "ask", question: first };

  const item = currentItem(view);
  const draft = decisionsInOrder(view).find(
    (decision) => decision.phase === "draft" && decision.itemId === item?.id,
  );
  if (item && draft) return { act: "open-vote", decision: draft };

  const next = nextItem(view);
  if (next) return { act: "go", item: next };
  const { statutoryOpen } = view.moderation;
  return statutoryOpen > 0
    ? { act: "answer-statutory", open: statutoryOpen }
    : { act: "close-session" };
}

function voteUnderWay(view: SessionView): NextAct | undefined {
  const acts = { open: "close-vote", closed: "wait-for-count", counted: "publish" } as const;
  for (const phase of ["open", "counted", "closed"] as const) {
    const decision = decisionsInOrder(view).find((one) => one.phase === phase);
    if (decision) return { act: acts[phase], decision };
  }
  return undefined;
}
