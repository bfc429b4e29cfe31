import type { QuestionView, SessionView } from "#wire/live-session.ts";
import { askedQuestion, queueInOrder } from "../session-lists.ts";

/** Questions of people who are not in the main room, in the order in which they are called. */
export function questionsToRead(view: SessionView): QuestionView[] {
  const asked = askedQuestion(view);
  return [...(asked ? [asked] : []), ...queueInOrder(view)].filter(
    ({ id }) => view.stage.aloud[id] !== undefined,
  );
}

/** The one to be read next; undefined while there is none. */
export function nextToRead(view: SessionView): QuestionView | undefined {
  return questionsToRead(view).find(({ id }) => view.stage.aloud[id]?.readAt === undefined);
}
