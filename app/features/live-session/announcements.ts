import type { Translated } from "#domain/kernel/languages.ts";
import type { SessionView } from "#wire/live-session.ts";

/** Something that happened in the room and that a person who does not see it must be told. */
export type Announcement =
  | { what: "voteOpened" | "voteClosed" | "resultPublished"; title: Translated; decisionId: string }
  | { what: "itemReached"; title: Translated; position: number }
  | { what: "questionAsked"; number: number; text: string }
  | { what: "questionsOpened" | "questionsClosed" }
  | { what: "burstBegan" | "burstEnded" }
  | { what: "sessionOpened" | "sessionClosed" | "sessionSuspended" | "sessionResumed" }
  | { what: "voteSuspended" | "voteResumed"; title: Translated; decisionId: string }
  | { what: "notice"; title: Translated };

/**
 * What changed between two views, most urgent first. Supports, arrivals and new questions are
 * left out: announcing every one of them would drown the rest.
 */
export function whatChanged(before: SessionView, after: SessionView): Announcement[] {
  return [
    ...newNotices(before, after),
    ...changedVotes(before, after),
    ...changedSession(before, after),
    ...changedRound(before, after),
    ...changedItem(before, after),
    ...changedQuestion(before, after),
  ];
}

function changedVotes(before: SessionView, after: SessionView): Announcement[] {
  return Object.values(after.decisions).flatMap((decision): Announcement[] => {
    const card = before.decisions[decision.id];
    const was = card?.phase;
    const about = { title: decision.title, decisionId: decision.id };
    if (was === decision.phase) return standing(card?.suspendedAt, decision.suspendedAt, about);
    if (decision.phase === "open") return [{ what: "voteOpened", ...about }];
    if (decision.phase === "published") return [{ what: "resultPublished", ...about }];
    return was === "open" ? [{ what: "voteClosed", ...about }] : [];
  });
}

/** A vote that stands still, or goes on, while it is open. */
function standing(
  was: number | undefined,
  is: number | undefined,
  about: { title: Translated; decisionId: string },
): Announcement[] {
  if ((was === undefined) === (is === undefined)) return [];
  return [{ what: is === undefined ? "voteResumed" : "voteSuspended", ...about }];
}

function newNotices(before: SessionView, after: SessionView): Announcement[] {
  return Object.values(after.stage.notices)
    .filter(({ id }) => before.stage.notices[id] === undefined)
    .map(({ texts }) => ({ what: "notice", title: texts }));
}

function changedSession(before: SessionView, after: SessionView): Announcement[] {
  const { phase, questionsOpen } = after.assembly;
  if (before.assembly.phase !== phase) {
    if (phase === "live") return [{ what: "sessionOpened" }];
    if (phase === "closed") return [{ what: "sessionClosed" }];
  }
  const suspended = after.stage.suspendedAt !== undefined;
  if ((before.stage.suspendedAt !== undefined) !== suspended) {
    return [{ what: suspended ? "sessionSuspended" : "sessionResumed" }];
  }
  if (before.assembly.questionsOpen === questionsOpen) return [];
  return [{ what: questionsOpen ? "questionsOpened" : "questionsClosed" }];
}

function changedRound(before: SessionView, after: SessionView): Announcement[] {
  const [was, is] = [before.questioning.stage, after.questioning.stage];
  if (was === is) return [];
  if (is === "burst") return [{ what: "burstBegan" }];
  return was === "burst" ? [{ what: "burstEnded" }] : [];
}

function changedItem(before: SessionView, after: SessionView): Announcement[] {
  const { currentItemId } = after.assembly;
  const item = currentItemId ? after.agenda[currentItemId] : undefined;
  if (!item || before.assembly.currentItemId === currentItemId) return [];
  return [{ what: "itemReached", title: item.title, position: item.position }];
}

function changedQuestion(before: SessionView, after: SessionView): Announcement[] {
  const { askedQuestionId } = after;
  const question = askedQuestionId ? after.questions[askedQuestionId] : undefined;
  if (!question || before.askedQuestionId === askedQuestionId) return [];
  return [{ what: "questionAsked", number: question.number ?? 0, text: question.text }];
}
