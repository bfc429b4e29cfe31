import type { BallotTotals, Profile } from "../profile.ts";
import { type Ranking, readRankings } from "../rankings.ts";

/**
 * Ballot papers with one preference after the other, by the options' places in the list. Paper `i`,
 * which `counts[i]` ballots share, has the `preferences` from `starts[i]` to before `ends[i]`.
 */
export type Papers = {
  preferences: Uint16Array;
  starts: Uint32Array;
  ends: Uint32Array;
  counts: Float64Array;
};

export type ReadPapers = {
  papers: Papers;
  totals: BallotTotals;
  /** Ballots that rank several options first: they tell no first preference and are invalid. */
  unclear: number;
};

/**
 * Papers from rankings. A rank that several options share tells no preference: a paper is read up to
 * there. One that begins so is invalid (Scottish Local Government Elections Order 2007, rule 44:
 * no first preference for one candidate alone).
 * @throws BallotsRefused as `readRankings` does.
 */
export function readPapers(profile: Profile): ReadPapers {
  const pile = paperPile();
  let unclear = 0;
  const totals = readRankings(profile, (ranking) => {
    const size = clearPreferences(ranking);
    if (size === 0) unclear += ranking.count;
    else pile.add(ranking.named, size, ranking.count);
  });
  return {
    papers: pile.papers(),
    totals: {
      ...totals,
      invalid: totals.invalid + unclear,
      counted: totals.counted - unclear,
    },
    unclear,
  };
}

/** How many options come before the first rank that several share. */
function clearPreferences({ ranks, size }: Ranking): number {
  for (let at = 1; at < size; at += 1) if (ranks[at] === ranks[at - 1]) return at - 1;
  return size;
}

/**
 * The papers with `many` ballots, whose first preference was `from`, for `to` alone instead. Which
 * ones does not depend on the order of the papers. Undefined where there are not so many.
 */
export function withBallotsMoved(
  papers: Papers,
  from: number,
  to: number,
  many: number,
): Papers | undefined {
  const moved = copyWithRoom(papers);
  const { preferences, starts, ends, counts } = moved;
  const alone = preferences.length - 1;
  preferences[alone] = to;
  let left = many;
  for (const paper of papersOf(papers, from)) {
    if (left === 0) break;
    const taken = Math.min(left, counts[paper]!);
    left -= taken;
    counts[paper]! -= taken;
  }
  const last = counts.length - 1;
  starts[last] = alone;
  ends[last] = alone + 1;
  counts[last] = many;
  return left === 0 ? moved : undefined;
}

/** A copy with room for one more preference and one more paper. */
function copyWithRoom({ preferences, starts, ends, counts }: Papers): Papers {
  return {
    preferences: grown(preferences, new Uint16Array(preferences.length + 1)),
    starts: grown(starts, new Uint32Array(starts.length + 1)),
    ends: grown(ends, new Uint32Array(ends.length + 1)),
    counts: grown(counts, new Float64Array(counts.length + 1)),
  };
}

/** The papers with this first preference, in the order of what they say. */
function papersOf(papers: Papers, first: number): number[] {
  const { preferences, starts, ends, counts } = papers;
  const found: number[] = [];
  for (let paper = 0; paper < counts.length; paper += 1) {
    if (preferences[starts[paper]!] === first) found.push(paper);
  }
  return found.sort((a, b) => {
    const length = Math.min(ends[a]! - starts[a]!, ends[b]! - starts[b]!);
    for (let at = 0; at < length; at += 1) {
      const difference = preferences[starts[a]! + at]! - preferences[starts[b]! + at]!;
      if (difference !== 0) return difference;
    }
    return ends[a]! - starts[a]! - (ends[b]! - starts[b]!);
  });
}

/** Gathers papers in arrays that grow. */
function paperPile(): {
  add: (named: Uint16Array, size: number, count: number) => void;
  papers: () => Papers;
} {
  let preferences = new Uint16Array(1_024);
  let ends = new Uint32Array(256);
  let counts = new Float64Array(256);
  let papers = 0;
  let length = 0;
  return {
    add: (named, size, count) => {
      if (length + size > preferences.length) {
        preferences = grown(preferences, new Uint16Array(2 * (length + size)));
      }
      if (papers === counts.length) {
        ends = grown(ends, new Uint32Array(2 * ends.length));
        counts = grown(counts, new Float64Array(2 * counts.length));
      }
      for (let at = 0; at < size; at += 1) preferences[length + at] = named[at]!;
      length += size;
      ends[papers] = length;
      counts[papers] = count;
      papers += 1;
    },
    papers: () => {
      const starts = new Uint32Array(papers);
      starts.set(ends.subarray(0, Math.max(0, papers - 1)), papers > 0 ? 1 : 0);
      return {
        preferences: preferences.subarray(0, length),
        starts,
        ends: ends.subarray(0, papers),
        counts: counts.subarray(0, papers),
      };
    },
  };
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
