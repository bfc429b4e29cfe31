import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answers } from "#domain/surveys/answers.ts";
import type { Questionnaire } from "#domain/surveys/questionnaire.ts";
import { openRows } from "#domain/surveys/open-rows.ts";
import { type Release, releaseOf } from "#domain/surveys/release.ts";

const fr = (text: string) => ({ fr: text });
const options = (...ids: string[]) => ids.map((id) => ({ id, label: fr(id) }));
const common = { text: fr("?"), help: {} };

const ASKED: Questionnaire = {
  title: fr("T"),
  intro: {},
  questions: [
    { ...common, id: "q1", kind: "single", options: options("yes", "no") },
    {
      ...common,
      id: "q2",
      kind: "single",
      groups: true,
      options: options("liege", "eupen", "mons"),
    },
    { ...common, id: "q3", kind: "multiple", options: options("a", "b") },
    { ...common, id: "q4", kind: "scale", from: 1, to: 5, low: {}, high: {} },
  ],
};

function count(answers: readonly Answers[], sensitive = false): Release {
  const field = { size: 500, of: 500, ineligible: 0, asked: 400, bounced: 3 };
  const counted = { questionnaire: ASKED, mode: "all-invited", known: [], written: {} } as const;
  return releaseOf({ ...counted, sensitive, field, answers });
}

const many = (times: number, answer: Answers) => Array<Answers>(times).fill(answer);
const voices = (city: string, yes: number, no: number) => [
  ...many(yes, { q1: "yes", q2: city }),
  ...many(no, { q1: "no", q2: city }),
];

describe("a count", () => {
  it("hides a small cell with all that would give it away (V8)", () => {
    const release = count([
      ...voices("liege", 12, 8),
      ...voices("eupen", 2, 9),
      ...voices("mons", 6, 7),
    ]);
    const item = release.items.find(({ question }) => question === "q1")!;
    expect(item.columns.map((column) => column.count)).toEqual([20, 24]);
    expect(item.groups[0]!.rows).toEqual([
      { ids: ["liege"], counts: [12, 8], total: 20 },
      { ids: ["eupen"], counts: ["hidden", "hidden"], total: 11 },
      { ids: ["mons"], counts: ["hidden", "hidden"], total: 13 },
    ]);
  });

  it("keeps who did not say their group in the table: totals would tell them apart", () => {
    const release = count([...voices("liege", 20, 20), ...many(3, { q1: "yes" })]);
    const { rows } = release.items.find(({ question }) => question === "q1")!.groups[0]!;
    expect(rows.flatMap(({ ids }) => ids)).toContain("");
    expect(rows.every(({ total }) => total >= 5)).toBe(true);
  });

  it("does not show a question that too few answered", () => {
    const release = count([...voices("liege", 6, 6), ...many(4, { q4: "3" })]);
    expect(release.withheld).toEqual(["q3", "q4"]);
    expect(release.items.some(({ question }) => question === "q4")).toBe(false);
  });

  it("puts small answers of a sensitive question into one column, and gives no exact mean then", () => {
    const scale = [2, 20, 30, 12, 3].flatMap((times, at) => many(times, { q4: String(at + 1) }));
    const [item] = count(scale, true).items;
    expect(item!.columns.map(({ options: values, count: n }) => [values.join("+"), n])).toEqual([
      ["1+2", 22],
      ["3", 30],
      ["4+5", 15],
    ]);
    expect(item!.sum).toBeUndefined();
    expect(count(scale).items[0]!.sum).toBe(2 + 40 + 90 + 48 + 15);
  });

  it("of several that one could tick hides what few ticked, and what nearly all did", () => {
    const answers = [...many(40, { q3: ["a"] }), ...many(4, { q3: ["a", "b"] })];
    const [item] = count(answers, true).items;
    expect(item!.columns.map((column) => column.count)).toEqual(["hidden", "hidden"]);
  });

  it("never shows a group's cell below five, whatever was answered", () => {
    const answer = fc.record(
      {
        q1: fc.constantFrom("yes", "no"),
        q2: fc.constantFrom("liege", "eupen", "mons"),
        q3: fc.subarray(["a", "b"], { minLength: 1 }),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Answers>;
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 80 }), (answers) => {
        for (const { groups } of count(answers).items) {
          for (const { counts, total } of groups.flatMap(({ rows }) => rows)) {
            expect(total).toBeGreaterThanOrEqual(5);
            for (const cell of counts)
              if (cell !== "hidden") expect(cell).toBeGreaterThanOrEqual(5);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives open data the same numbers, hidden in the same places", () => {
    const release = count([
      ...voices("liege", 12, 8),
      ...voices("eupen", 2, 9),
      ...voices("mons", 6, 7),
    ]);
    const rows = openRows(ASKED, release, (texts) => texts.fr ?? "");
    const said = rows.filter(([question]) => question === "q1").map((row) => row.slice(4, 8));
    expect(said).toContainEqual(["", "yes", "20", "44"]);
    expect(said).toContainEqual(["eupen", "yes", "hidden", "11"]);
    expect(rows.flat()).not.toContain("9");
  });
});
