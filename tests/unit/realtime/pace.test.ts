import type { IncomingMessage } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Door } from "#server/realtime/door.ts";
import { Gate } from "#server/realtime/gate.ts";
import { SocketsOfPersons, takeAllowance } from "#server/realtime/limits.ts";
import { tickMs } from "#server/realtime/tick.ts";

function deferred() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end: () => end(), ended };
}

describe("the pace of a room", () => {
  it.each([
    [1, 320],
    [1_600, 320],
    [5_000, 1_000],
    [20_000, 2_000],
  ])("with %i readers is one delta in %i ms", (readers, ms) => {
    expect(tickMs(readers)).toBe(ms);
  });
});

describe("a gate", () => {
  it("lets a few through at a time, in the order they came", async () => {
    const gate = new Gate(2);
    const works = Array.from({ length: 5 }, deferred);
    const begun: number[] = [];
    const all = works.map(({ ended }, index) =>
      gate.pass(async () => {
        begun.push(index);
        await ended;
      }),
    );
    await turn();
    expect(begun).toEqual([0, 1]);
    works[1]?.end();
    await turn();
    expect(begun).toEqual([0, 1, 2]);
    works.forEach(({ end }) => end());
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4]);
  });

  it("gives its place on where the work failed", async () => {
    const gate = new Gate(1);
    await expect(gate.pass(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await gate.pass(() => Promise.resolve("yes"))).toBe("yes");
  });

  it("tells who waits for a short queue once it is short", async () => {
    const gate = new Gate(1);
    const works = Array.from({ length: 4 }, deferred);
    const all = works.map(({ ended }) => gate.pass(() => ended));
    let short = false;
    const told = gate.untilShort(1).then(() => (short = true));
    works[0]?.end();
    await turn();
    expect(short).toBe(false);
    works[1]?.end();
    await told;
    works.forEach(({ end }) => end());
    await Promise.all(all);
  });
});

describe("the door", () => {
  const request = (destroyed = false) => ({ socket: { destroyed } }) as unknown as IncomingMessage;

  it("opens to a few in each turn and to nobody who has given up", async () => {
    const door = new Door();
    let open = 0;
    for (let index = 0; index < 6; index += 1) door.knock(request(), () => (open += 1));
    door.knock(request(true), () => (open += 100));
    expect(open).toBe(0);
    await turn();
    expect(open).toBe(2);
    await turn();
    await turn();
    expect(open).toBe(6);
    door.knock(request(), () => (open += 1));
    await turn();
    expect(open).toBe(7);
  });
});

describe("what one socket may send", () => {
  it("is sixty messages at once and twenty a second, a join for four", () => {
    const allowance = { left: 0, refilledAt: 0 };
    const now = 1_000_000;
    for (let index = 0; index < 60; index += 1) {
      expect(takeAllowance(allowance, "command", now)).toBe(true);
    }
    expect(takeAllowance(allowance, "command", now)).toBe(false);

    const joining = { left: 0, refilledAt: 0 };
    const joins = Array.from({ length: 16 }, () => takeAllowance(joining, "join", now));
    expect(joins.filter(Boolean)).toHaveLength(15);
    // Four of it pay back what was owed.
    expect(takeAllowance(joining, "join", now + 400)).toBe(true);
    expect(takeAllowance(joining, "join", now + 400)).toBe(false);
  });
});

describe("the sockets of one person", () => {
  it("are a hundred in a process, and a closed one makes room", () => {
    const persons = new SocketsOfPersons();
    for (let index = 0; index < 100; index += 1) expect(persons.enter("a")).toBe(true);
    expect(persons.enter("a")).toBe(false);
    expect(persons.enter("b")).toBe(true);
    persons.leave("a");
    expect(persons.enter("a")).toBe(true);
  });
});
