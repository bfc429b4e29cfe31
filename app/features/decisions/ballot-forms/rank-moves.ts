/** A ranking from the most wanted down, equals together. Options left out are in none. */
export type Ranks = readonly (readonly string[])[];

export const RANK_ACTS = ["first", "up", "down", "last", "level", "remove", "add"] as const;
/** What one button does to one option's place. `level`: equal with those above it, or no more. */
export type RankAct = (typeof RANK_ACTS)[number];

/** The place of an option from 1, equals sharing one; 0 where it is not ranked. */
export function placeOf(ranks: Ranks, option: string): number {
  return ranks.findIndex((equals) => equals.includes(option)) + 1;
}

/** The ranking without an option. */
export function withoutOption(ranks: Ranks, option: string): string[][] {
  return ranks
    .map((equals) => equals.filter((one) => one !== option))
    .filter((equals) => equals.length > 0);
}

/** The option alone at this place from 1, those after it moved down. */
export function movedTo(ranks: Ranks, option: string, place: number): string[][] {
  const others = withoutOption(ranks, option);
  const at = Math.min(Math.max(place, 1), others.length + 1) - 1;
  return [...others.slice(0, at), [option], ...others.slice(at)];
}

/** The ranking after a button was pressed; the same one where the button can do nothing. */
export function afterAct(ranks: Ranks, option: string, act: RankAct): Ranks {
  const place = placeOf(ranks, option);
  const alone = ranks[place - 1]?.length === 1;
  switch (act) {
    case "add":
      return place > 0 ? ranks : [...ranks, [option]];
    case "remove":
      return withoutOption(ranks, option);
    case "first":
      return movedTo(ranks, option, 1);
    case "last":
      return movedTo(ranks, option, ranks.length + 1);
    // Somebody among equals first leaves them, upwards or downwards.
    case "up":
      return movedTo(ranks, option, alone ? place - 1 : place);
    case "down":
      return movedTo(ranks, option, place + 1);
    case "level":
      return isBelowEqual(ranks, option)
        ? movedTo(ranks, option, place + 1)
        : levelWithAbove(ranks, option, place);
  }
}

/** Whether it shares its place with an option that stands above it in the list. */
export function isBelowEqual(ranks: Ranks, option: string): boolean {
  return ranks.some((equals) => equals.indexOf(option) > 0);
}

function levelWithAbove(ranks: Ranks, option: string, place: number): Ranks {
  const above = ranks[place - 2];
  if (!above) return ranks;
  const joined = ranks.map((equals) => (equals === above ? [...equals, option] : equals));
  return joined
    .map((equals, at) => (at === place - 1 ? equals.filter((one) => one !== option) : equals))
    .filter((equals) => equals.length > 0);
}
