import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent, BallotDefinition } from "#domain/decisions/ballot.ts";
import {
  BALLOT_SHAPES,
  ballotBytes,
  decodeBallot,
  encodeBallot,
  padBallot,
  unpadBallot,
} from "#domain/decisions/ballot.ts";

const OPTIONS = ["ana", "bob", "zoé", "4", "10", "for", "__proto__"];

const definitions: fc.Arbitrary<BallotDefinition> = fc.record({
  shape: fc.constantFrom(...BALLOT_SHAPES),
  options: fc.uniqueArray(fc.constantFrom(...OPTIONS), { minLength: 1 }),
  grades: fc.integer({ min: 2, max: 12 }),
  maxChoices: fc.integer({ min: 1, max: 7 }),
});

/** Something this definition lets a ballot say, with options in any order. */
function contentsOf({ shape, options, grades = 2, maxChoices }: BallotDefinition) {
  const some = (maxLength = options.length) =>
    fc.shuffledSubarray(options, { minLength: 1, maxLength: Math.min(maxLength, options.length) });
  const shapes: Record<BallotDefinition["shape"], fc.Arbitrary<BallotContent>> = {
    choice: fc.constantFrom(...options).map((option) => ({ kind: "choice", option })),
    approve: some(maxChoices).map((chosen) => ({ kind: "approve", options: chosen })),
    rank: fc.tuple(some(), fc.infiniteStream(fc.boolean())).map(([chosen, ties]) => ({
      kind: "rank",
      ranks: chosen.reduce<string[][]>((ranks, option) => {
        const last = ranks.at(-1);
        if (last && ties.next().value) last.push(option);
        else ranks.push([option]);
        return ranks;
      }, []),
    })),
    grade: some().chain((chosen) =>
      fc.tuple(...chosen.map(() => fc.integer({ min: 0, max: grades - 1 }))).map((given) => ({
        kind: "grade",
        grades: Object.fromEntries(chosen.map((option, at) => [option, given[at] ?? 0])),
      })),
    ),
    "per-option": some().chain((chosen) =>
      fc
        .tuple(...chosen.map(() => fc.constantFrom("for" as const, "against", "abstain")))
        .map((given) => ({
          kind: "per-option",
          choices: Object.fromEntries(chosen.map((option, at) => [option, given[at] ?? "for"])),
        })),
    ),
  };
  return fc.oneof(shapes[shape], fc.constant<BallotContent>({ kind: "blank" }));
}

const ballots = definitions.chain((definition) =>
  contentsOf(definition).map((content) => ({ definition, content })),
);

describe("a ballot of any shape", () => {
  it("is read as it was written, after padding too", () => {
    fc.assert(
      fc.property(ballots, ({ definition, content }) => {
        const text = encodeBallot(content);
        const bytes = ballotBytes(definition);
        const unpadded = unpadBallot(padBallot(text, bytes));
        expect(unpadded).toBe(text);
        const read = decodeBallot(text, definition);
        expect(read && encodeBallot(read)).toBe(text);
      }),
    );
  });

  it("is as long as any other of its decision", () => {
    fc.assert(
      fc.property(
        definitions.chain((definition) =>
          fc.tuple(fc.constant(definition), contentsOf(definition), contentsOf(definition)),
        ),
        ([definition, one, other]) => {
          const bytes = ballotBytes(definition);
          expect(padBallot(encodeBallot(one), bytes)).toHaveLength(bytes);
          expect(padBallot(encodeBallot(other), bytes)).toHaveLength(bytes);
        },
      ),
    );
  });

  it("has one spelling", () => {
    fc.assert(
      fc.property(ballots, ({ definition, content }) => {
        const text = encodeBallot(content);
        const spaced = JSON.stringify(content, undefined, 1);
        expect(decodeBallot(spaced, definition)).toBeUndefined();
        expect(decodeBallot(`${text} `, definition)).toBeUndefined();
      }),
    );
  });

  it("does not fail on any text or bytes", () => {
    fc.assert(
      fc.property(definitions, fc.string(), fc.uint8Array(), (definition, text, bytes) => {
        expect(() => decodeBallot(text, definition)).not.toThrow();
        expect(() => unpadBallot(bytes)).not.toThrow();
      }),
    );
  });
});

describe("what a ballot may not say", () => {
  const options = ["ana", "bob", "zoé"];
  const refused: [string, Partial<BallotDefinition>, unknown][] = [
    ["an unknown option", { shape: "choice" }, { kind: "choice", option: "eve" }],
    ["another shape", { shape: "approve" }, { kind: "choice", option: "ana" }],
    ["nothing, without being blank", { shape: "approve" }, { kind: "approve", options: [] }],
    ["an option twice", { shape: "approve" }, { kind: "approve", options: ["ana", "ana"] }],
    ["options out of order", { shape: "approve" }, { kind: "approve", options: ["bob", "ana"] }],
    ["too many", { shape: "approve", maxChoices: 1 }, { kind: "approve", options: ["ana", "bob"] }],
    ["too few", { shape: "approve", minChoices: 2 }, { kind: "approve", options: ["ana"] }],
    ["an empty rank", { shape: "rank" }, { kind: "rank", ranks: [["ana"], []] }],
    ["a rank twice", { shape: "rank" }, { kind: "rank", ranks: [["ana"], ["ana"]] }],
    ["a grade too high", { shape: "grade", grades: 3 }, { kind: "grade", grades: { ana: 3 } }],
    ["a broken grade", { shape: "grade", grades: 3 }, { kind: "grade", grades: { ana: 1.5 } }],
    ["an unknown stance", { shape: "per-option" }, { kind: "per-option", choices: { ana: "yes" } }],
    ["more than its kind has", { shape: "choice" }, { kind: "choice", option: "ana", note: "x" }],
    ["a kind nobody knows", { shape: "choice" }, { kind: "toString" }],
    ["no kind", { shape: "choice" }, ["blank"]],
  ];
  it.each(refused)("%s", (_, definition, content) => {
    const whole = { shape: "choice", options, ...definition } as BallotDefinition;
    expect(decodeBallot(JSON.stringify(content), whole)).toBeUndefined();
  });

  it("more than fits", () => {
    expect(() => padBallot("x".repeat(31), 32)).toThrow(RangeError);
    expect(unpadBallot(padBallot("x".repeat(30), 32))).toBe("x".repeat(30));
  });

  it("anything behind its end, or beyond it", () => {
    const padded = padBallot("{}", 32);
    expect(unpadBallot(padded.with(31, 1))).toBeUndefined();
    expect(unpadBallot(padded.with(1, 31))).toBeUndefined();
    expect(unpadBallot(padded.with(2, 0xff))).toBeUndefined();
  });
});
