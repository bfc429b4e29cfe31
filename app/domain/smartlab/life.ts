import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/**
 * Where a lab is (S-19): interest gathers; enough are interested and the support team is looked
 * for; people register; it meets; it rests; it ended with what it made, or without having begun.
 */
export const LAB_STATES = [
  "interest",
  "ready",
  "registration",
  "meeting",
  "paused",
  "closed",
  "dropped",
] as const;
export type LabState = (typeof LAB_STATES)[number];

/**
 * What moves a lab. The first two follow from how many are interested, `met` from the first
 * meeting that somebody attended; the others are acts of people.
 */
export const LAB_EVENTS = [
  "enough-interest",
  "interest-fell",
  "open",
  "met",
  "pause",
  "resume",
  "close",
  "drop",
] as const;
export type LabEvent = (typeof LAB_EVENTS)[number];

/** What the life of a lab tells besides what moves it; for some the reason says what became of it. */
export type LabNote =
  | LabEvent
  | "proposed"
  | "threshold"
  | "accompanied"
  | "handed-over"
  | "handed-on"
  | "taken-up"
  | "not-taken-up";

const MOVES: Record<LabState, Partial<Record<LabEvent, LabState>>> = {
  interest: { "enough-interest": "ready", drop: "dropped" },
  ready: { "interest-fell": "interest", open: "registration", drop: "dropped" },
  registration: { met: "meeting", pause: "paused", close: "closed", drop: "dropped" },
  meeting: { pause: "paused", close: "closed" },
  // To where it was: whether it has met says which (`resumed`).
  paused: { resume: "meeting", close: "closed" },
  closed: {},
  dropped: {},
};

/** The state after an event, or that a lab in this state cannot do this. */
export function afterEvent(
  state: LabState,
  event: LabEvent,
  { hasMet }: { hasMet: boolean },
): Result<LabState> {
  const to = MOVES[state][event];
  if (!to) return refuse("wrong-phase");
  return ok(event === "resume" && !hasMet ? "registration" : to);
}

/** What can be done with a lab in this state, in the order of a lab's life. */
export function eventsOf(state: LabState): LabEvent[] {
  return LAB_EVENTS.filter((event) => MOVES[state][event] !== undefined);
}

/** Whether the group can work: its rooms, minutes and tasks are open. */
export function isAtWork(state: LabState): boolean {
  return state === "registration" || state === "meeting";
}

/** Whether a lab is over: it is read and no longer changed. */
export function isOver(state: LabState): boolean {
  return state === "closed" || state === "dropped";
}
