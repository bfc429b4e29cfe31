/** Victories that were locked, and where they lead. Options by their places. */
export type Victories = {
  add: (a: number, b: number) => void;
  /** Whether a chain of victories leads from a to b. */
  leads: (a: number, b: number) => boolean;
  /** Such a chain, with both its ends. */
  chain: (a: number, b: number) => number[];
  copy: () => Victories;
};

export function noVictories(size: number): Victories {
  const words = Math.ceil(size / 32);
  return victories(size, new Uint32Array(size * words), new Uint32Array(size * words));
}

/** `direct` and `reached` hold a row of bits for each option: over whom, and how far it leads. */
function victories(size: number, direct: Uint32Array, reached: Uint32Array): Victories {
  const words = Math.ceil(size / 32);
  const has = (rows: Uint32Array, a: number, b: number) =>
    ((rows[a * words + (b >>> 5)]! >>> (b & 31)) & 1) === 1;
  const set = (rows: Uint32Array, a: number, b: number) => {
    rows[a * words + (b >>> 5)]! |= 1 << (b & 31);
  };
  const leads = (a: number, b: number) => has(reached, a, b);

  return {
    leads,
    add: (a, b) => {
      set(direct, a, b);
      if (leads(a, b)) return;
      for (let from = 0; from < size; from += 1) {
        if (from !== a && !leads(from, a)) continue;
        set(reached, from, b);
        for (let word = 0; word < words; word += 1) {
          reached[from * words + word]! |= reached[b * words + word]!;
        }
      }
    },
    chain: (a, b) => {
      const chain = [a];
      for (let at = a; at !== b; chain.push(at)) {
        at = nextTowards(b, size, (next) => has(direct, at, next), leads);
      }
      return chain;
    },
    copy: () => victories(size, direct.slice(), reached.slice()),
  };
}

/** An option right below that is `to`, or leads there. */
function nextTowards(
  to: number,
  size: number,
  isBelow: (next: number) => boolean,
  leads: (a: number, b: number) => boolean,
): number {
  if (isBelow(to)) return to;
  for (let next = 0; next < size; next += 1) if (isBelow(next) && leads(next, to)) return next;
  throw new Error("No chain of victories leads there");
}
