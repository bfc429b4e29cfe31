import { describe, expect, it } from "vitest";
import { writeCalendar } from "#domain/programme/calendar.ts";
import { publishRegions } from "#domain/programme/regional-figures.ts";
import { conflictsAmong, movingUp, placeFor } from "#domain/programme/session.ts";
import { mayFrame } from "#domain/programme/site.ts";
import { fromNowOn } from "#app/features/programme/from-now-on.ts";
import type { SessionCard } from "#wire/programme.ts";
import { synthesisDueOn, synthesisState } from "#domain/programme/synthesis.ts";

const OPEN = { registers: true, capacity: 2, cancelled: false, endsAt: 1_000 };

describe("a place in a session", () => {
  it("is there, or waited for, or not to be had", () => {
    const taken = { registered: 1, waiting: 0, now: 0 };
    expect(placeFor(OPEN, taken)).toEqual({ ok: true, value: "registered" });
    expect(placeFor(OPEN, { ...taken, registered: 2 })).toEqual({ ok: true, value: "waiting" });
    expect(placeFor(OPEN, { ...taken, now: 1_000 })).toMatchObject({
      refusal: { code: "session-over" },
    });
    expect(placeFor({ ...OPEN, cancelled: true }, taken)).toMatchObject({
      refusal: { code: "session-cancelled" },
    });
    expect(placeFor({ ...OPEN, registers: false }, taken)).toMatchObject({
      refusal: { code: "no-registration" },
    });
  });

  it("that is free while somebody waits is theirs", () => {
    expect(placeFor(OPEN, { registered: 1, waiting: 1, now: 0 })).toEqual({
      ok: true,
      value: "waiting",
    });
    expect(movingUp(OPEN, { registered: 1, waiting: 4 })).toBe(1);
    expect(movingUp({ ...OPEN, capacity: 9 }, { registered: 1, waiting: 4 })).toBe(4);
    expect(movingUp(OPEN, { registered: 5, waiting: 4 })).toBe(0);
    expect(movingUp({ registers: true }, { registered: 5, waiting: 4 })).toBe(4);
  });

  it("conflicts with what happens at the same time, not with what follows", () => {
    const conflicts = conflictsAmong([
      { id: "a", startsAt: 0, endsAt: 10 },
      { id: "b", startsAt: 10, endsAt: 20 },
      { id: "c", startsAt: 5, endsAt: 12 },
    ]);
    expect(conflicts.get("a")).toEqual(["c"]);
    expect(conflicts.get("b")).toEqual(["c"]);
    expect(conflicts.get("c")).toEqual(["a", "b"]);
  });
});

it("a synthesis is owed after its stop and overdue after its day", () => {
  const dueOn = synthesisDueOn("2026-02-26", 7);
  expect(dueOn).toBe("2026-03-05");
  const stop = { published: false, endedOn: "2026-02-26", dueOn };
  expect(synthesisState({ ...stop, today: "2026-02-25" })).toBe("before");
  expect(synthesisState({ ...stop, today: "2026-02-26" })).toBe("owed");
  expect(synthesisState({ ...stop, today: dueOn })).toBe("owed");
  expect(synthesisState({ ...stop, today: "2026-03-06" })).toBe("overdue");
  expect(synthesisState({ ...stop, published: true, today: "2026-03-06" })).toBe("published");
});

it("a stream is framed only from a host that is named, over https", () => {
  const hosts = ["player.example.org"];
  expect(mayFrame("https://player.example.org/live", hosts)).toBe(true);
  expect(mayFrame("http://player.example.org/live", hosts)).toBe(false);
  expect(mayFrame("https://player.example.org.evil.test/", hosts)).toBe(false);
  expect(mayFrame("https://player.example.org@evil.test/", hosts)).toBe(false);
  expect(mayFrame(undefined, hosts)).toBe(false);
});

it("figures of a region hide what would point at somebody (V8)", () => {
  const rows = (office: string, counts: [string, number][]) =>
    counts.map(([value, members]) => ({ office, value, members }));
  const category = [
    ...rows("liege", [
      ["A", 120],
      ["B", 80],
    ]),
    ...rows("eupen", [
      ["A", 2],
      ["B", 90],
    ]),
    ...rows("mons", [
      ["A", 60],
      ["B", 70],
    ]),
  ];
  const { table, values } = publishRegions({ category, language: [], seniority: [] }).category;
  expect(values).toEqual(["A", "B"]);
  const hidden = table.rows.flatMap(({ counts }) => counts.filter((count) => count === "hidden"));
  expect(hidden.length).toBeGreaterThanOrEqual(4);
});

describe("a calendar", () => {
  const event = {
    uid: "1@palabre.test",
    sequence: 3,
    startsAt: Date.parse("2026-11-21T09:00:00Z"),
    endsAt: Date.parse("2026-11-21T10:30:00Z"),
    title:
      "D’où vient l’argent, et où va-t-il ? Un atelier ; avec des chiffres, et du temps pour tout",
    place: "Salle 1\nLa halle",
    url: "https://palabre.test/1",
    status: "CONFIRMED" as const,
  };
  const text = writeCalendar({ name: "Palabre", language: "fr", events: [event], now: 0 });

  it("says its instants in UTC and keeps what a comma means", () => {
    expect(text).toContain("DTSTART:20261121T090000Z\r\n");
    expect(text).toContain("SEQUENCE:3\r\n");
    expect(text).toContain("LOCATION:Salle 1\\nLa halle\r\n");
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain("l’argent\\, et où va-t-il ? Un atelier \\; avec");
  });

  it("has lines of at most 75 bytes", () => {
    const sizes = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
  });
});

describe("a programme on the day", () => {
  it("has one's own places first, then what is to come, and what is over apart", () => {
    const session = (id: string, endsAt: number, more: object = {}) =>
      ({ id, endsAt, cancelled: undefined, ...more }) as unknown as SessionCard;
    const mine = { mine: { state: "registered" } };
    const sessions = [
      session("over", 10),
      session("mine-over", 10, mine),
      session("now", 30),
      session("mine", 40, mine),
      session("cancelled", 50, { ...mine, cancelled: true }),
    ];
    const ids = Object.entries(fromNowOn(sessions, 20)).map(([part, of]) => [
      part,
      of.map(({ id }) => id),
    ]);
    expect(Object.fromEntries(ids)).toEqual({
      mine: ["mine"],
      ahead: ["now", "cancelled"],
      over: ["over", "mine-over"],
    });
  });
});
