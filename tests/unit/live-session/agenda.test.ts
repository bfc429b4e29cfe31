import { describe, expect, it } from "vitest";
import type { AssemblyAct, AssemblyPhase, Item, ItemPhase } from "#domain/live-session/agenda.ts";
import {
  ASSEMBLY_PHASES,
  closeAssembly,
  goToItem,
  nextAssemblyPhase,
} from "#domain/live-session/agenda.ts";

describe("phases of an assembly", () => {
  const leads: Partial<Record<AssemblyPhase, [AssemblyAct, AssemblyPhase]>> = {
    prepared: ["convene", "convened"],
    convened: ["open", "live"],
    live: ["close", "closed"],
  };
  const cases = ASSEMBLY_PHASES.flatMap((phase) =>
    (["convene", "open", "close"] as const).map((act) => ({
      phase,
      act,
      to: leads[phase]?.[0] === act ? leads[phase][1] : undefined,
    })),
  );
  it.each(cases)("$act from $phase: $to", ({ phase, act, to }) => {
    expect(nextAssemblyPhase(phase, act)).toBe(to);
  });
});

function agenda(...phases: ItemPhase[]): Item[] {
  return phases.map((phase, at) => ({ id: `i${at + 1}`, position: at + 1, phase }));
}

describe("going to an item", () => {
  it.each([
    {
      name: "forward: the item left is done",
      items: agenda("done", "current", "upcoming"),
      to: "i3",
      changes: [
        { id: "i2", phase: "done" },
        { id: "i3", phase: "current" },
      ],
    },
    {
      name: "over one: what is skipped stays to come",
      items: agenda("current", "upcoming", "upcoming"),
      to: "i3",
      changes: [
        { id: "i1", phase: "done" },
        { id: "i3", phase: "current" },
      ],
    },
    {
      name: "back: the item left comes again",
      items: agenda("done", "current", "upcoming"),
      to: "i1",
      changes: [
        { id: "i2", phase: "upcoming" },
        { id: "i1", phase: "current" },
      ],
    },
    {
      name: "at the start",
      items: agenda("upcoming", "upcoming"),
      to: "i1",
      changes: [{ id: "i1", phase: "current" }],
    },
    { name: "to where one is", items: agenda("current", "upcoming"), to: "i1", changes: [] },
  ])("$name", ({ items, to, changes }) => {
    expect(goToItem(items, to)).toEqual({ ok: true, value: changes });
  });

  it("refuses an item of another agenda", () => {
    expect(goToItem(agenda("current"), "elsewhere")).toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});

describe("closing", () => {
  it.each([
    ["live", 0, 0, "closed"],
    ["live", 1, 0, "vote-still-open"],
    ["live", 0, 2, "statutory-questions-open"],
    ["live", 1, 2, "vote-still-open"],
    ["convened", 0, 0, "wrong-phase"],
    ["closed", 0, 0, "wrong-phase"],
  ] as const)("%s, %i open votes, %i open statutory: %s", (phase, votes, statutory, expected) => {
    const result = closeAssembly({ phase, openVotes: votes, statutoryOpen: statutory });
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });
});
