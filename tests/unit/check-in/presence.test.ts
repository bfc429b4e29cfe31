import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interval, Passage } from "#domain/check-in/interval.ts";
import { presenceOf, presenceOfRepresented } from "#domain/check-in/presence.ts";

const into = (at: number, siteId?: string): Passage => ({
  kind: "arrive",
  at,
  ...(siteId ? { siteId } : {}),
  channel: siteId ? "door" : "online",
});
const out = (at: number): Passage => ({ kind: "leave", at });
const at = (from: number, to?: number, siteId?: string): Interval => ({
  from,
  ...(to === undefined ? {} : { to }),
  ...(siteId ? { siteId } : {}),
  channel: siteId ? "door" : "online",
});

describe("presence", () => {
  const of = (passages: Passage[], recorded: Interval[] = []) => presenceOf({ recorded, passages });

  it("goes from an arrival to the next departure, and lasts where none came", () => {
    expect(of([into(10, "namur"), out(20), into(30, "namur")])).toEqual([
      at(10, 20, "namur"),
      at(30, undefined, "namur"),
    ]);
    expect(of([out(5), out(6)])).toEqual([]);
    expect(of([into(10, "namur"), out(10)])).toEqual([at(10, undefined, "namur")]);
  });

  it("is in one place at a time: who comes in elsewhere left the place before", () => {
    expect(of([into(10, "namur"), into(20, "gent")])).toEqual([
      at(10, 20, "namur"),
      at(20, undefined, "gent"),
    ]);
    expect(of([into(20, "namur")], [at(10)])).toEqual([at(10, 20), at(20, undefined, "namur")]);
  });

  it("stays in the room for who opens a phone there", () => {
    expect(of([into(10, "namur"), into(20), into(25, "namur")])).toEqual([
      at(10, undefined, "namur"),
    ]);
  });

  it("takes what a door sends late as if it had come in time", () => {
    // Recorded: here from 13 to 15. A steward without network saw them go at 14 and come back.
    expect(of([into(14.5, "namur"), out(14)], [at(13, 15, "namur")])).toEqual([
      at(13, 14, "namur"),
      at(14.5, 15, "namur"),
    ]);
    expect(of([into(14, "gent")], [at(13, 15, "namur"), at(15, undefined, "gent")])).toEqual([
      at(13, 14, "namur"),
      at(14, undefined, "gent"),
    ]);
  });

  it("gives back what an act that is taken back had taken", () => {
    const recorded = [at(10, 20, "namur"), at(20, undefined, "gent")];
    const undone = [into(20, "gent")];
    expect(presenceOf({ recorded, passages: [], undone })).toEqual([at(10, undefined, "namur")]);
    expect(
      presenceOf({ recorded: [at(10, 20, "namur")], passages: [], undone: [out(20)] }),
    ).toEqual([at(10, undefined, "namur")]);
    expect(
      presenceOf({
        recorded: [at(10, undefined, "namur")],
        passages: [],
        undone: [into(10, "namur")],
      }),
    ).toEqual([]);
  });

  it("ends with the session, and at a stop of the tour with the stop", () => {
    const endsOf = new Map([["mons", 50]]);
    expect(presenceOf({ recorded: [], passages: [into(10, "namur")], closedAt: 40 })).toEqual([
      at(10, 40, "namur"),
    ]);
    expect(
      presenceOf({ recorded: [at(10, 40, "namur")], passages: [into(41, "gent")], closedAt: 40 }),
    ).toEqual([at(10, 40, "namur")]);
    expect(presenceOf({ recorded: [], passages: [into(10, "mons")], endsOf })).toEqual([
      at(10, 50, "mons"),
    ]);
    expect(presenceOf({ recorded: [], passages: [into(10, "mons"), into(90)], endsOf })).toEqual([
      at(10, 50, "mons"),
      at(90),
    ]);
  });

  const passage = fc.oneof(
    fc
      .record({ at: fc.integer({ min: 1, max: 60 }), site: fc.constantFrom("a", "b", "") })
      .map(({ at, site }) => into(at, site || undefined)),
    fc.integer({ min: 1, max: 60 }).map(out),
  );
  const passages = fc.uniqueArray(passage, { selector: ({ at }) => at, maxLength: 12 });

  it("does not depend on the order in which devices send, nor on how often", () => {
    fc.assert(
      fc.property(passages, fc.integer(), (acts, turn) => {
        const whole = of(acts);
        const shuffled = [...acts].sort(
          (a, b) => ((a.at * 31 + turn) % 7) - ((b.at * 31 + turn) % 7),
        );
        expect(of([...shuffled, ...acts])).toEqual(whole);
        expect(of(acts, whole)).toEqual(whole);
        // One after another, each on what was on record before it.
        let recorded: Interval[] = [];
        shuffled.forEach((_, index) => {
          recorded = of(shuffled.slice(0, index + 1), recorded);
        });
        expect(recorded).toEqual(whole);
      }),
    );
  });

  it("never overlaps and never ends before it begins", () => {
    fc.assert(
      fc.property(passages, fc.option(fc.integer({ min: 1, max: 60 })), (acts, closed) => {
        const known = closed === null ? {} : { closedAt: closed };
        const intervals = presenceOf({ recorded: [], passages: acts, ...known });
        intervals.forEach(({ from, to }, index) => {
          const next = intervals[index + 1];
          if (to !== undefined) expect(to).toBeGreaterThan(from);
          if (next) expect(next.from).toBeGreaterThanOrEqual(to ?? Infinity);
          if (closed !== null) expect(to).toBeLessThanOrEqual(closed);
        });
      }),
    );
  });
});

describe("a legal person", () => {
  it("is there while any of its representatives is", () => {
    expect(presenceOfRepresented([[at(10, 20, "namur")], [at(15, 30, "namur")]])).toEqual([
      at(10, 30, "namur"),
    ]);
    expect(presenceOfRepresented([[at(10, 20, "namur")], [at(15, undefined, "gent")]])).toEqual([
      at(10, 20, "namur"),
      at(20, undefined, "gent"),
    ]);
    expect(presenceOfRepresented([[at(10, 20)], [at(25, 30)]])).toEqual([at(10, 20), at(25, 30)]);
    expect(presenceOfRepresented([])).toEqual([]);
  });
});
