import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ActQueue, type QueuedAct } from "#app/features/codev/session/act-queue.ts";
import type { CommandAnswer } from "#wire/protocol.ts";

const act = (id: string): QueuedAct => ({ id, kind: "next", at: 1, step: "opening" });
const DONE: CommandAnswer = { ok: true, result: {} };

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("the acts of a device", () => {
  it("leave one after the other, and stay until the room tells them", async () => {
    const sent: string[] = [];
    const queue = new ActQueue("s", ({ id }) => {
      sent.push(id);
      return Promise.resolve(DONE);
    });
    queue.add(act("a"));
    queue.add(act("b"));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "b"]);
    expect(queue.current().waiting.map(({ id }) => id)).toEqual(["a", "b"]);
    queue.heard({ a: {} });
    expect(queue.current().waiting.map(({ id }) => id)).toEqual(["b"]);
  });

  it("survive a reload and a server that is away, in their order", async () => {
    const away = new ActQueue("s", () => Promise.reject(new Error("away")));
    away.add(act("a"));
    away.add(act("b"));
    await vi.advanceTimersByTimeAsync(1);

    const sent: string[] = [];
    let failures = 1;
    const queue = new ActQueue("s", ({ id }) => {
      if (failures-- > 0) return Promise.reject(new Error("away"));
      sent.push(id);
      return Promise.resolve(DONE);
    });
    queue.start();
    queue.add(act("c"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(["a", "b", "c"]);
  });

  it("are let go where the server refuses one, and the refusal is told", async () => {
    const queue = new ActQueue("s", ({ id }) =>
      Promise.resolve(id === "a" ? { ok: false, error: { code: "wrong-phase" } } : DONE),
    );
    queue.add(act("a"));
    queue.add(act("b"));
    await vi.runAllTimersAsync();
    expect(queue.current()).toMatchObject({
      waiting: [act("b")],
      refusal: { code: "wrong-phase" },
    });
  });
});
