import { encodeBallot } from "./ballot.ts";
import { ballotPacker, type PackedBallots, unpackBallots } from "./packed-ballots.ts";
import type { BallotGroup } from "./profile.ts";

/** Ballots that lie in memory as texts at one time: rankings of 35 options take some 25 MB. */
const PIECE = 16_384;
/** Texts looked at for each piece, so that pieces come out about as large as each other. */
const SAMPLES = 16;

/**
 * Equal ballots together, in the order of their canonical texts. A million different ones stay
 * packed but for a piece at a time: their texts alone would take more than a gigabyte.
 */
export function sortBallots(packed: PackedBallots, pieceSize = PIECE): PackedBallots {
  const sorted = ballotPacker(packed.options);
  for (const piece of piecesOf(packed, pieceSize)) {
    for (const group of groupTexts(unpackBallots(piece).ballots)) sorted.add(group);
  }
  return sorted.packed(packed.invalid);
}

/** Pieces in order: whatever one holds comes before all that the next one holds. */
function piecesOf(packed: PackedBallots, pieceSize: number): PackedBallots[] {
  const pieces = Math.ceil(packed.groups / pieceSize);
  if (pieces <= 1) return [packed];
  const borders = bordersOf(packed, pieces);
  const packers = Array.from({ length: pieces }, () => ballotPacker(packed.options));
  for (const group of unpackBallots(packed).ballots) {
    packers[pieceOf(encodeBallot(group.content), borders)]!.add(group);
  }
  return packers.map((packer) => packer.packed());
}

/** The texts with which the second piece and those after it begin, guessed from a sample. */
function bordersOf(packed: PackedBallots, pieces: number): string[] {
  const every = Math.ceil(packed.groups / (pieces * SAMPLES));
  const sample: string[] = [];
  let at = 0;
  for (const { content } of unpackBallots(packed).ballots) {
    if (at++ % every === 0) sample.push(encodeBallot(content));
  }
  sample.sort(inOrder);
  return Array.from({ length: pieces - 1 }, (_, piece) => {
    return sample[Math.floor(((piece + 1) * sample.length) / pieces)]!;
  });
}

/** How many borders a text has reached. */
function pieceOf(text: string, borders: readonly string[]): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (text < borders[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

function groupTexts(ballots: Iterable<BallotGroup>): BallotGroup[] {
  const groups = new Map<string, BallotGroup>();
  for (const { content, count } of ballots) {
    const text = encodeBallot(content);
    const group = groups.get(text);
    if (group) group.count += count;
    else groups.set(text, { content, count });
  }
  return [...groups].sort(([a], [b]) => inOrder(a, b)).map(([, group]) => group);
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
