import type { BallotTotals, Profile } from "../profile.ts";
import { type Ranking, readRankings } from "../rankings.ts";

/**
 * Ballot papers with one preference after the other, by the options' places in the list. Paper `i`,
 * which `counts[i]` ballots share, has `preferences` from `starts[i]` to before `starts[i + 1]`.
 */
export type Papers = { preferences: Uint16Array; starts: Uint32Array; counts: Float64Array };

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
 * @throws RangeError as `readRankings` does.
 */
export function readPapers(profile: Profile): ReadPapers {
  const pile = paperPile();
  let unclear = 0;
  const totals = readRankings(profile, (ranking) => {
    const size = clearPreferences(ranking);
    if (size === 0) unclear += ranking.count;
    else pile.add(ranking.named.subarray(0, size), ranking.count);
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
  const pile = paperPile();
  const alone = Uint16Array.of(to);
  let left = many;
  const add = (paper: number, moved: number) => {
    const count = papers.counts[paper]!;
    if (moved > 0) pile.add(alone, moved);
    if (moved < count) pile.add(preferencesOf(papers, paper), count - moved);
  };
  const candidates: number[] = [];
  papers.counts.forEach((_, paper) => {
    if (papers.preferences[papers.starts[paper]!] === from) candidates.push(paper);
    else add(paper, 0);
  });
  candidates.sort((a, b) => comparePreferences(preferencesOf(papers, a), preferencesOf(papers, b)));
  for (const paper of candidates) {
    const moved = Math.min(left, papers.counts[paper]!);
    add(paper, moved);
    left -= moved;
  }
  return left === 0 ? pile.papers() : undefined;
}

function preferencesOf({ preferences, starts }: Papers, paper: number): Uint16Array {
  return preferences.subarray(starts[paper], starts[paper + 1]);
}

function comparePreferences(a: Uint16Array, b: Uint16Array): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    if (a[at] !== b[at]) return a[at]! - b[at]!;
  }
  return a.length - b.length;
}

/** Gathers papers in arrays that grow. */
function paperPile(): { add(preferences: Uint16Array, count: number): void; papers(): Papers } {
  let preferences = new Uint16Array(1_024);
  let starts = new Uint32Array(256);
  let counts = new Float64Array(256);
  let papers = 0;
  let length = 0;
  return {
    add: (paper, count) => {
      if (length + paper.length > preferences.length) {
        preferences = grown(preferences, new Uint16Array(2 * (length + paper.length)));
      }
      if (papers + 2 > starts.length) {
        starts = grown(starts, new Uint32Array(2 * starts.length));
        counts = grown(counts, new Float64Array(2 * counts.length));
      }
      preferences.set(paper, length);
      length += paper.length;
      counts[papers] = count;
      papers += 1;
      starts[papers] = length;
    },
    papers: () => ({
      preferences: preferences.subarray(0, length),
      starts: starts.subarray(0, papers + 1),
      counts: counts.subarray(0, papers),
    }),
  };
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
