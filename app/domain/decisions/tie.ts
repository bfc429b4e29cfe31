import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * What settles a tie, declared before the vote (rules §3.6):
 * - `lot`: a seed drawn in public after the list is frozen; options in the order of the SHA-256 of
 *   `seed|option`;
 * - `casting`: options as the person with the casting vote ordered them;
 * - `none`: a tie stays a tie and is reported as one.
 * No rule looks at the id itself, at the order of the list or at a date.
 */
export type TieRule =
  | { kind: "lot"; seed: string }
  | { kind: "casting"; order: readonly string[] }
  | { kind: "none" };

export type TieBreaker = {
  kind: TieRule["kind"];
  /**
   * The tied options in order, the preferred one first: it takes the place, and where one must
   * leave, the last one leaves. Undefined where the rule does not settle it: `none`, or a casting
   * vote that is silent about one of them.
   */
  order(between: readonly string[]): string[] | undefined;
};

/** What settles ties, from the declared rule. */
export function tieBreaker(rule: TieRule): TieBreaker {
  const keyOf = keys(rule);
  return {
    kind: rule.kind,
    order: (between) => {
      const keyed = between.map((option) => ({ option, key: keyOf(option) }));
      if (!keyed.every(hasKey)) return undefined;
      return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ option }) => option);
    },
  };
}

function keys(rule: TieRule): (option: string) => string | number | undefined {
  switch (rule.kind) {
    case "lot":
      return (option) => bytesToHex(sha256(utf8ToBytes(`${rule.seed}|${option}`)));
    case "casting": {
      const places = new Map(rule.order.map((option, at) => [option, at]));
      return (option) => places.get(option);
    }
    case "none":
      return () => undefined;
  }
}

function hasKey<K>(keyed: {
  option: string;
  key: K | undefined;
}): keyed is { option: string; key: K } {
  return keyed.key !== undefined;
}

/**
 * Where options tied: for the last `seat`s; for the place in the `order` that a seat's length hangs
 * on; for being `excluded` in a round; for having their surplus `transferred` first; for being
 * `bought` next; for a `pair` being locked before another one.
 */
export type TiePlace = "seat" | "order" | "excluded" | "transferred" | "bought" | "pair";

/** What the method itself looks at before it asks the declared rule. */
export type MethodTieRule = "earlier-rounds" | "approvals";

/**
 * A tie that was met. `between` is in the order of the options' list; `fell` is preferred first, or
 * says that nothing settled it.
 */
export type TieMet = {
  place: TiePlace;
  round?: number;
  between: string[];
  rule: TieRule["kind"] | MethodTieRule;
  fell: string[] | "unsettled";
};

/** Asks the declared rule about a tie, and writes down what it said. */
export function meetTie(
  tie: TieBreaker,
  place: TiePlace,
  between: readonly string[],
  round?: number,
): TieMet {
  return {
    place,
    ...(round === undefined ? {} : { round }),
    between: [...between],
    rule: tie.kind,
    fell: tie.order(between) ?? "unsettled",
  };
}
