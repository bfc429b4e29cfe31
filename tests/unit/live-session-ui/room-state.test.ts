import { describe, expect, it } from "vitest";
import type { Delta } from "#wire/protocol.ts";
import { receive, startRoom } from "#app/features/live-session/room-state.ts";

type View = { present: number; questions: Record<string, string> };

const room = "live-session/a/member";
const start = () => startRoom<View>({ view: { present: 3, questions: { a: "Why?" } }, seq: 7 });
const delta = (from: number, changes: Delta["changes"]): Delta => ({
  room,
  from,
  seq: from + 1,
  changes,
});

describe("a room in the browser", () => {
  it("applies the delta that follows", () => {
    const after = receive(start(), { type: "delta", delta: delta(7, { present: 4 }) });
    expect(after).toMatchObject({ seq: 8, behind: false, view: { present: 4 } });
  });

  it("keeps what did not change identical, so that React skips it", () => {
    const before = start();
    const after = receive(before, { type: "delta", delta: delta(7, { present: 4 }) });
    expect(after.view.questions).toBe(before.view.questions);
  });

  it("ignores a delta it has seen", () => {
    const before = start();
    expect(receive(before, { type: "delta", delta: delta(6, { present: 99 }) })).toBe(before);
  });

  it("notices a gap and does not apply what comes after it", () => {
    const after = receive(start(), { type: "delta", delta: delta(9, { present: 99 }) });
    expect(after).toMatchObject({ seq: 7, behind: true, view: { present: 3 } });
  });

  it("notices a lost last delta by the heartbeat", () => {
    expect(receive(start(), { type: "heartbeat", seq: 8 }).behind).toBe(true);
  });

  it("is not disturbed by a heartbeat of a slower process", () => {
    const before = start();
    expect(receive(before, { type: "heartbeat", seq: 6 })).toBe(before);
  });

  it("asks only once however many heartbeats say so", () => {
    const behind = receive(start(), { type: "heartbeat", seq: 8 });
    expect(receive(behind, { type: "heartbeat", seq: 9 })).toBe(behind);
  });

  it("catches up with the deltas of a join, then with those that came early", () => {
    const early = receive(start(), { type: "delta", delta: delta(9, { present: 10 }) });
    const after = receive(early, {
      type: "deltas",
      seq: 9,
      deltas: [delta(7, { present: 8 }), delta(8, { questions: { a: null, b: "How?" } })],
    });
    expect(after).toEqual({
      seq: 10,
      behind: false,
      ahead: [],
      view: { present: 10, questions: { b: "How?" } },
    });
  });

  it("stays behind when the deltas of a join do not reach what they promise", () => {
    const after = receive(start(), { type: "deltas", seq: 9, deltas: [delta(8, {})] });
    expect(after.behind).toBe(true);
  });

  it("takes a snapshot as the truth, also with a lower number", () => {
    const snapshot = { present: 1, questions: {} };
    const after = receive(start(), { type: "snapshot", seq: 2, snapshot });
    expect(after).toEqual({ seq: 2, behind: false, ahead: [], view: snapshot });
  });

  it("takes a change of a personal room that has no number of its own", () => {
    const delta = { room, from: 7, seq: 7, changes: { present: 4 } };
    expect(receive(start(), { type: "delta", delta })).toMatchObject({
      seq: 7,
      behind: false,
      view: { present: 4 },
    });
  });

  it("shows what the person just did", () => {
    const after = receive(start(), { type: "own", changes: { questions: { a: null } } });
    expect(after).toMatchObject({ seq: 7, view: { present: 3, questions: {} } });
  });

  it("takes a page loaded again only where it is newer", () => {
    const before = start();
    const view = { present: 5, questions: {} };
    expect(receive(before, { type: "loaded", seq: 7, view })).toBe(before);
    expect(receive(before, { type: "loaded", seq: 8, view })).toMatchObject({ seq: 8, view });
  });

  it("takes every page loaded again as long as no room was joined", () => {
    const unjoined = startRoom<View>({ view: { present: 3, questions: {} } });
    const view = { present: 5, questions: {} };
    expect(receive(unjoined, { type: "loaded", view })).toMatchObject({ view });
    expect(receive(start(), { type: "loaded", view }).view.present).toBe(3);
  });
});
