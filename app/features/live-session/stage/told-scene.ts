import type { Translated } from "#domain/kernel/languages.ts";
import type { QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import { askedQuestion, closedVotes, decisionsInOrder, queueInOrder } from "../session-lists.ts";

/** What a chair told the screen to show, once it can be shown. */
export type ToldScene =
  | { scene: "agenda" | "blank" | "poster" | "suspended" }
  | { scene: "message"; message: Translated }
  | { scene: "question"; question: QuestionView }
  | { scene: "announced"; decision: DecisionCard }
  | { scene: "vote" | "result"; decision: DecisionCard };

/**
 * The scene that was chosen by hand; undefined where the screen follows what happens, or where
 * there is nothing of the kind to show. A suspended session says so unless something else was
 * chosen.
 */
export function toldScene(view: SessionView): ToldScene | undefined {
  const { screen, suspendedAt } = view.stage;
  switch (screen.scene) {
    case "auto":
      return suspendedAt === undefined ? undefined : { scene: "suspended" };
    case "agenda":
    case "blank":
    case "poster":
      return { scene: screen.scene };
    case "message":
      return screen.message && { scene: "message", message: screen.message };
    case "question":
      return questionToShow(view);
    case "vote":
      return voteToShow(view);
    case "result":
      return resultToShow(view);
  }
}

/** The one in the air or, before it is called, the next. */
function questionToShow(view: SessionView): ToldScene | undefined {
  const question = askedQuestion(view) ?? queueInOrder(view)[0];
  return question && { scene: "question", question };
}

function voteToShow(view: SessionView): ToldScene | undefined {
  const { decisionId } = view.stage.screen;
  const decision = decisionsInOrder(view).find((one) =>
    decisionId ? one.id === decisionId : one.phase === "open",
  );
  if (decision?.phase === "open") return { scene: "vote", decision };
  return decision?.phase === "draft" ? { scene: "announced", decision } : undefined;
}

/** Only what was proclaimed is ever a result. */
function resultToShow(view: SessionView): ToldScene | undefined {
  const { decisionId } = view.stage.screen;
  const decision = closedVotes(view)
    .filter(({ phase }) => phase === "published")
    .find(({ id }) => decisionId === undefined || id === decisionId);
  return decision && { scene: "result", decision };
}
