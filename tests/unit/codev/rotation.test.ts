import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comeAfterAll,
  excuse,
  hold,
  join,
  leave,
  postpone,
  swap,
  takeDate,
} from "#domain/codev/rotation-acts.ts";
import {
  activeMembers,
  clientCounts,
  clientsFor,
  type CycleDate,
  datesAhead,
  datesMissing,
  type Group,
  isTooSmall,
  mayBeClient,
  plan,
  plannedOn,
} from "#domain/codev/rotation.ts";

const NAMES = ["ann", "bea", "cyr", "dan", "eva", "fay", "gus", "hal", "ida", "jan"];

function newGroup(members: number, dates = members + 2): Group {
  return plan({
    members: NAMES.slice(0, members).map((id, lot) => ({ id, lot, active: true })),
    dates: Array.from({ length: dates }, (_, at): CycleDate => {
      const position = at + 1;
      return {
        id: `d${String(position)}`,
        position,
        spare: position > members,
        state: "planned",
        excused: [],
        turns: [],
      };
    }),
  });
}

const everybody = (group: Group) => activeMembers(group).map(({ id }) => id);

function must(result: ReturnType<typeof hold>): Group {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

describe("a cycle", () => {
  it("gives each a date of their own and leaves two", () => {
    const group = newGroup(6);
    expect(group.dates.map(({ id }) => plannedOn(group, id))).toEqual([
      ["ann"],
      ["bea"],
      ["cyr"],
      ["dan"],
      ["eva"],
      ["fay"],
      [],
      [],
    ]);
    expect(datesMissing(group)).toBe(0);
  });

  it("owes a turn to who was not there, on the first spare date", () => {
    const group = must(
      hold(newGroup(6), "d1", { present: ["bea", "cyr", "dan", "eva"], clients: ["cyr"] }),
    );
    expect(group.dates[0]?.turns).toEqual([
      { clientId: "ann", place: 1, state: "missed" },
      { clientId: "cyr", place: 1, state: "served" },
    ]);
    // Whose turn was not used: the date that is free goes to who is owed one.
    expect(plannedOn(group, "d3")).toEqual(["ann"]);
    expect(clientsFor(group, "d2", { present: everybody(group) })[0]).toBe("bea");
  });

  it("asks for who is owed a turn, then for who says it is urgent, then for the lot", () => {
    let group = newGroup(6);
    group = excuse(group, "d4", "dan");
    const present = ["cyr", "dan", "eva", "fay"];
    expect(clientsFor(group, "d1", { present, urgency: { fay: 2 } })).toEqual([
      "dan",
      "fay",
      "cyr",
      "eva",
    ]);
  });

  it("takes place with a client and three others", () => {
    const group = newGroup(4);
    expect(hold(group, "d1", { present: ["ann", "bea", "cyr"], clients: ["ann"] })).toMatchObject({
      ok: false,
      refusal: { code: "quorum-missing" },
    });
  });

  it("has two consultations in a session only at its end", () => {
    const group = newGroup(4, 3);
    const present = everybody(group);
    expect(hold(group, "d1", { present, clients: ["ann", "bea"] })).toMatchObject({
      refusal: { code: "codev-one-client" },
    });
    expect(datesMissing(group)).toBe(0);
    const later = must(hold(group, "d1", { present, clients: ["ann"] }));
    expect(hold(later, "d2", { present, clients: ["bea", "cyr"] }).ok).toBe(true);
  });

  it("lets nobody be client twice before everybody has been", () => {
    const group = must(hold(newGroup(4), "d1", { present: NAMES, clients: ["ann"] }));
    expect(hold(group, "d2", { present: NAMES, clients: ["ann"] })).toMatchObject({
      refusal: { code: "turn-served" },
    });
  });

  it("changes two dates with both of them and nobody else's", () => {
    const group = must(swap(newGroup(5), "ann", "dan"));
    expect(plannedOn(group, "d1")).toEqual(["dan"]);
    expect(plannedOn(group, "d4")).toEqual(["ann"]);
    expect(swap(excuse(group, "d4", "bea"), "bea", "ann").ok).toBe(false);
  });

  it("offers a date that came free to whoever wants it earlier", () => {
    const freed = excuse(newGroup(5), "d1", "ann");
    expect(plannedOn(freed, "d1")).toEqual([]);
    expect(plannedOn(freed, "d6")).toEqual(["ann"]);
    const taken = must(takeDate(freed, "d1", "eva"));
    expect(plannedOn(taken, "d1")).toEqual(["eva"]);
    expect(takeDate(taken, "d1", "bea").ok).toBe(false);
  });

  it("takes newcomers before the second session, while there is room", () => {
    const newcomer = { id: "new", lot: 20, active: true };
    expect(plannedOn(must(join(newGroup(5), newcomer)), "d6")).toEqual(["new"]);
    expect(join(newGroup(10), newcomer)).toMatchObject({ refusal: { code: "codev-group-full" } });
    let group = newGroup(5);
    for (const [date, client] of [
      ["d1", "ann"],
      ["d2", "bea"],
    ] as const) {
      group = must(hold(group, date, { present: NAMES, clients: [client] }));
    }
    expect(join(group, newcomer)).toMatchObject({ refusal: { code: "codev-too-late" } });
  });

  it("is too small with three", () => {
    expect(isTooSmall(leave(newGroup(5), "ann"))).toBe(false);
    expect(isTooSmall(leave(newGroup(4), "ann"))).toBe(true);
  });
});

/** What may happen to a group, by chance: who and which date are taken modulo what there is. */
const happening = fc.record({
  what: fc.constantFrom(
    "hold",
    "hold",
    "hold",
    "hold-two",
    "postpone",
    "excuse",
    "come",
    "take",
    "swap",
    "leave",
    "join",
  ),
  who: fc.nat(9),
  other: fc.nat(9),
  date: fc.nat(11),
  absent: fc.uniqueArray(fc.nat(9), { maxLength: 4 }),
});

type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;
type Act = (group: Group, dateId: string, one: string, happening: Happening) => Group;

const holdWith =
  (consultations: 1 | 2): Act =>
  (group, dateId, one, { who, other, absent }) => {
    const present = everybody(group).filter((id) => !absent.includes(NAMES.indexOf(id)));
    // Sometimes whom the rule proposes, sometimes whom somebody insists on.
    const proposed = clientsFor(group, dateId, { present })[0] ?? one;
    const clients = [who % 2 ? proposed : one, NAMES[other] ?? ""].slice(0, consultations);
    return orSame(group, hold(group, dateId, { present, clients }));
  };

const orSame = (group: Group, result: ReturnType<typeof hold>) =>
  result.ok ? result.value : group;

const ACTS: Record<Happening["what"], Act> = {
  hold: holdWith(1),
  "hold-two": holdWith(2),
  postpone: (group, dateId) => orSame(group, postpone(group, dateId)),
  excuse: (group, dateId, one) =>
    datesAhead(group).some(({ id }) => id === dateId) ? excuse(group, dateId, one) : group,
  come: comeAfterAll,
  take: (group, dateId, one) => orSame(group, takeDate(group, dateId, one)),
  swap: (group, _, one, { other }) => orSame(group, swap(group, one, NAMES[other] ?? "")),
  leave: (group, _, one) => leave(group, one),
  join: (group, _, __, { who }) =>
    orSame(group, join(group, { id: `new${String(who)}`, lot: 20 + who, active: true })),
};

function apply(group: Group, happening: Happening): Group {
  const date = group.dates[happening.date % group.dates.length];
  return ACTS[happening.what](group, date?.id ?? "", NAMES[happening.who] ?? "", happening);
}

function check(group: Group): void {
  const counts = clientCounts(group);
  const active = everybody(group);
  const served = active.map((id) => counts.get(id) ?? 0);
  // Once before anyone is twice.
  expect(Math.max(...served) - Math.min(...served)).toBeLessThanOrEqual(1);
  const planned = group.dates.flatMap(({ id }) => plannedOn(group, id));
  expect(new Set(planned).size).toBe(planned.length);
  const owed = active.filter((id) => counts.get(id) === 0);
  // Everybody who was not client has one date, or is counted among those without.
  expect(owed.filter((id) => !planned.includes(id))).toHaveLength(datesMissing(group));
  for (const date of group.dates) {
    const on = plannedOn(group, date.id);
    expect(on.every((id) => active.includes(id) && !date.excused.includes(id))).toBe(true);
    const places = date.turns.filter(({ state }) => state !== "missed").map(({ place }) => place);
    expect(new Set(places).size).toBe(places.length);
    if (date.state === "closed" || date.state === "postponed") expect(on).toEqual([]);
  }
}

describe("whatever happens to a group", () => {
  it("nobody is client twice while somebody has not been, and each who is owed is counted", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }),
        fc.array(happening, { maxLength: 60 }),
        (members, happenings) => {
          let group = newGroup(members);
          for (const one of happenings) {
            const next = apply(group, one);
            // Members who left all are no group any more.
            if (everybody(next).length === 0) return;
            group = next;
            check(group);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("everybody has been client once the dates sufficed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 10 }),
        fc.array(fc.uniqueArray(fc.nat(9), { maxLength: 2 }), { minLength: 12, maxLength: 12 }),
        (members, absences) => {
          let group = newGroup(members);
          for (const [at, absent] of absences.entries()) {
            const date = group.dates[at];
            const present = everybody(group).filter((id) => !absent.includes(NAMES.indexOf(id)));
            if (!date) break;
            const [client] = clientsFor(group, date.id, { present });
            const held = client && hold(group, date.id, { present, clients: [client] });
            group = held && held.ok ? held.value : must(postpone(group, date.id));
          }
          const counts = clientCounts(group);
          const sessions = group.dates.filter(({ state }) => state === "closed").length;
          const owed = everybody(group).filter((id) => counts.get(id) === 0).length;
          // One of them each time: short only by sessions that did not take place.
          expect(owed).toBe(Math.max(0, members - sessions));
          if (owed === 0) expect(mayBeClient(group).size).toBeGreaterThan(0);
        },
      ),
    );
  });
});
