import type { AgendaItemView, QuestionView, SessionView } from "#wire/live-session.ts";
import type { DecisionCard } from "#wire/decisions.ts";
import type { PollView } from "#wire/polls.ts";
import type { QuestioningView } from "#wire/questions.ts";
import { pollsOnStage } from "./polls/poll-lists.ts";
import { askedQuestion, closedVotes, currentItem, openVotes } from "./session-lists.ts";
import { toldScene, type ToldScene } from "./stage/told-scene.ts";

type Burst = NonNullable<QuestioningView["burst"]>;

/** What the room screen shows: by itself, or because the chair told it to. */
export type Scene =
  | ToldScene
  | { scene: "vote" | "counting" | "result"; decision: DecisionCard }
  | { scene: "burst"; burst: Burst }
  | { scene: "poll"; poll: PollView }
  | { scene: "question"; question: QuestionView }
  | { scene: "station"; item: AgendaItemView }
  | { scene: "welcome" | "closed" };

/** What was chosen by hand, or what happens. */
export function screenScene(view: SessionView): Scene {
  return toldScene(view) ?? ownScene(view);
}

/**
 * One thing at a time: an open vote, then the result that the chair announced, then a burst of
 * support, then a poll that is open or whose numbers are shown, then the question in the air, then
 * the present station.
 */
function ownScene(view: SessionView): Scene {
  const closed = view.assembly.phase === "closed";
  const [open] = openVotes(view);
  if (open && !closed) return { scene: "vote", decision: open };
  const announced = view.shownResult ? view.decisions[view.shownResult] : undefined;
  if (announced) return { scene: "result", decision: announced };
  return closed ? { scene: "closed" } : (talkScene(view) ?? stationScene(view));
}

/** What the room speaks about now. */
function talkScene(view: SessionView): Scene | undefined {
  const live = view.assembly.phase === "live";
  const { burst } = view.questioning;
  if (live && burst) return { scene: "burst", burst };
  const [poll] = live ? pollsOnStage(view) : [];
  if (poll && (poll.state === "open" || poll.shown)) return { scene: "poll", poll };
  const question = askedQuestion(view);
  return question && { scene: "question", question };
}

/** The votes of the present station, counted behind closed doors or published; else the station. */
function stationScene(view: SessionView): Scene {
  const item = view.assembly.phase === "live" ? currentItem(view) : undefined;
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
