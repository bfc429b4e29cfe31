import { type BallotContent, STANCES } from "./ballot.ts";
import { type ByteReader, byteReader, type ByteWriter, byteWriter } from "./packed-numbers.ts";
import { type BallotGroup, placesOf, type Profile } from "./profile.ts";

/**
 * Ballots as bytes: a million rankings of 35 options take some 70 MB instead of gigabytes of
 * objects, and go to a thread without being copied. Options are named by their places.
 */
export type PackedBallots = {
  options: readonly string[];
  invalid: number;
  bytes: Uint8Array<ArrayBuffer>;
};

const KINDS = ["blank", "choice", "approve", "rank", "grade", "per-option"] as const;

/**
 * Packs ballots while they are read, so that they never lie in memory as objects all together.
 * @throws RangeError where one names an option that is not on the list.
 */
export function packBallots(
  options: readonly string[],
  groups: Iterable<BallotGroup>,
  invalid = 0,
): PackedBallots {
  const places = placesOf(options);
  const placeOf = (option: string) => {
    const place = places.get(option);
    if (place === undefined)
      throw new RangeError("A ballot names an option that is not on the list");
    return place;
  };
  const writer = byteWriter();
  for (const { content, count } of groups) {
    writer.write(count);
    writer.write(KINDS.indexOf(content.kind));
    writeContent(writer, content, placeOf);
  }
  return { options, invalid, bytes: writer.bytes() };
}

/** A profile that makes its ballots anew from the bytes each time it is walked. */
export function unpackBallots({ options, invalid, bytes }: PackedBallots): Profile {
  return {
    options,
    invalid,
    ballots: {
      *[Symbol.iterator]() {
        const reader = byteReader(bytes);
        while (!reader.isAtEnd()) {
          const count = reader.read();
          yield { count, content: readContent(reader, options) };
        }
      },
    },
  };
}

function writeContent(
  writer: ByteWriter,
  content: BallotContent,
  placeOf: (option: string) => number,
): void {
  const writePlaces = (named: readonly string[]) => {
    writer.write(named.length);
    for (const option of named) writer.write(placeOf(option));
  };
  switch (content.kind) {
    case "blank":
      return;
    case "choice":
      return writer.write(placeOf(content.option));
    case "approve":
      return writePlaces(content.options);
    case "rank":
      writer.write(content.ranks.length);
      return content.ranks.forEach(writePlaces);
    case "grade":
      writePlaces(Object.keys(content.grades));
      return Object.values(content.grades).forEach((grade) => writer.write(grade));
    case "per-option":
      writePlaces(Object.keys(content.choices));
      return Object.values(content.choices).forEach((stance) =>
        writer.write(STANCES.indexOf(stance)),
      );
  }
}

function readContent(reader: ByteReader, options: readonly string[]): BallotContent {
  const many = <T>(read: () => T) => Array.from({ length: reader.read() }, read);
  const option = () => options[reader.read()]!;
  const kind = KINDS[reader.read()]!;
  switch (kind) {
    case "blank":
      return { kind };
    case "choice":
      return { kind, option: option() };
    case "approve":
      return { kind, options: many(option) };
    case "rank":
      return { kind, ranks: many(() => many(option)) };
    case "grade":
      return {
        kind,
        grades: Object.fromEntries(many(option).map((name) => [name, reader.read()])),
      };
    case "per-option":
      return {
        kind,
        choices: Object.fromEntries(many(option).map((name) => [name, STANCES[reader.read()]!])),
      };
  }
}
