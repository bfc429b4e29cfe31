import * as Y from "yjs";
import type { MinutesRoomView } from "#wire/lab-minutes.ts";
import type { DeltaPart } from "./caret.ts";

/** Somebody else who writes, and where in the text: undefined where that was not heard. */
export type Writer = { id: string; name: string; at?: number };

/** Changes whose place is remembered; who writes has made one of the last so many. */
const REMEMBERED = 120;

/**
 * Where each change happened, by its number. A place moves along with the text, as a caret does.
 */
export class WritersPlaces {
  readonly #places = new Map<number, Y.RelativePosition>();

  constructor(private readonly text: Y.Text) {}

  /** What change number `seq` did to the text. */
  note(seq: number, delta: readonly DeltaPart[]): void {
    const at = endOf(delta);
    this.#places.set(seq, Y.createRelativePositionFromTypeIndex(this.text, at, -1));
    this.#places.delete(seq - REMEMBERED);
  }

  /** Of those who write, all but oneself. */
  of(writers: MinutesRoomView["writers"], me: string): Writer[] {
    return Object.entries(writers).flatMap(([id, { name, seq }]) => {
      if (id === me) return [];
      const at = this.#now(this.#places.get(seq));
      return at === undefined ? { id, name } : { id, name, at };
    });
  }

  #now(place: Y.RelativePosition | undefined): number | undefined {
    const { doc } = this.text;
    if (!place || !doc) return undefined;
    return Y.createAbsolutePositionFromRelativePosition(place, doc)?.index;
  }
}

/** The place behind the last thing that a change put in or took away. */
function endOf(delta: readonly DeltaPart[]): number {
  let place = 0;
  let last = 0;
  for (const { retain = 0, insert } of delta) {
    place += retain + (typeof insert === "string" ? insert.length : 0);
    if (retain === 0) last = place;
  }
  return last;
}
