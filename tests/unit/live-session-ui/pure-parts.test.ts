import { describe, expect, it, vi } from "vitest";
import type { SessionView } from "#wire/live-session.ts";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import { formPayload } from "#app/features/live-session/form-payload.ts";
import { reconnectDelay, rejoinDelay } from "#domain/live-session/reconnect-delay.ts";
import { steadyOrder } from "#app/features/live-session/steady-order.ts";
import { whatChanged } from "#app/features/live-session/announcements.ts";
import { QUIET_QUESTIONING } from "../../support/quiet-questioning.ts";
import { QUIET_FLOOR, QUIET_STAGE } from "../../support/quiet-stage.ts";

describe("coming back", () => {
  it("is always tried within two seconds, and spread", () => {
    for (const attempt of [0, 1, 2, 3, 50]) {
      expect(reconnectDelay(attempt, 0.999)).toBeLessThan(1_800);
      expect(reconnectDelay(attempt, 0)).toBeLessThan(reconnectDelay(attempt, 0.999));
    }
    expect(rejoinDelay(0.999)).toBeLessThan(500);
  });
});

describe("a form and its live command", () => {
  const form = (fields: Record<string, string>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.set(name, value);
    return data;
  };

  it("carry the same", () => {
    const fields = { intent: "question.write", text: "Why so?", itemId: "", nameHidden: "on" };
    expect(formPayload("question.write", form(fields))).toEqual({
      text: "Why so?",
      nameHidden: true,
    });
  });

  it("say no where a box is not ticked or a button says so", () => {
    expect(formPayload("question.write", form({ text: "Why?" })).nameHidden).toBe(false);
    expect(formPayload("question.support", form({ on: "false" }))).toEqual({ on: false });
    const tied = form({ order: "b" });
    tied.append("order", "a");
    expect(formPayload("decision.cast-tie", tied)).toEqual({ order: ["b", "a"] });
  });
});

describe("a list that holds still", () => {
  it("keeps the places, lets go of what is gone and counts what is new", () => {
    expect(steadyOrder(["a", "b", "c"], ["d", "c", "a", "e"])).toEqual({
      shown: ["a", "c"],
      waiting: 2,
    });
  });
});

describe("a command id", () => {
  it("is a UUID also where the browser offers none", () => {
    vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
    expect(newCommandId()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    vi.unstubAllGlobals();
  });
});

describe("what is said aloud", () => {
  const view = (changes: Partial<SessionView> = {}): SessionView => ({
    assembly: {
      id: "a",
      slug: "ag",
      title: { fr: "AG" },
      phase: "live",
      questionsOpen: true,
      currentItemId: "i1",
    },
    agenda: {
      i1: { id: "i1", position: 1, purpose: "inform", phase: "current", title: {}, minutes: 5 },
      i2: { id: "i2", position: 2, purpose: "decide", phase: "upcoming", title: {}, minutes: 5 },
    },
    present: { persons: 1, shares: 1 },
    presence: {},
    roll: { persons: 2, shares: 2 },
    questions: {},
    decisions: {},
    stage: QUIET_STAGE,
    floor: QUIET_FLOOR,
    polls: {},
    reactions: { open: false, given: {} },
    moderation: { refused: {}, merged: 0, statutoryOpen: 0 },

    questioning: QUIET_QUESTIONING,
    ...changes,
  });

  it("is nothing where only counts moved", () => {
    expect(whatChanged(view(), view({ present: { persons: 2, shares: 2 } }))).toEqual([]);
  });

  it("is an opened vote first, then the agenda", () => {
    const decision = { id: "d", phase: "open", title: { fr: "Comptes" } } as never;
    const after = view({ decisions: { d: decision } });
    after.assembly.currentItemId = "i2";
    expect(whatChanged(view(), after).map((one) => one.what)).toEqual([
      "voteOpened",
      "itemReached",
    ]);
  });
});
