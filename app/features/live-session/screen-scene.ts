import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { askedQuestion, closedVotes, currentItem, openVotes } from "./session-lists.ts";

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
  const [open] = openVotes(view);
  if (open) return { scene: "vote", decision: open };

  const question = askedQuestion(view);
  if (question) return { scene: "question", question };

  const item = phase === "live" ? currentItem(view) : undefined;
  if (!item) return { scene: "welcome" };
  const latest = closedVotes(view).find((decision) => decision.itemId === item.id);
  if (!latest) return { scene: "station", item };
  return { scene: latest.phase === "published" ? "result" : "counting", decision: latest };
}

export type TextSize = "full" | "large" | "medium";

/**
 * How large the letters of a question can be: `full` is a twelfth of the screen's height a line,
 * for what fits in eight lines; longer texts shrink in two steps so that they still fit.
 */
export function textSize(text: string): TextSize {
  if (text.length <= 290) return "full";
  return text.length <= 440 ? "large" : "medium";
}
