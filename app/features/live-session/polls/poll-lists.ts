import type { SessionView } from "#wire/live-session.ts";
import type { PollView } from "#wire/polls.ts";

/** Polls, the latest prepared first: ids are in the order of their making. */
export function pollsLatestFirst({ polls }: Pick<SessionView, "polls">): PollView[] {
  return Object.values(polls).sort((a, b) => (a.id < b.id ? 1 : -1));
}

/**
 * What the room is concerned with: polls that are open, and the last one that closed while its
 * station of the agenda lasts.
 */
export function pollsOnStage(view: SessionView): PollView[] {
  const open = pollsLatestFirst(view).filter(({ state }) => state === "open");
  if (open.length > 0) return open;
  const [last] = Object.values(view.polls)
    .filter(({ state, itemId }) => state === "closed" && itemId === view.assembly.currentItemId)
    .sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  return last ? [last] : [];
}
