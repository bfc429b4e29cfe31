import type { Delta, JoinAnswer } from "#wire/protocol.ts";

/** Somebody who reads a room. */
export type RoomReader = {
  room: string;
  /** The number it holds; undefined before the first answer. */
  since: () => number | undefined;
  onAnswer: (answer: JoinAnswer) => void;
  onDelta: (delta: Delta) => void;
  onHeartbeat: (seq: number) => void;
};

/** A reader's place in a room. */
export type Seat = {
  /** Joins again, a little later: many readers may have missed the same delta. */
  rejoin: () => void;
  leave: () => void;
};

/** The join of a reader, from where it stands. */
export function joinMessage({ room, since }: RoomReader): { room: string; since?: number } {
  const held = since();
  return held === undefined ? { room } : { room, since: held };
}
