import type { Papers } from "./papers.ts";

/** Papers that went the same way: `to` is undefined where they name nobody who continues. */
export type Movement = { from: number; to: number | undefined; value: number; papers: number };

/** Where the papers lie: a pile for each option, and in it the papers by their value. */
export type PaperPiles = {
  /** Gives every paper to its first preference. */
  sortFirst(value: number, isContinuing: (option: number) => boolean): Movement[];
  /** Takes an option's papers to the next who continues on each, at a new value. */
  move(
    from: number,
    valueNow: (before: number) => number,
    isContinuing: (option: number) => boolean,
  ): Movement[];
};

/** Piles of papers for `size` options. */
export function paperPiles(papers: Papers, size: number): PaperPiles {
  const { preferences, starts, ends, counts } = papers;
  const at = starts.slice();
  const piles = Array.from({ length: size }, () => new Map<number, number[]>());

  const nextOf = (paper: number, isContinuing: (option: number) => boolean) => {
    let place = at[paper]!;
    const end = ends[paper]!;
    while (place < end && !isContinuing(preferences[place]!)) place += 1;
    at[paper] = place;
    return place < end ? preferences[place]! : size;
  };

  const hand = (
    from: number,
    value: number,
    moved: Iterable<number>,
    isContinuing: (option: number) => boolean,
  ) => {
    const parcels = new Map<number, { papers: number[]; count: number }>();
    for (const paper of moved) {
      const to = nextOf(paper, isContinuing);
      const parcel = parcels.get(to) ?? { papers: [], count: 0 };
      if (parcel.count === 0) parcels.set(to, parcel);
      parcel.papers.push(paper);
      parcel.count += counts[paper]!;
    }
    return [...parcels].map(([to, parcel]): Movement => {
      if (to < size) lay(piles[to]!, value, parcel.papers);
      return { from, to: to < size ? to : undefined, value, papers: parcel.count };
    });
  };

  return {
    sortFirst: (value, isContinuing) => hand(size, value, counts.keys(), isContinuing),
    move: (from, valueNow, isContinuing) => {
      const pile = piles[from]!;
      piles[from] = new Map();
      return [...pile].flatMap(([before, held]) =>
        hand(from, valueNow(before), held, isContinuing),
      );
    },
  };
}

function lay(pile: Map<number, number[]>, value: number, papers: number[]): void {
  const held = pile.get(value);
  if (!held) pile.set(value, papers);
  else for (const paper of papers) held.push(paper);
}
