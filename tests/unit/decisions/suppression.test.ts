import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CrossTable,
  type PublishedTable,
  SENSITIVE_CELLS,
  SMALL_CELLS,
  suppressSmallCells,
} from "#domain/decisions/suppression.ts";

const table = (counts: Record<string, number[]>): CrossTable => ({
  rows: Object.entries(counts).map(([id, row]) => ({ id, counts: row })),
});

describe("V8 suppression", () => {
  const given = table({ Liège: [12, 8], Eupen: [2, 9], Mons: [6, 7] });

  it("hides Eupen and Mons, since 20 − 12 − 6 would give 2 away", () => {
    expect(suppressSmallCells(given, SMALL_CELLS)).toEqual({
      rows: [
        { ids: ["Liège"], counts: [12, 8], total: 20 },
        { ids: ["Eupen"], counts: ["hidden", "hidden"], total: 11 },
        { ids: ["Mons"], counts: ["hidden", "hidden"], total: 13 },
      ],
      totals: [20, 24],
    });
  });

  it("merges Eupen and Mons where their electorates are below 20", () => {
    const electorates = [40, 15, 19];
    const rows = given.rows.map((row, at) => ({ ...row, electorate: electorates[at]! }));
    expect(suppressSmallCells({ rows }, SMALL_CELLS).rows).toEqual([
      { ids: ["Liège"], counts: [12, 8], total: 20 },
      { ids: ["Eupen", "Mons"], counts: [8, 16], total: 24 },
    ]);
  });

  it("hides every cell of a sensitive topic, where 10 is the least", () => {
    const { rows, totals } = suppressSmallCells(given, SENSITIVE_CELLS);
    expect(rows.flatMap(({ counts }) => counts)).toEqual(Array.from({ length: 6 }, () => "hidden"));
    expect(totals).toEqual([20, 24]);
  });
});

describe("small cells", () => {
  it("publishes what is large enough as it is", () => {
    const { rows } = suppressSmallCells(table({ A: [12, 8], B: [30, 25] }), SMALL_CELLS);
    expect(rows.map(({ counts }) => counts)).toEqual([
      [12, 8],
      [30, 25],
    ]);
  });

  it("hides a group that answered as one, though it is large", () => {
    const given = table({ A: [40, 0], B: [30, 25], C: [20, 30] });
    const [first] = suppressSmallCells(given, SMALL_CELLS).rows;
    expect(first!.counts).toEqual(["hidden", "hidden"]);
  });

  it("merges a group that is too small with the smallest of the others", () => {
    const given = table({ A: [30, 25], B: [1, 1], C: [9, 9] });
    const { rows } = suppressSmallCells(given, SMALL_CELLS);
    expect(rows.map(({ ids }) => ids)).toEqual([["A"], ["B", "C"]]);
  });

  it.each([
    ["one group", { A: [12, 1] }],
    ["groups that are too small together", { A: [1, 1], B: [0, 1] }],
    ["no group", {}],
  ])("publishes totals only: %s", (_, rows: Record<string, number[]>) => {
    expect(suppressSmallCells(table(rows), SMALL_CELLS).rows).toEqual([]);
  });
});

describe("what a reader can work out, by trying every table that fits", () => {
  const least = 3;
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat(7), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  it("is never a hidden cell to fewer than `least` values", () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const given = { rows: counts.map((row, at) => ({ id: String(at), counts: row })) };
        const published = suppressSmallCells(given, { least, leastElectorate: 1 });
        for (const values of valuesOfHidden(published)) {
          expect(values.size).toBeGreaterThanOrEqual(least);
        }
        for (const { counts: row, total } of published.rows) {
          for (const count of row) {
            if (count === "hidden") continue;
            expect(Math.min(count, total - count)).toBeGreaterThanOrEqual(least);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  /** The values that each hidden cell has in some table with these totals and published cells. */
  function valuesOfHidden({ rows, totals }: PublishedTable): Set<number>[] {
    const hidden = rows.flatMap(({ counts }, row) =>
      counts.flatMap((count, column) => (count === "hidden" ? [{ row, column }] : [])),
    );
    const values = hidden.map(() => new Set<number>());
    const inRow = rows.map(({ counts, total }) => total - sumOf(counts));
    const inColumn = totals.map(
      (total, column) => total - sumOf(rows.map(({ counts }) => counts[column]!)),
    );
    const chosen: number[] = [];
    const choose = (at: number): void => {
      if (at === hidden.length) {
        const fits = [...inRow, ...inColumn].every((left) => left === 0);
        if (fits) chosen.forEach((value, cell) => values[cell]!.add(value));
        return;
      }
      const { row, column } = hidden[at]!;
      const most = Math.min(inRow[row]!, inColumn[column]!);
      const isLastOfRow = hidden[at + 1]?.row !== row;
      for (let value = isLastOfRow ? inRow[row]! : 0; value <= most; value += 1) {
        chosen[at] = value;
        inRow[row]! -= value;
        inColumn[column]! -= value;
        choose(at + 1);
        inRow[row]! += value;
        inColumn[column]! += value;
      }
    };
    choose(0);
    return values;
  }

  function sumOf(counts: (number | "hidden")[]): number {
    return counts.reduce<number>((sum, count) => sum + (count === "hidden" ? 0 : count), 0);
  }
});
