import { describe, expect, it } from "vitest";
import type { Question } from "#domain/surveys/questionnaire.ts";
import { releaseOf } from "#domain/surveys/release.ts";
import { compareWaves, newcombe, type Wave, wilson } from "#domain/surveys/waves.ts";

const said = (fr: string) => ({ fr, nl: `${fr} (nl)` });
const PAY: Question = {
  id: "q1",
  kind: "single",
  text: said("Vivez-vous de votre travail ?"),
  help: {},
  options: [
    { id: "yes", label: said("Oui") },
    { id: "no", label: said("Non") },
  ],
};

/** A wave in which so many of so many said yes. */
function wave(yes: number, of: number, more: Partial<Wave> = {}, questions = [PAY]): Wave {
  const questionnaire = { title: said("Enquête"), intro: {}, questions };
  const id = questions[0]!.id;
  const answers = Array.from({ length: of }, (_, at) => ({ [id]: at < yes ? "yes" : "no" }));
  const release = releaseOf({
    questionnaire,
    mode: "all-invited",
    sensitive: false,
    field: { size: 1_000, of: 1_000, ineligible: 0, asked: 1_000, bounced: 0 },
    known: [],
    answers,
    written: {},
  });
  return { questionnaire, release, electorate: "workers", offices: ["Gent", "Liège"], ...more };
}

describe("an interval", () => {
  it.each([
    [30, 50, 0.462],
    [3, 4, 0.301],
    [60, 120, 0.412],
    [9, 10, 0.596],
  ])("of %i in %i begins at %d (V6)", (part, of, low) => {
    expect(wilson({ part, of })[0]).toBeCloseTo(low, 3);
  });

  it("is that of the others, mirrored", () => {
    const [low, high] = wilson({ part: 30, of: 50 });
    const [otherLow, otherHigh] = wilson({ part: 20, of: 50 });
    expect(low).toBeCloseTo(1 - otherHigh, 12);
    expect(high).toBeCloseTo(1 - otherLow, 12);
  });

  // R. G. Newcombe, Statistics in Medicine 17 (1998), table II: method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
    [0, 10, 0, 10, -0.2775, 0.2775],
  ])("of a difference: %i/%i less %i/%i", (now, nowOf, before, beforeOf, low, high) => {
    const found = newcombe({ part: before, of: beforeOf }, { part: now, of: nowOf });
    expect(found[0]).toBeCloseTo(low, 3);
    expect(found[1]).toBeCloseTo(high, 3);
  });
});

describe("two waves", () => {
  const yes = (before: Wave, now: Wave) => compareWaves(before, now).items[0]?.changes[0];

  it("differ where the interval of the difference leaves zero out", () => {
    expect(yes(wave(80, 200), wave(120, 200))?.direction).toBe("up");
    expect(yes(wave(120, 200), wave(80, 200))?.direction).toBe("down");
    expect(yes(wave(98, 200), wave(104, 200))?.direction).toBe("unsure");
    expect(yes(wave(4, 10), wave(6, 10))?.direction).toBe("unsure");
  });

  it("tell how many answered each, and how many answers are compared", () => {
    const { items, compared } = compareWaves(wave(80, 200), wave(50, 100));
    expect(items).toMatchObject([{ question: "q1", before: 200, now: 100 }]);
    expect(compared).toBe(2);
  });

  it("are not compared where other people were asked, or in another way", () => {
    const before = wave(80, 200);
    const other = wave(120, 200, { offices: ["Gent"] });
    expect(compareWaves(before, other)).toMatchObject({ gaps: ["frame"], items: [] });
    expect(compareWaves(before, wave(120, 200, { electorate: "members" })).gaps).toEqual(["frame"]);
    const drawn = wave(120, 200);
    const sample: Wave = { ...drawn, release: { ...drawn.release, mode: "sample" } };
    expect(compareWaves(before, sample)).toMatchObject({ gaps: ["mode"], items: [] });
  });

  it("compare a question only where its words are the same in every language", () => {
    const before = wave(80, 200);
    const renamed = { ...PAY, id: "q7" };
    expect(compareWaves(before, wave(120, 200, {}, [renamed])).items).toHaveLength(1);
    const reworded = { ...PAY, text: { ...PAY.text, nl: "Leeft u van uw werk?" } };
    const found = compareWaves(before, wave(120, 200, {}, [reworded]));
    expect(found).toMatchObject({ items: [], reworded: ["q1"], compared: 0 });
  });
});
