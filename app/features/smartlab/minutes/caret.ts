/** A part of a change: so many signs stay, go, or come. */
export type DeltaPart = { retain?: number; delete?: number; insert?: unknown };

/** Where a caret stands after others changed the text; what comes right at it goes behind it. */
export function movedCaret(caret: number, delta: readonly DeltaPart[]): number {
  let place = 0;
  let moved = caret;
  for (const part of delta) {
    if (part.retain) place += part.retain;
    if (typeof part.insert === "string") {
      if (place < moved) moved += part.insert.length;
      place += part.insert.length;
    }
    if (part.delete && place < moved) moved -= Math.min(part.delete, moved - place);
  }
  return moved;
}
