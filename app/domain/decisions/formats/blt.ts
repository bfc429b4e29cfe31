import type { BallotGroup } from "../profile.ts";
import {
  checkBallots,
  type ElectionFile,
  MOST_OPTIONS,
  rankBallot,
  walkable,
} from "./election-file.ts";
import { TextReader } from "./text-reader.ts";

/**
 * Reads BLT (Hill, Wichmann & Woodall, Algorithm 123, The Computer Journal 30, 1987), with what
 * OpenSTV and OpaVote added: comments from `#`, equal ranks joined by `=`, `-` for a skipped rank.
 * Options have their number as id. A ballot ends with 0 on its own line: a missing 0 would let two
 * ballots read as one. Names are in quotes, or each alone on its line. Withdrawn options are left
 * out of the ballots, and a ballot that named nobody else is blank.
 * @throws MalformedFile
 */
export function readBlt(text: string): ElectionFile {
  const reader = new TextReader(text);
  const head = readHead(reader);
  const { at } = reader;
  checkBallots(reader, readBallots(reader, head));
  const all = readNames(reader, head.candidates);
  const stands = (number: number) => !head.withdrawn.has(number);
  const withdrawn = all.filter((_, index) => !stands(index + 1));
  const title = readTitle(reader);
  return {
    ...(title === undefined ? {} : { title }),
    names: all.filter((_, index) => stands(index + 1)),
    profile: {
      options: all
        .map((_, index) => index + 1)
        .filter(stands)
        .map(String),
      ballots: walkable(() => readBallots(new TextReader(text, at), head)),
    },
    shape: "rank",
    seats: head.seats,
    ...(withdrawn.length > 0 ? { withdrawn } : {}),
  };
}

type Head = { candidates: number; seats: number; withdrawn: Set<number> };

function readHead(reader: TextReader): Head {
  skip(reader);
  const candidates = reader.whole("how many candidates there are", 0, MOST_OPTIONS);
  skip(reader);
  const seats = reader.whole("how many seats there are", 1);
  const withdrawn = new Set<number>();
  skip(reader);
  while (reader.takes("-")) {
    withdrawn.add(reader.whole("the number of a withdrawn candidate", 1, candidates));
    reader.skipSpaces();
    // On the line of a ballot, -1 would be a negative count.
    if (!/[-\n#]/.test(reader.next)) reader.fail("the end of the line after withdrawn candidates");
    skip(reader);
  }
  return { candidates, seats, withdrawn };
}

function* readBallots(reader: TextReader, head: Head): Generator<BallotGroup> {
  const seenIn = new Float64Array(head.candidates + 1);
  for (let ballot = 1; ; ballot += 1) {
    skip(reader);
    const count = reader.whole("a number of equal ballots, or 0 after the last ballot");
    if (count === 0) return;
    const ranks: string[][] = [];
    for (let rank = readRank(reader, head, seenIn, ballot); rank; ) {
      if (rank.length > 0) ranks.push(rank);
      rank = readRank(reader, head, seenIn, ballot);
    }
    yield { content: rankBallot(ranks), count };
  }
}

/** The options of one rank, or undefined at the 0 that ends the ballot. */
function readRank(
  reader: TextReader,
  { candidates, withdrawn }: Head,
  seenIn: Float64Array,
  ballot: number,
): string[] | undefined {
  reader.skipSpaces();
  if (reader.next === "-" && reader.match(SKIPPED)) return [];
  const rank: string[] = [];
  do {
    const from = reader.at;
    if (reader.ended || reader.next === "\n") reader.fail("0 to end this ballot");
    const number = reader.whole("the number of a candidate, or 0 to end", 0, candidates);
    if (number === 0 && rank.length === 0) return undefined;
    if (number === 0) reader.fail("the number of a candidate after =", from);
    if (seenIn[number] === ballot) reader.fail("a candidate this ballot has not named yet", from);
    seenIn[number] = ballot;
    if (!withdrawn.has(number)) rank.push(String(number));
  } while (reader.takes("="));
  return rank;
}

function readNames(reader: TextReader, candidates: number): string[] {
  reader.skipSpaces();
  if (!reader.ended && !/[\n#"]/.test(reader.next)) {
    reader.fail("a new line, or a name in quotes, after the 0 that ends the ballots");
  }
  return Array.from({ length: candidates }, (_, index) => {
    return readName(reader) ?? reader.fail(`the name of candidate ${index + 1}`);
  });
}

function readTitle(reader: TextReader): string | undefined {
  const title = readName(reader);
  skip(reader);
  if (!reader.ended) reader.fail("the end of the file after the title");
  return title;
}

/** The next name or the title; undefined at the end of the file. */
function readName(reader: TextReader): string | undefined {
  skip(reader);
  if (reader.ended) return undefined;
  if (reader.next !== '"') return reader.match(/[^\n]*/y).trim();
  const quoted = reader.match(QUOTED);
  if (!quoted) reader.fail("a closing quote on the same line");
  return quoted.slice(1, -1).replace(/\\(["\\])/g, "$1");
}

/** Over spaces, line ends and comments. */
function skip(reader: TextReader): void {
  reader.match(BETWEEN);
}

const BETWEEN = /(?:\s+|#[^\n]*)*/y;
const SKIPPED = /-(?=\s)/y;
const QUOTED = /"[^"\\\n]*(?:\\.[^"\\\n]*)*"/y;
