import type { Result } from "../../kernel/result.ts";
import { ok, refuse } from "../../kernel/result.ts";

/** Written by everybody; read over before it is approved; settled. */
export const MINUTES_PHASES = ["draft", "proposed", "approved"] as const;
export type MinutesPhase = (typeof MINUTES_PHASES)[number];

/** Who can read a piece of a lab: its people, or everybody. */
export const VISIBILITIES = ["group", "public"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const MINUTES_EVENTS = ["propose", "reopen", "approve", "publish", "take-back"] as const;
export type MinutesEvent = (typeof MINUTES_EVENTS)[number];

const MOVES: Record<MinutesPhase, Partial<Record<MinutesEvent, MinutesPhase>>> = {
  draft: { propose: "proposed" },
  proposed: { reopen: "draft", approve: "approved" },
  approved: { publish: "approved", "take-back": "approved" },
};

/** The phase after an event. What was approved is never written again: a correction is a new text. */
export function minutesAfter(phase: MinutesPhase, event: MinutesEvent): Result<MinutesPhase> {
  const to = MOVES[phase][event];
  return to ? ok(to) : refuse("wrong-phase");
}

/**
 * How many must have agreed before a text is approved: two of them, or whoever there is. Who
 * proposes a text agrees to it.
 */
export function agreementsNeeded(people: number): number {
  return Math.max(1, Math.min(2, people));
}

/** Bytes of one change: a long paste, or hours without network. */
export const MOST_UPDATE_BYTES = 400_000;

/** Bytes of all changes of one text: a book of some hundred pages. */
export const MOST_DOCUMENT_BYTES = 2_000_000;

/** Signs of a text, where it is saved from a form. */
export const MOST_TEXT = 200_000;

/** The room of those who write one text. */
export function minutesRoom(minutesId: string): string {
  return `lab-minutes/${minutesId}/writer`;
}
