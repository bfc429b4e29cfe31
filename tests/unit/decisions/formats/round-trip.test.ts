import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BallotContent, BallotShape, Stance } from "#domain/decisions/ballot.ts";
import { BALLOT_SHAPES, STANCES } from "#domain/decisions/ballot.ts";
import { writeBlt } from "#domain/decisions/formats/blt-writer.ts";
import { writeTallyBundle } from "#domain/decisions/formats/bundle-writer.ts";
import { writeCsv } from "#domain/decisions/formats/csv-writer.ts";
import type { ElectionFile } from "#domain/decisions/formats/election-file.ts";
import { listed, reading } from "./reading.ts";

/** Texts that trip readers: separators, quotes, signs of formulas, comments, line ends, members. */
const awkward = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom('"', "'=1", "=1", "''", "a,b;c\td", "#", "\\", '\\"', "0", "-", "__proto__"),
  fc.constantFrom("constructor", "count", "kind", "name", " x ", "a\nb", "\r", "\uFEFFx", "\u2028"),
);
const id = awkward.filter((text) => text.trim() !== "");

function contentOf(shape: BallotShape, options: string[]): fc.Arbitrary<BallotContent> {
  const some = fc.subarray(options, { minLength: 1 });
  const record = <T>(value: fc.Arbitrary<T>) =>
    some.chain((keys) =>
      fc
        .array(value, { minLength: keys.length, maxLength: keys.length })
        .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]!]))),
    );
  switch (shape) {
    case "choice":
      return fc.constantFrom(...options).map((option) => ({ kind: "choice", option }));
    case "approve":
      return some.map((approved) => ({ kind: "approve", options: approved }));
    case "rank":
      return record(fc.integer({ min: 1, max: 4 })).map((places) => ({
        kind: "rank",
        ranks: [1, 2, 3, 4]
          .map((place) =>
            options.filter((option) => Object.hasOwn(places, option) && places[option] === place),
          )
          .filter((rank) => rank.length > 0),
      }));
    case "grade":
      return record(fc.nat(6)).map((grades) => ({ kind: "grade", grades }));
    case "per-option":
      return record(fc.constantFrom<Stance>(...STANCES)).map((choices) => ({
        kind: "per-option",
        choices,
      }));
  }
}

function election(shapes: readonly BallotShape[], text = awkward): fc.Arbitrary<ElectionFile> {
  return fc
    .record({
      options: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
      shape: fc.constantFrom(...shapes),
    })
    .chain(({ options, shape }) => {
      const content = fc.oneof(
        { weight: 4, arbitrary: contentOf(shape, options) },
        { weight: 1, arbitrary: fc.constant<BallotContent>({ kind: "blank" }) },
      );
      return fc
        .record({
          names: fc.array(text, { minLength: options.length, maxLength: options.length }),
          ballots: fc.array(fc.record({ content, count: fc.integer({ min: 1, max: 9 }) }), {
            maxLength: 6,
          }),
          invalid: fc.nat(3),
          title: text,
          seats: fc.integer({ min: 1, max: 4 }),
        })
        .map(({ names, ballots, invalid, title, seats }) => ({
          title,
          names,
          seats,
          profile: { options, ballots, invalid },
          ...(ballots.some(({ content: { kind } }) => kind !== "blank") ? { shape } : {}),
        }));
    });
}

describe("what is written is read again", () => {
  it("in our bundle, with everything", () => {
    fc.assert(
      fc.property(election(BALLOT_SHAPES), ({ seats, ...file }) => {
        const full = {
          ...file,
          method: "borda",
          settings: { seats: seats ?? 1 },
          tie: { kind: "none" } as const,
        };
        expect(reading("json", writeTallyBundle(full))).toEqual(listed(full));
      }),
    );
  });

  it("in CSV, with names and invalid papers", () => {
    fc.assert(
      fc.property(election(BALLOT_SHAPES), (file) => {
        const { names, shape, profile } = listed(file);
        expect(reading("csv", writeCsv(file))).toEqual({
          names,
          profile,
          ...(shape ? { shape } : {}),
        });
      }),
    );
  });

  it("in BLT, with names, title and seats", () => {
    const oneLine = awkward.filter((text) => !/[\n\r]/.test(text));
    fc.assert(
      fc.property(election(["rank"], oneLine), (file) => {
        const written = writeBlt(file);
        if (!written.ok) throw new Error(written.refusal.code);
        const { title, names, seats, profile } = reading("blt", written.value);
        expect({ title, names, seats }).toEqual({
          title: file.title,
          names: file.names,
          seats: file.seats,
        });
        const numbered = (option: string) => String(file.profile.options.indexOf(option) + 1);
        const expected = [...file.profile.ballots].map(({ content, count }) => ({
          content:
            content.kind === "rank"
              ? { kind: "rank", ranks: content.ranks.map((rank) => rank.map(numbered)) }
              : content,
          count,
        }));
        expect(profile.ballots).toEqual(expected);
      }),
    );
  });
});

describe("a file cut anywhere", () => {
  it("is refused or read, never thrown about", () => {
    fc.assert(
      fc.property(election(["rank"]), fc.nat(400), (file, at) => {
        const text = writeTallyBundle(file);
        if (at < text.length) expect(() => reading("json", text.slice(0, at))).toThrow(/^Refused/);
      }),
    );
  });
});
