import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { askedQuestion, currentItem, decisionsInOrder } from "./session-lists.ts";

/** What the room screen shows by itself. */
export type Scene =
  | { scene: "vote" | "counting" | "result"; decision: DecisionCard }
  | { scene: "question"; question: QuestionView }
  | { scene: "station"; item: AgendaItemView }
  | { scene: "welcome" | "closed" };

/**
 * One thing at a time: an open vote, then the question in the air, then the votes of the present
 * station (counted behind closed doors, or published), then the station itself.
 */
export function screenScene(view: SessionView): Scene {
  const { phase } = view.assembly;
  if (phase === "closed") return { scene: "closed" };
  const decisions = decisionsInOrder(view);
  const open = decisions.find((decision) => decision.phase === "open");
  if (open) return { scene: "vote", decision: open };

  const question = askedQuestion(view);
  if (question) return { scene: "question", question };

  const item = phase === "live" ? currentItem(view) : undefined;
  if (!item) return { scene: "welcome" };
  const latest = decisions
    .filter((decision) => decision.itemId === item.id && decision.closedAt !== undefined)
    .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0))[0];
  if (!latest) return { scene: "station", item };
  return { scene: latest.phase === "published" ? "result" : "counting", decision: latest };
}

/** Characters that fit in eight lines of a twelfth of the screen's height. */
const FULL_SIZE = 300;

/** How much smaller than a twelfth of the height the letters must be for a long text to fit. */
export function textScale(text: string): number {
  if (text.length <= FULL_SIZE) return 1;
  // Both the length of lines and their number grow as letters shrink.
  return Math.round(Math.sqrt(FULL_SIZE / text.length) * 100) / 100;
}
