import type { Result } from "../kernel/result.ts";
import { ok, refuse } from "../kernel/result.ts";

/** What a session of the programme is (S-03, S-04): shown with its word, never by colour alone. */
export const SESSION_KINDS = ["plenary", "workshop", "informal", "formal", "results"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Whether everybody of a place is together in it: what the place sends out is this. */
export function isPlenary(kind: SessionKind): boolean {
  return kind === "plenary" || kind === "formal" || kind === "results";
}

/** Whether somebody has a place in a session or waits for one. */
export type PlaceState = "registered" | "waiting";

/** What is asked before somebody registers. Instants in ms. */
export type Bookable = {
  registers: boolean;
  /** Undefined where nobody counts the places. */
  capacity?: number;
  cancelled: boolean;
  endsAt: number;
};

/**
 * The place of somebody who asks for one now, while `registered` have one and `waiting` wait. Who
 * waits is never overtaken: a place that is free while somebody waits is theirs.
 */
export function placeFor(
  session: Bookable,
  { registered, waiting, now }: { registered: number; waiting: number; now: number },
): Result<PlaceState> {
  if (session.cancelled) return refuse("session-cancelled");
  if (now >= session.endsAt) return refuse("session-over");
  if (!session.registers) return refuse("no-registration");
  const full = session.capacity !== undefined && registered + waiting >= session.capacity;
  return ok(full ? "waiting" : "registered");
}

/** How many of those who wait have a place now: all, where places are not counted. */
export function movingUp(
  session: Pick<Bookable, "registers" | "capacity">,
  { registered, waiting }: { registered: number; waiting: number },
): number {
  if (session.capacity === undefined || !session.registers) return waiting;
  return Math.max(0, Math.min(waiting, session.capacity - registered));
}

type Timed = { id: string; startsAt: number; endsAt: number };

/** Which of these sessions take place at the same time, by session. Touching ends do not meet. */
export function conflictsAmong(sessions: readonly Timed[]): Map<string, string[]> {
  return new Map(
    sessions.map((one) => [
      one.id,
      sessions
        .filter(({ id, startsAt, endsAt }) => {
          return id !== one.id && startsAt < one.endsAt && one.startsAt < endsAt;
        })
        .map(({ id }) => id),
    ]),
  );
}
