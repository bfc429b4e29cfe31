import { describe, expect, it } from "vitest";
import type { BallotContent, BallotShape } from "#domain/decisions/ballot.ts";
import { writeCsv } from "#domain/decisions/formats/csv-writer.ts";
import { readElection } from "#domain/decisions/formats/read-election.ts";
import type { ProfileRefusal } from "#domain/decisions/profile.ts";
import { MOST_RANKED_OPTIONS } from "#domain/decisions/rankings.ts";
import { countBy, METHODS, type MethodName } from "#domain/decisions/registry.ts";
import { tieBreaker } from "#domain/decisions/tie.ts";

const ELECTIONS = (Object.keys(METHODS) as MethodName[]).filter((name) => name !== "resolution");

/** What each method refuses to count: ten thousand options, or as many ballots as a number holds. */
const REFUSED: Record<MethodName, { options?: ProfileRefusal; ballots?: ProfileRefusal }> = {
  resolution: {},
  "per-candidate": {},
  approval: {},
  "plurality-at-large": {},
  stv: { options: "too-many-options", ballots: "sum-too-large" },
  irv: { options: "too-many-options" },
  schulze: { options: "too-many-options" },
  "ranked-pairs": { options: "too-many-options" },
  borda: { options: "too-many-options", ballots: "sum-too-large" },
  "equal-shares": {},
  "majority-judgment": { ballots: "sum-too-large" },
  score: { ballots: "sum-too-large" },
};

/** Counts a file by a method; nothing settles ties. */
function outcome(method: MethodName, csv: string) {
  const read = readElection("csv", csv, METHODS[method].shape);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return countBy(method, read.value.profile, {}, tieBreaker({ kind: "none" }));
}

function counted(method: MethodName, csv: string) {
  const report = outcome(method, csv);
  if (!report.ok) throw new Error(report.refusal.code);
  if (report.value.method === "resolution") throw new Error("no election");
  return report.value;
}

/** A ballot of this shape that wants the options in this order. */
function wanting(shape: BallotShape, options: string[]): BallotContent {
  const each = <T>(value: (at: number) => T) =>
    Object.fromEntries(options.map((option, at) => [option, value(at)]));
  switch (shape) {
    case "choice":
      return { kind: shape, option: options[0]! };
    case "approve":
      return { kind: shape, options: options.slice(0, 1) };
    case "rank":
      return { kind: shape, ranks: options.map((option) => [option]) };
    case "grade":
      return { kind: shape, grades: each((at) => Math.max(0, 5 - at)) };
    case "per-option":
      return { kind: shape, choices: each((at) => (at === 0 ? "for" : "against")) };
  }
}

function file(
  options: string[],
  ballots: { content: BallotContent; count: number }[],
  invalid = 0,
) {
  return writeCsv({ names: options, profile: { options, ballots, invalid } });
}

describe.each(ELECTIONS)("%s", (method) => {
  const { shape } = METHODS[method];

  it("is not misled by ids that objects know", () => {
    const ids = ["__proto__", "constructor", "toString", "hasOwnProperty", "length"];
    const plain = ["v", "w", "x", "y", "z"];
    const of = (names: string[]) =>
      counted(
        method,
        file(names, [
          { content: wanting(shape, [names[1]!, names[0]!]), count: 5 },
          { content: wanting(shape, [names[0]!, names[2]!]), count: 3 },
          { content: wanting(shape, [names[3]!]), count: 1 },
        ]),
      );
    const [odd, even] = [of(ids), of(plain)];
    const renamed = (groups: string[][]) =>
      groups.map((group) => group.map((option) => plain[ids.indexOf(option)]));
    expect(renamed([odd.winners])).toEqual([even.winners]);
    expect(renamed(odd.order)).toEqual(even.order);
    expect(odd.margin).toEqual(even.margin);
  });

  it.each([
    ["no ballot at all", [], 0],
    ["nothing but blank ballots", [{ content: { kind: "blank" } as const, count: 7 }], 0],
    ["nothing but invalid papers", [], 7],
  ])("elects nobody of %s", (_, ballots, invalid) => {
    const report = counted(method, file(["a", "b"], ballots, invalid));
    const cast = invalid + (ballots[0]?.count ?? 0);
    expect(report).toMatchObject({ winners: [], ballots: { cast, invalid, counted: 0 } });
  });

  it("elects whom the only ballot wants", () => {
    const report = counted(
      method,
      file(["a", "b"], [{ content: wanting(shape, ["b", "a"]), count: 1 }]),
    );
    expect(report.winners).toEqual(["b"]);
    expect(report.margin).toMatchObject({ changed: 1 });
  });

  it("elects the only option", () => {
    const report = counted(method, file(["a"], [{ content: wanting(shape, ["a"]), count: 2 }]));
    expect(report).toMatchObject({ winners: ["a"], order: [["a"]] });
  });

  it("counts the most ballots a number can hold, or refuses", () => {
    const most = { content: wanting(shape, ["a", "b"]), count: Number.MAX_SAFE_INTEGER };
    const ballots = { counted: Number.MAX_SAFE_INTEGER };
    expectCountOr(REFUSED[method].ballots, method, file(["a", "b"], [most]), {
      winners: ["a"],
      ballots,
    });
  });

  it("counts exactly where floating point would see a tie", () => {
    const half = 2 ** 52;
    const ballots = [
      { content: wanting(shape, ["a", "b"]), count: half - 1 },
      { content: wanting(shape, ["b", "a"]), count: half },
    ];
    const csv = file(["a", "b"], ballots);
    expectCountOr(REFUSED[method].ballots, method, csv, { winners: ["b"] });
  });

  it("does not read more ballots than a number holds", () => {
    const csv = file(["a", "b"], [{ content: wanting(shape, ["a"]), count: 1 }]);
    for (const count of [2n ** 53n, 2n ** 60n, 10n ** 400n]) {
      const read = readElection("csv", csv.replace(/\n1,/, `\n${count},`), shape);
      expect(read).toMatchObject({ ok: false, problem: { line: 3, column: 1 } });
    }
  });

  it("counts ten thousand options, or refuses", () => {
    const options = Array.from({ length: 10_000 }, (_, at) => `option ${at}`);
    const ballots = [{ content: wanting(shape, options.slice(5_000, 5_040)), count: 3 }];
    const winners = ["option 5000"];
    expectCountOr(REFUSED[method].options, method, file(options, ballots), { winners });
  });
});

function expectCountOr(
  code: ProfileRefusal | undefined,
  method: MethodName,
  csv: string,
  report: object,
): void {
  const expected = code ? { ok: false, refusal: { code } } : { ok: true, value: report };
  expect(outcome(method, csv)).toMatchObject(expected);
}

it("ranks a thousand options, and refuses one more", () => {
  const options = Array.from({ length: MOST_RANKED_OPTIONS }, (_, at) => `o${at}`);
  const of = (names: string[]) => file(names, [{ content: wanting("rank", names), count: 2 }]);
  expect(counted("irv", of(options)).winners).toEqual(["o0"]);
  expect(outcome("irv", of([...options, "more"]))).toEqual({
    ok: false,
    refusal: { code: "too-many-options" },
  });
});

it("reads and counts twenty thousand different ballots", () => {
  const options = Array.from({ length: 9 }, (_, at) => `o${at}`);
  const orderOf = (ballot: number) => {
    const waiting = options.map((_, place) => place);
    let rest = ballot;
    return options.map(() => {
      const [place] = waiting.splice(rest % waiting.length, 1);
      rest = Math.floor(rest / (waiting.length + 1));
      return place! + 1;
    });
  };
  const rows = Array.from({ length: 20_000 }, (_, at) => `1,rank,${orderOf(at).join(",")}`);
  expect(new Set(rows).size).toBe(20_000);
  const csv = `count,kind,${options.join(",")}\n${rows.join("\n")}`;
  expect(counted("schulze", csv).ballots.counted).toBe(20_000);
});
