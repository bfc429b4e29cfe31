import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "#domain/kernel/json.ts";
import { applyPatch, diffViews } from "#wire/merge-patch.ts";

// Views hold no null: in a merge patch null means "remove". Ids are unlike "__proto__".
const key = fc.stringMatching(/^[a-d]{1,2}$/);
const { view } = fc.letrec<{ view: JsonObject; value: JsonObject[string] }>((tie) => ({
  view: fc.dictionary(key, tie("value"), { maxKeys: 5 }),
  value: fc.oneof(
    { depthSize: "small" },
    fc.string({ maxLength: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.boolean(),
    fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 }),
    tie("view"),
  ),
}));

describe("a change to a view", () => {
  it("makes the new view out of the old", () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        const patch = diffViews(before, after);
        expect(patch ? applyPatch(before, patch) : before).toEqual(after);
      }),
    );
  });

  it("is nothing where nothing changed", () => {
    fc.assert(
      fc.property(view, (same) => {
        expect(diffViews(same, structuredClone(same))).toBeUndefined();
      }),
    );
  });

  it("survives the wire", () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        const patch = diffViews(before, after);
        if (!patch) return;
        const received = JSON.parse(JSON.stringify(patch)) as typeof patch;
        expect(applyPatch(before, received)).toEqual(after);
      }),
    );
  });

  it("leaves the old view as it was", () => {
    fc.assert(
      fc.property(view, view, (before, after) => {
        const copy = structuredClone(before);
        const patch = diffViews(before, after);
        if (patch) applyPatch(before, patch);
        expect(before).toEqual(copy);
      }),
    );
  });

  it("shares what did not change, so that React can compare by identity", () => {
    const before = { questions: { a: { text: "A" }, b: { text: "B" } }, agenda: { i: { n: 1 } } };
    const after = { questions: { a: { text: "A" }, b: { text: "C" } }, agenda: { i: { n: 1 } } };
    const patch = diffViews(before, after);
    expect(patch).toEqual({ questions: { b: { text: "C" } } });
    const next = applyPatch(before, patch ?? {});
    expect(next.agenda).toBe(before.agenda);
    expect(next.questions.a).toBe(before.questions.a);
    expect(next.questions).not.toBe(before.questions);
  });

  it.each([
    [{ a: 1 }, {}, { a: null }],
    [{}, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: [1, 2] }, { a: [2] }, { a: [2] }],
    [{ a: { b: 1 } }, { a: 1 }, { a: 1 }],
    [{ a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
  ] as [JsonObject, JsonObject, object][])("%j to %j is %j", (before, after, patch) => {
    expect(diffViews(before, after)).toEqual(patch);
  });
});
