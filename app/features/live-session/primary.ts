import type { SessionView } from "#wire/live-session.ts";
import { pollsOnStage } from "./polls/poll-lists.ts";
import { openVotes } from "./session-lists.ts";

/** The one thing that a member's page is about at this moment; nothing outside of the session. */
export type Primary = "vote" | "burst" | "poll" | "item" | "nothing";

/** An open vote goes before voices for questions, these before what is asked of the room. */
export function primary(view: SessionView): Primary {
  if (openVotes(view).some(({ suspendedAt }) => suspendedAt === undefined)) return "vote";
  if (view.questioning.burst) return "burst";
  if (pollsOnStage(view).some(({ state }) => state === "open")) return "poll";
  return view.assembly.phase === "live" ? "item" : "nothing";
}
