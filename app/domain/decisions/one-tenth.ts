/** Votes that one holder cast: their own and those of the mandates they hold. */
export type Holder = { own: 0 | 1; mandates: number };

/**
 * The legal cap (CSA 8:5): nobody votes for more than a tenth of the votes. Counts alone, so that
 * it can be published. `excess` is how many votes are over; which ones go is for the bureau to say.
 */
export type OneTenth = { limit: number; applies: boolean; holdersOver: number; excess: number };

/**
 * Checks the cap over holders (rules §1.4, V11), mandates included. With fewer than ten votes the
 * literal limit is 0 and would silence everybody: it is not applied, and the report warns.
 */
export function checkOneTenth(votes: number, holders: readonly Holder[]): OneTenth {
  const limit = Math.floor(votes / 10);
  const over =
    limit === 0
      ? []
      : holders.map(({ own, mandates }) => own + mandates - limit).filter((excess) => excess > 0);
  return {
    limit,
    applies: limit > 0,
    holdersOver: over.length,
    excess: over.reduce((sum, excess) => sum + excess, 0),
  };
}
