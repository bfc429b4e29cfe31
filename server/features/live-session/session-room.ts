import type { OutboxEvent } from "../../platform/outbox.ts";

/** A wake-up must stay under 7,000 bytes; a person's id takes 39 of them. */
const PERSONS_PER_WAKE = 150;

/** All rooms of one assembly's live session, whatever the audience. */
export function sessionRoomName(assemblyId: string): string {
  return `live-session/${assemblyId}`;
}

/** People in portions that fit a wake-up, each once. */
export function chunksOfPersons(persons: Iterable<string>): string[][] {
  const all = [...new Set(persons)];
  const chunks: string[][] = [];
  for (let start = 0; start < all.length; start += PERSONS_PER_WAKE) {
    chunks.push(all.slice(start, start + PERSONS_PER_WAKE));
  }
  return chunks;
}

/** What the outbox says when a session changed: to everybody, and to these people in person. */
export function sessionChanged(assemblyId: string, persons: Iterable<string> = []): OutboxEvent[] {
  const room = sessionRoomName(assemblyId);
  const told = chunksOfPersons(persons).map((part) => ({
    topic: "room" as const,
    room,
    persons: part,
  }));
  return told.length > 0 ? told : [{ topic: "room", room }];
}
