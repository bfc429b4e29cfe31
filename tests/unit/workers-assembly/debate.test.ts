import { describe, expect, it } from "vitest";
import { carriedOver, clash } from "#domain/workers-assembly/amendments.ts";
import {
  DEBATE_STEPS,
  maySay,
  maySteer,
  minutesOf,
  stepAfter,
} from "#domain/workers-assembly/debate.ts";

describe("the steps of a debate", () => {
  it.each([35, 40, 45])("share out %i minutes, and no step goes without", (minutes) => {
    const given = DEBATE_STEPS.map((step) => minutesOf(step, minutes));
    expect(Math.abs(given.reduce((sum, one) => sum + one, 0) - minutes)).toBeLessThanOrEqual(1);
    expect(given[0]).toBe(0);
    expect(given.at(-1)).toBe(0);
    expect(Math.min(...given.slice(1, -1))).toBeGreaterThanOrEqual(2);
  });

  it("go one by one, back to any of them, and never to before the beginning", () => {
    expect(stepAfter("done")).toBeUndefined();
    expect(maySteer("waiting", "clarify")).toBe(true);
    expect(maySteer("clarify", "amend")).toBe(false);
    expect(maySteer("done", "react")).toBe(true);
    expect(maySteer("react", "waiting")).toBe(false);
  });

  it("take questions first and reactions after", () => {
    expect(maySay("clarify", "question")).toBe(true);
    expect(maySay("clarify", "reaction")).toBe(false);
    expect(maySay("amend", "reaction")).toBe(true);
    expect(maySay("objections", "question")).toBe(false);
  });
});

describe("amendments", () => {
  const base = { sentence: "Un repas par jour", paragraph: "Pour chaque contrat, même court." };

  it("are carried over onto a text that has moved on, and lose nothing", () => {
    const last = { ...base, sentence: "Un repas chaud par jour" };
    const amended = { ...base, paragraph: "Pour chaque contrat, même très court." };
    expect(carriedOver(base, last, amended)).toEqual({
      sentence: "Un repas chaud par jour",
      paragraph: "Pour chaque contrat, même très court.",
    });
  });

  it("clash in one part only where they change the same words of it", () => {
    const one = { ...base, sentence: "Deux repas par jour" };
    const other = { ...base, paragraph: "Pour tout contrat." };
    expect(clash(base, one, other)).toBe(false);
    expect(clash(base, one, { ...other, sentence: "Trois repas par jour" })).toBe(true);
  });
});
