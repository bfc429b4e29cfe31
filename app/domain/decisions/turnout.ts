import type { Fraction } from "../kernel/fraction.ts";
import { fraction, hundredthsOfPercent } from "../kernel/fraction.ts";

/**
 * What a turnout is counted against. 841 voters are 2.02 % of one roll and 2.23 % of another (V12):
 * a rate without its base is not published.
 */
export type TurnoutBase = {
  kind: "roll" | "electorate" | "stock";
  /** ISO date of the roll or the stock. */
  asOf: string;
  persons: number;
};

export type Turnout = {
  voters: number;
  base: TurnoutBase;
  /** Missing where the base is empty. */
  share?: Fraction;
  hundredthsOfPercent?: number;
};

/** A turnout that carries its base. */
export function turnout(voters: number, base: TurnoutBase): Turnout {
  const share = fraction(voters, base.persons);
  return {
    voters,
    base,
    ...(share ? { share, hundredthsOfPercent: hundredthsOfPercent(share) } : {}),
  };
}
