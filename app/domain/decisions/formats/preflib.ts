import type { BallotGroup } from "../profile.ts";
import {
  checkBallots,
  type ElectionFile,
  MOST_OPTIONS,
  rankBallot,
  walkable,
} from "./election-file.ts";
import { TextReader } from "./text-reader.ts";

/** Strict or tied orders, complete or not (https://preflib.github.io/PrefLib-Jekyll/format). */
export const PREFLIB_TYPES = ["soc", "soi", "toc", "toi"] as const;
export type PrefLibType = (typeof PREFLIB_TYPES)[number];

/**
 * Reads the PrefLib format of September 2022. Options have their number as id. What the head
 * declares must be true of the ballots: their type, their number and that of different orders.
 * @throws MalformedFile
 */
export function readPrefLib(text: string): ElectionFile {
  const reader = new TextReader(text);
  const head = readHead(reader);
  const { at } = reader;
  const walk = (from: TextReader) => readOrders(from, head);
  const sums = { voters: 0, orders: 0 };
  checkBallots(reader, counting(walk(reader), sums));
  checkDeclared(reader, head.voters, sums.voters);
  checkDeclared(reader, head.orders, sums.orders);
  return {
    ...(head.title === "" ? {} : { title: head.title }),
    names: head.names,
    profile: {
      options: head.names.map((_, index) => String(index + 1)),
      ballots: walkable(() => walk(new TextReader(text, at))),
    },
    shape: "rank",
  };
}

/** A number that the head declares, and where. */
type Declared = { value: number; at: number };

type Head = {
  title: string;
  type: PrefLibType;
  names: string[];
  voters: Declared;
  orders: Declared;
};

function readHead(reader: TextReader): Head {
  const fields = new Map<string, number>();
  const texts = new Map<string, string>();
  while (reader.takes("#")) {
    reader.skipSpaces();
    const from = reader.at;
    const name = reader.match(/[^:\n]*/y).trim();
    if (!reader.takes(":")) reader.fail("a colon after the name of this field");
    reader.skipSpaces();
    if (fields.has(name)) reader.fail(`${name} only once`, from);
    fields.set(name, reader.at);
    texts.set(name, reader.match(/[^\n]*/y).trim());
    reader.takes("\n");
  }
  const whole = (name: string, most?: number): Declared => {
    const at = fields.get(name) ?? reader.fail(`the line "# ${name}: …"`);
    return { value: new TextReader(reader.text, at).whole(name, 0, most), at };
  };
  const { value: alternatives } = whole("NUMBER ALTERNATIVES", MOST_OPTIONS);
  const names = Array.from({ length: alternatives }, (_, index) => {
    const field = `ALTERNATIVE NAME ${index + 1}`;
    return texts.get(field) ?? reader.fail(`the line "# ${field}: …"`);
  });
  const type = PREFLIB_TYPES.find((known) => known === texts.get("DATA TYPE"));
  if (!type) {
    return reader.fail(`the data type ${PREFLIB_TYPES.join(", ")}`, fields.get("DATA TYPE"));
  }
  return {
    title: texts.get("TITLE") ?? "",
    type,
    names,
    voters: whole("NUMBER VOTERS"),
    orders: whole("NUMBER UNIQUE ORDERS"),
  };
}

function* readOrders(reader: TextReader, { type, names }: Head): Generator<BallotGroup> {
  const seenIn = new Float64Array(names.length + 1);
  for (let line = 1; reader.match(/\s*/y), !reader.ended; line += 1) {
    const count = reader.whole("how many voters gave this order");
    reader.skipSpaces();
    if (!reader.takes(":")) reader.fail("a colon between the count and the order");
    const start = reader.at;
    const ranks: string[][] = [];
    let named = 0;
    do {
      const rank = readRank(reader, type, names.length, seenIn, line);
      named += rank.length;
      ranks.push(rank);
    } while (reader.takes(","));
    if (!reader.ended && reader.next !== "\n") reader.fail("a comma or the end of the line");
    if (type.endsWith("c") && named < names.length) {
      reader.fail(`all ${names.length} alternatives in an order of type ${type}`, start);
    }
    yield { content: rankBallot(ranks), count };
  }
}

/** One alternative, or several in braces; leaves the reader at what follows. */
function readRank(
  reader: TextReader,
  type: PrefLibType,
  most: number,
  seenIn: Float64Array,
  line: number,
): string[] {
  const rank: string[] = [];
  reader.skipSpaces();
  const opening = reader.at;
  const braces = reader.takes("{");
  if (braces && type.startsWith("s")) reader.fail(`no ties in a file of type ${type}`, opening);
  do {
    reader.skipSpaces();
    const from = reader.at;
    const number = reader.whole("the number of an alternative", 1, most);
    if (seenIn[number] === line) reader.fail("an alternative this order has not named yet", from);
    seenIn[number] = line;
    rank.push(String(number));
    reader.skipSpaces();
  } while (braces && reader.takes(","));
  if (braces && !reader.takes("}")) reader.fail("a comma or a closing brace");
  reader.skipSpaces();
  return rank;
}

function* counting(
  groups: Iterable<BallotGroup>,
  sums: { voters: number; orders: number },
): Generator<BallotGroup> {
  for (const group of groups) {
    sums.voters += group.count;
    sums.orders += 1;
    yield group;
  }
}

function checkDeclared(reader: TextReader, { value, at }: Declared, counted: number): void {
  if (value !== counted) reader.fail(`${counted}, as many as there are below`, at);
}
