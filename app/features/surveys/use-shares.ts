import { formatNumber, formatPercent } from "#app/i18n/format.ts";
import { useLanguage } from "#app/i18n/use-language.ts";
import { decimalsOf, type Share } from "#domain/surveys/report-card.ts";

/** Says shares as precisely as their number of answers allows (rules 5.3). */
export function useShares() {
  const language = useLanguage();
  const count = (value: number) => formatNumber(language, value);
  /** « 40 % (91) », or the count alone where they are few. */
  const share = ({ part, of }: Share): string => {
    const decimals = decimalsOf(of);
    return decimals === undefined
      ? count(part)
      : `${formatPercent(language, part, of, decimals)} (${count(part)})`;
  };
  /** A share from 0 to 1 that was calculated, not counted. */
  const percent = (value: number, n: number): string =>
    formatPercent(language, Math.round(value * 100_000), 100_000, decimalsOf(n) ?? 0);
  return { count, share, percent, decimal: (value: number) => formatNumber(language, value, 1) };
}
