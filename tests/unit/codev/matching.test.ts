import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Applicant, mayCompete, type Pair, proposeGroups } from "#domain/codev/matching.ts";
import { type Facilitator, groupsPossible, leadOf, pairsFor } from "#domain/codev/pairing.ts";
import { MODES, SECTORS, SIZE, SLOTS } from "#domain/codev/words.ts";

function applicant(id: string, more: Partial<Applicant> = {}): Applicant {
  return {
    id,
    language: "fr",
    mode: "online",
    sector: SECTORS[Number(id) % SECTORS.length] ?? "other",
    trade: `métier ${id}`,
    slots: ["mon-evening"],
    ...more,
  };
}

const people = (count: number, more: Partial<Applicant> = {}) =>
  Array.from({ length: count }, (_, at) => applicant(String(at), more));

const sizes = (applicants: Applicant[], apart: Pair[] = []) =>
  proposeGroups(applicants, apart).map(({ ids }) => ids.length);

describe("who is put together", () => {
  it("makes groups of six to eight, and smaller ones only where nothing else is possible", () => {
    expect(sizes(people(8))).toEqual([8]);
    expect(sizes(people(9))).toEqual([8]);
    expect(sizes(people(12))).toEqual([6, 6]);
    expect(sizes(people(5))).toEqual([5]);
    expect(sizes(people(3))).toEqual([]);
  });

  it("keeps apart who declared it, either way round", () => {
    const [group] = proposeGroups(people(7), [["6", "0"]]);
    expect(group?.ids).toEqual(["0", "1", "2", "3", "4", "5"]);
  });

  it("sees two of one trade around one office, however they write it", () => {
    const one = applicant("1", { sector: "digital", trade: "Développeuse web", officeId: "liege" });
    const near = { ...one, id: "2", trade: "developpeuse  WEB" };
    expect(mayCompete(one, near)).toBe(true);
    expect(mayCompete(one, { ...near, officeId: "gent" })).toBe(false);
    expect(mayCompete(one, { ...near, trade: "intégratrice" })).toBe(false);
  });

  it("takes not more than three of a sector", () => {
    expect(sizes(people(8, { sector: "music" }))).toEqual([]);
  });

  it("never puts together what does not fit, whoever applies", () => {
    const anybody = fc.record({
      language: fc.constantFrom("fr" as const, "nl" as const),
      mode: fc.constantFrom(...MODES),
      officeId: fc.constantFrom("liege", "gent"),
      sector: fc.constantFrom(...SECTORS.slice(0, 5)),
      trade: fc.constantFrom("a", "b", "c", "d"),
      slots: fc.uniqueArray(fc.constantFrom(...SLOTS.slice(0, 3)), { minLength: 1 }),
    });
    fc.assert(
      fc.property(
        fc.array(anybody, { maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 20 }),
        (all, pairs) => {
          const applicants = all.map((one, at): Applicant => ({ ...one, id: String(at) }));
          const apart = pairs.map(([a, b]): Pair => [String(a), String(b)]);
          const groups = proposeGroups(applicants, apart);
          const placed = groups.flatMap(({ ids }) => ids);
          expect(new Set(placed).size).toBe(placed.length);
          for (const { ids, language, mode, officeId, slot } of groups) {
            expect(ids.length).toBeGreaterThanOrEqual(SIZE.least);
            expect(ids.length).toBeLessThanOrEqual(SIZE.usualMost);
            const members = applicants.filter(({ id }) => ids.includes(id));
            for (const one of members) {
              expect([one.language, one.mode]).toEqual([language, mode]);
              expect(one.slots).toContain(slot);
              if (mode === "room") expect(one.officeId).toBe(officeId);
              for (const other of members.filter(({ id }) => id !== one.id)) {
                expect(mayCompete(one, other)).toBe(false);
                expect(apart.some((pair) => pair.includes(one.id) && pair.includes(other.id))).toBe(
                  false,
                );
              }
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

function facilitator(id: string, more: Partial<Facilitator> = {}): Facilitator {
  return {
    id,
    side: id.startsWith("m") ? "member" : "support",
    stage: "ready",
    languages: ["fr"],
    modes: ["room", "online"],
    slots: ["mon-evening"],
    capacity: 1,
    leads: 0,
    ...more,
  };
}

describe("who leads", () => {
  const group = {
    language: "fr",
    mode: "online",
    slot: "mon-evening",
    participants: ["p1", "p2"],
  } as const;
  const none = { conflicts: [], history: [] };
  const ids = (pool: Facilitator[], known: Parameters<typeof pairsFor>[2] = none) =>
    pairsFor(group, pool, known).map(({ memberId, supportId }) => `${memberId}+${supportId}`);

  it("is one member and one of the support team, of whom one at least is ready", () => {
    const learner = facilitator("m2", { stage: "learning" });
    const shadow = facilitator("s2", { stage: "shadowing" });
    expect(ids([facilitator("m1"), learner, facilitator("s1"), shadow])).toEqual([
      "m1+s1",
      "m1+s2",
    ]);
    expect(ids([facilitator("m1", { stage: "shadowing" }), shadow])).toEqual([]);
  });

  it("is nobody who holds the file of a participant, nor a participant, nor somebody full", () => {
    const pool = [facilitator("m1"), facilitator("s1"), facilitator("s2")];
    expect(ids(pool, { conflicts: [["p2", "s1"]], history: [] })).toEqual(["m1+s2"]);
    expect(ids([facilitator("m1"), facilitator("s1", { id: "p1" })])).toEqual([]);
    expect(ids([facilitator("m1", { leads: 1 }), facilitator("s1")])).toEqual([]);
  });

  it("is first a pair that led least often together", () => {
    const pool = [facilitator("m1"), facilitator("s1"), facilitator("s2")];
    expect(ids(pool, { conflicts: [], history: [["m1", "s1"]] })).toEqual(["m1+s2", "m1+s1"]);
  });

  it("changes every time", () => {
    const pair = { memberId: "m", supportId: "s" };
    expect([1, 2, 3].map((position) => leadOf(position, pair).leadId)).toEqual(["m", "s", "m"]);
  });

  it("says how many groups more could be led", () => {
    const pool = [
      facilitator("m1", { capacity: 2 }),
      facilitator("m2", { stage: "shadowing" }),
      facilitator("s1", { capacity: 2, leads: 1 }),
      facilitator("s2", { stage: "shadowing" }),
    ];
    expect(groupsPossible(pool, "fr")).toBe(2);
    expect(groupsPossible(pool, "nl")).toBe(0);
  });
});
