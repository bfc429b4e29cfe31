import { applyPatch, type MergePatch } from "#wire/merge-patch.ts";
import type { Delta } from "#wire/protocol.ts";
import type { JsonObject } from "#domain/kernel/json.ts";

/** What a page was loaded with. Without `seq` the first join answers with a snapshot. */
export type LoadedView<View> = { view: View; seq?: number };

/** No number yet: the room has not been joined. */
export const UNJOINED = -1;

/**
 * What a browser knows of one room. `behind` means that something was missed: join again.
 * Deltas that came before the one they follow wait in `ahead`.
 */
export type RoomState<View> = {
  view: View;
  seq: number;
  behind: boolean;
  ahead: Delta[];
};

/** What a room can be told: answers to a join, deltas, and the heartbeat's number. */
export type RoomMessage =
  | { type: "loaded"; seq?: number; view: object }
  | { type: "snapshot"; seq: number; snapshot: object }
  | { type: "deltas"; seq: number; deltas: Delta[] }
  | { type: "delta"; delta: Delta }
  | { type: "heartbeat"; seq: number }
  /** What this browser did itself and need not be told. */
  | { type: "own"; changes: MergePatch };

/** More than this many early deltas are not kept: the join answers with a snapshot anyway. */
const AHEAD_MAX = 16;

export function startRoom<View>({ view, seq = UNJOINED }: LoadedView<View>): RoomState<View> {
  return { view, seq, behind: false, ahead: [] };
}

/** The room after a message. Returns the same object when nothing changed. */
export function receive<View>(state: RoomState<View>, message: RoomMessage): RoomState<View> {
  switch (message.type) {
    case "loaded":
      return takeLoaded(state, message.view as View, message.seq ?? UNJOINED);
    case "snapshot":
      // Also when its number is lower: the server's count is the truth, not ours.
      return restart(state, message.snapshot as View, message.seq);
    case "deltas":
      return catchUp(state, message.deltas, message.seq);
    case "delta":
      return follow(state, message.delta);
    case "heartbeat":
      return message.seq > state.seq && !state.behind ? { ...state, behind: true } : state;
    case "own":
      return change(state, message.changes);
  }
}

/** A page loaded again may be newer than the room, or older where it raced a delta. */
function takeLoaded<View>(state: RoomState<View>, view: View, seq: number): RoomState<View> {
  if (view === state.view) return state;
  if (seq > state.seq) return restart(state, view, seq);
  return state.seq === UNJOINED ? { ...state, view } : state;
}

function restart<View>(state: RoomState<View>, view: View, seq: number): RoomState<View> {
  return replayAhead({ view, seq, behind: false, ahead: state.ahead });
}

function catchUp<View>(state: RoomState<View>, deltas: Delta[], seq: number): RoomState<View> {
  let next: RoomState<View> = { ...state, behind: false };
  for (const delta of deltas) next = follow(next, delta);
  next = replayAhead(next);
  return next.seq < seq ? { ...next, behind: true } : next;
}

function follow<View>(state: RoomState<View>, delta: Delta): RoomState<View> {
  // A personal room also sends changes without a number of their own: there `from` is `seq`.
  if (delta.from === state.seq) return { ...change(state, delta.changes), seq: delta.seq };
  if (delta.seq <= state.seq) return state;
  return { ...state, behind: true, ahead: [...state.ahead, delta].slice(-AHEAD_MAX) };
}

function change<View>(state: RoomState<View>, changes: MergePatch): RoomState<View> {
  return { ...state, view: applyPatch(state.view as JsonObject, changes) as View };
}

function replayAhead<View>(state: RoomState<View>): RoomState<View> {
  const waiting = [...state.ahead].sort((a, b) => a.from - b.from);
  let next: RoomState<View> = { ...state, ahead: [] };
  for (const delta of waiting) next = follow(next, delta);
  return next;
}
