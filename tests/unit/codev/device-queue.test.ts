import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeviceQueue, type QueuedCommand } from "#app/features/codev/session/device-queue.ts";
import type { DeviceStore } from "#app/features/codev/session/device-store.ts";
import type { CommandAnswer } from "#wire/protocol.ts";

const act = (id: string): QueuedCommand => ({
  id,
  type: "codev-session.act",
  payload: { kind: "next", at: 1, step: "opening" },
});
const note = (id: string, text: string): QueuedCommand => ({
  id,
  type: "codev-session.note",
  payload: { about: "notepad", text },
});
const DONE: CommandAnswer = { ok: true, result: {} };
const AWAY = () => Promise.reject(new Error("away"));

let kept: Map<string, string>;
const store = (): DeviceStore => ({
  lasting: true,
  read: <T>(what: string) => {
    const found = kept.get(what);
    return Promise.resolve(found === undefined ? undefined : (JSON.parse(found) as T));
  },
  write: (what, value) => Promise.resolve(void kept.set(what, JSON.stringify(value))),
  forget: () => Promise.resolve(kept.clear()),
});
const idsOf = (queue: DeviceQueue) => queue.current().waiting.map(({ id }) => id);

beforeEach(() => {
  kept = new Map();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("what was done on a device", () => {
  it("leaves one after the other, and stays until the room tells it", async () => {
    const sent: string[] = [];
    const queue = new DeviceQueue(({ id }) => {
      sent.push(id);
      return Promise.resolve(DONE);
    });
    await queue.start(store());
    queue.add(act("a"));
    queue.add(act("b"));
    await vi.runAllTimersAsync();
    expect(sent).toEqual(["a", "b"]);
    expect(idsOf(queue)).toEqual(["a", "b"]);
    expect(queue.current().unsent).toBe(0);
    queue.heard(({ id }) => id === "a");
    expect(idsOf(queue)).toEqual(["b"]);
  });

  it("survives a reload and a server that is away, in its order", async () => {
    const away = new DeviceQueue(AWAY);
    // What is done before the store has opened is kept too.
    away.add(act("a"));
    await away.start(store());
    away.add(note("b", "Une note"));
    await vi.advanceTimersByTimeAsync(1);

    const sent: string[] = [];
    let failures = 1;
    const queue = new DeviceQueue(({ id }) => {
      if (failures-- > 0) return Promise.reject(new Error("away"));
      sent.push(id);
      return Promise.resolve(DONE);
    });
    await queue.start(store());
    queue.add(act("c"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual(["a", "b", "c"]);
    expect(kept.get("waiting")).toBe("[]");
  });

  it("sends the last state of a note and not the ones before it", async () => {
    const queue = new DeviceQueue(AWAY);
    await queue.start(store());
    const isNote = ({ type }: QueuedCommand) => type === "codev-session.note";
    queue.add(act("a"));
    queue.add(note("b", "Une"), isNote);
    queue.add(note("c", "Une note"), isNote);
    expect(idsOf(queue)).toEqual(["a", "c"]);
  });

  it("waits for who was signed out meanwhile", async () => {
    let signedIn = false;
    const queue = new DeviceQueue(() =>
      Promise.resolve(signedIn ? DONE : { ok: false, error: { code: "not-signed-in" } }),
    );
    await queue.start(store());
    queue.add(act("a"));
    await vi.advanceTimersByTimeAsync(1);
    expect(queue.current()).toMatchObject({ unsent: 1, refusal: { code: "not-signed-in" } });
    signedIn = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(queue.current()).toMatchObject({ unsent: 0, refusal: undefined });
  });

  it("is let go where the server refuses it, and the first refusal is told", async () => {
    const refused: Record<string, string> = { a: "quorum-missing", b: "wrong-phase" };
    const queue = new DeviceQueue(({ id }) =>
      Promise.resolve(refused[id] ? { ok: false, error: { code: refused[id] } } : DONE),
    );
    queue.add(act("a"));
    queue.add(act("b"));
    queue.add(act("c"));
    await queue.start(store());
    await vi.runAllTimersAsync();
    expect(idsOf(queue)).toEqual(["c"]);
    expect(queue.current().refusal).toEqual({ code: "quorum-missing" });
    queue.add(act("d"));
    expect(queue.current().refusal).toBeUndefined();
  });
});
