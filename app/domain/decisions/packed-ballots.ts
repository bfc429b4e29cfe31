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
  /** How many groups of equal ballots; equal ones may come in several. */
  groups: number;
  bytes: Uint8Array<ArrayBuffer>;
};

const KINDS = ["blank", "choice", "approve", "rank", "grade", "per-option"] as const;

/** Packs ballots one by one, so that they never lie in memory as objects all together. */
export type BallotPacker = {
  /** @throws RangeError where the ballot names an option that is not on the list. */
  add: (group: BallotGroup) => void;
  packed: (invalid?: number) => PackedBallots;
};

export function ballotPacker(options: readonly string[]): BallotPacker {
  const places = placesOf(options);
  const placeOf = (option: string) => {
    const place = places.get(option);
    if (place === undefined)
      throw new RangeError("A ballot names an option that is not on the list");
    return place;
  };
  const writer = byteWriter();
  let groups = 0;
  return {
    add: ({ content, count }) => {
      writer.write(count);
      writer.write(KINDS.indexOf(content.kind));
      writeContent(writer, content, placeOf);
      groups += 1;
    },
    packed: (invalid = 0) => ({ options, invalid, groups, bytes: writer.bytes() }),
  };
}

/** Packs ballots while they are read. @throws RangeError as `BallotPacker.add`. */
export function packBallots(
  options: readonly string[],
  ballots: Iterable<BallotGroup>,
  invalid = 0,
): PackedBallots {
  const packer = ballotPacker(options);
  for (const group of ballots) packer.add(group);
  return packer.packed(invalid);
}

/** A profile that makes its ballots anew from the bytes each time it is walked. */
export function unpackBallots({ options, invalid, bytes }: Omit<PackedBallots, "groups">): Profile {
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
  const option = () => options[reader.read()]!;
  const some = () => readMany(reader, option);
  const kind = KINDS[reader.read()]!;
  switch (kind) {
    case "blank":
      return { kind };
    case "choice":
      return { kind, option: option() };
    case "approve":
      return { kind, options: some() };
    case "rank":
      return { kind, ranks: readMany(reader, some) };
    case "grade":
      return { kind, grades: readRecord(some(), () => reader.read()) };
    case "per-option":
      return { kind, choices: readRecord(some(), () => STANCES[reader.read()]!) };
  }
}

/** Plain loops: a million ballots are read several times in a count. */
function readMany<T>(reader: ByteReader, read: () => T): T[] {
  const items: T[] = [];
  for (let left = reader.read(); left > 0; left -= 1) items.push(read());
  return items;
}

function readRecord<T>(names: readonly string[], read: () => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, read()]));
}
