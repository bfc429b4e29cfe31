import type { Fraction } from "#domain/kernel/fraction.ts";
import type { Language } from "#domain/kernel/languages.ts";

/**
 * A share rounded for reading. `tenThousandths` is an integer (9189 is 91.89 %); `sign` says that
 * the share is only known to be below or above it.
 */
export type RoundedShare = {
  tenThousandths: number;
  digits: 0 | 1 | 2;
  sign: "" | "<" | ">";
};

/** Below this many, a percentage pretends to a precision that is not there: counts only (rules §5.3). */
const COUNTS_ONLY_BELOW = 30;
/** From this many, one decimal; between, whole percents (rules §5.3). */
const ONE_DECIMAL_FROM = 1_000;

/**
 * `part` of `whole` as a percentage, or undefined where only counts may be shown. Rounding never
 * carries a share across the `bar` it is measured against (74.6 % is not 75 % where three quarters
 * were needed), nor makes "nobody" of somebody. Integers throughout.
 */
export function roundedShare(
  part: number,
  whole: number,
  bar?: Fraction,
): RoundedShare | undefined {
  if (whole < COUNTS_ONLY_BELOW) return undefined;
  for (const digits of whole >= ONE_DECIMAL_FROM ? ([1, 2] as const) : ([0, 1, 2] as const)) {
    const rounded = rounding(part, whole, digits);
    if (!bar || sameSide(part, whole, rounded, bar))
      return honestEnds(part, whole, rounded, digits);
  }
  // Closer to the bar than a hundredth of a percent: say on which side.
  const below = part * (bar?.den ?? 1) < whole * (bar?.num ?? 1);
  return {
    tenThousandths: rounding(part, whole, 2),
    digits: 2,
    sign: below ? "<" : ">",
  };
}

/** Half up, to a multiple of 1, 10 or 100 ten-thousandths. */
function rounding(part: number, whole: number, digits: 0 | 1 | 2): number {
  const step = 10 ** (2 - digits);
  const doubled = (2 * part * 10_000) / step + whole;
  return Math.floor(doubled / (2 * whole)) * step;
}

function sameSide(part: number, whole: number, rounded: number, bar: Fraction): boolean {
  const exact = Math.sign(part * bar.den - whole * bar.num);
  return exact === Math.sign(rounded * bar.den - 10_000 * bar.num) || part === 0 || part === whole;
}

function honestEnds(part: number, whole: number, rounded: number, digits: 0 | 1 | 2): RoundedShare {
  const step = 10 ** (2 - digits);
  if (rounded === 0 && part > 0) return { tenThousandths: step, digits, sign: "<" };
  if (rounded === 10_000 && part < whole) {
    return { tenThousandths: 10_000 - step, digits, sign: ">" };
  }
  return { tenThousandths: rounded, digits, sign: "" };
}

/** `92 %`, `2,0 %`, `< 1 %`: as the language writes it. */
export function writeShare(share: RoundedShare, language: Language): string {
  const number = new Intl.NumberFormat(language, {
    style: "percent",
    minimumFractionDigits: share.digits,
    maximumFractionDigits: share.digits,
  }).format(share.tenThousandths / 10_000);
  return share.sign ? `${share.sign}\u00a0${number}` : number;
}
