import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can, type Action } from "#domain/kernel/can.ts";

/** The views of one session, and the right each asks for. */
const PLACES = {
  member: "session.enter",
  chair: "session.chair",
  results: "decision.publish",
  moderation: "session.moderate",
  gather: "question.write-for",
  appeals: "question.judge-appeal",
  secretary: "session.note-answers",
  urns: "urn.watch",
  paper: "paper.enter",
  door: "door.keep",
  reader: "session.read-aloud",
  screen: "session.show-screen",
  card: "session.show-screen",
  rehearsal: "session.rehearse",
} as const satisfies Record<string, Action>;
export type SessionPlace = keyof typeof PLACES;

export function mayBeIn(actor: Actor, assemblyId: string, place: SessionPlace): boolean {
  return can(actor, PLACES[place], assemblySubject(assemblyId));
}

/** The views that are open to somebody: pages show only what will work. */
export function placesOf(actor: Actor, assemblyId: string): SessionPlace[] {
  return (Object.keys(PLACES) as SessionPlace[]).filter((place) =>
    mayBeIn(actor, assemblyId, place),
  );
}
