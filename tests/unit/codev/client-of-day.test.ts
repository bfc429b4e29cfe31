import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseClient, endWithoutConsultation } from "#domain/codev/client-of-day.ts";
import { hold } from "#domain/codev/rotation-acts.ts";
import {
  type CycleDate,
  datesMissing,
  type Group,
  plan,
  plannedOn,
} from "#domain/codev/rotation.ts";

/** A cycle at its beginning: as many dates as members, and two spare ones. */
function newGroup(size: number): Group {
  const members = Array.from({ length: size }, (_, at) => ({
    id: `m${at}`,
    lot: at,
    active: true,
  }));
  const dates = Array.from(
    { length: size + 2 },
    (_, at): CycleDate => ({
      ...{ id: `d${at}`, position: at + 1, spare: at >= size },
      ...{ state: "planned", excused: [], turns: [] },
    }),
  );
  return plan({ members, dates });
}

const turnsOf = (group: Group) => group.dates.flatMap(({ id }) => plannedOn(group, id));

describe("another client on the day", () => {
  it("changes dates with the one whose turn it was", () => {
    const chosen = chooseClient(newGroup(6), "d0", "m3");
    expect(chosen.ok && [plannedOn(chosen.value, "d0"), plannedOn(chosen.value, "d3")]).toEqual([
      ["m3"],
      ["m0"],
    ]);
  });

  it("finds another date where the first cannot come on the other's", () => {
    const group = newGroup(6);
    const dates = group.dates.map((date) =>
      date.id === "d3" ? { ...date, excused: ["m0"] } : date,
    );
    const chosen = chooseClient({ ...group, dates }, "d0", "m3");
    expect(chosen.ok && plannedOn(chosen.value, "d3")).toEqual([]);
    expect(chosen.ok && datesMissing(chosen.value)).toBe(0);
  });

  it("is nobody who has been client already", () => {
    const present = ["m0", "m1", "m2", "m3"];
    const held = hold(newGroup(4), "d0", { present, clients: ["m0"] });
    expect(held.ok && chooseClient(held.value, "d1", "m0").ok).toBe(false);
  });

  it("takes a turn from nobody and gives nobody two", () => {
    const choices = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 10 }), choices, (size, chosen) => {
        const group = chosen.reduce((before, [date, member]) => {
          const after = chooseClient(before, `d${date % size}`, `m${member % size}`);
          return after.ok ? after.value : before;
        }, newGroup(size));
        expect(turnsOf(group).sort()).toEqual(turnsOf(newGroup(size)).sort());
      }),
    );
  });

  it("is owed the turn where the group did not consult", () => {
    const ended = endWithoutConsultation(newGroup(4), "d0");
    expect(ended.dates[0]).toMatchObject({ state: "closed" });
    expect(turnsOf(ended).filter((id) => id === "m0")).toHaveLength(1);
  });
});
