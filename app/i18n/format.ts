import type { Language } from "#domain/kernel/languages.ts";

/** How each language writes numbers and dates in Belgium. */
const LOCALES: Record<Language, string> = {
  fr: "fr-BE",
  nl: "nl-BE",
  de: "de-BE",
  en: "en-GB",
};

/** The cooperative's own clock: an assembly at six begins at six in Brussels for everybody. */
const TIME_ZONE = "Europe/Brussels";

type Instant = Date | string | number;

const DATE_STYLES = {
  /** 18 June 2024 */
  long: { day: "numeric", month: "long", year: "numeric" },
  /** Tuesday 18 June 2024 */
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  /** 18/06/2024, for tables */
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Making a formatter costs more than using it.
const dates = new Map<string, Intl.DateTimeFormat>();
function dateFormatter(language: Language, options: Intl.DateTimeFormatOptions) {
  const key = language + JSON.stringify(options);
  let formatter = dates.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(LOCALES[language], {
      timeZone: TIME_ZONE,
      ...options,
    });
    dates.set(key, formatter);
  }
  return formatter;
}

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormatter(language: Language, options: Intl.NumberFormatOptions) {
  const key = language + JSON.stringify(options);
  let formatter = numbers.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(LOCALES[language], options);
    numbers.set(key, formatter);
  }
  return formatter;
}

/** A calendar day (`2026-06-18`) or an instant, as a day. */
export function formatDate(
  language: Language,
  value: Instant,
  style: keyof typeof DATE_STYLES = "long",
): string {
  return dateFormatter(language, DATE_STYLES[style]).format(new Date(value));
}

/** « 18 » and « juin », for a date that is set in two sizes. */
export function formatDayAndMonth(language: Language, value: Instant) {
  const date = new Date(value);
  return {
    day: dateFormatter(language, { day: "numeric" }).formatToParts(date)[0]?.value ?? "",
    month: dateFormatter(language, { month: "long" }).format(date),
  };
}

/** 17:20 */
export function formatTime(language: Language, value: Instant): string {
  return dateFormatter(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(value));
}

/** 18 June 2024 at 17:20, in the language's own way of joining the two. */
export function formatDateTime(language: Language, value: Instant): string {
  return dateFormatter(language, {
    ...DATE_STYLES.long,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(new Date(value));
}

/** 41 702 */
export function formatNumber(language: Language, value: number, decimals = 0): string {
  return numberFormatter(language, { maximumFractionDigits: decimals }).format(value);
}

/**
 * `part` of `whole` as a percentage, rounded half up from the exact fraction and never by floating
 * point: 66.66…% must not become 66.7 by accident of representation.
 */
export function formatPercent(
  language: Language,
  part: number | bigint,
  whole: number | bigint,
  decimals = 1,
): string {
  const scale = 10n ** BigInt(decimals + 2);
  const of = BigInt(whole);
  const scaled = of === 0n ? 0n : (2n * BigInt(part) * scale + of) / (2n * of);
  return numberFormatter(language, {
    style: "percent",
    minimumFractionDigits: 0,
    maximumFractionDigits: decimals,
  }).format(Number(scaled) / Number(scale));
}

/** « a, b et c » */
export function formatList(language: Language, items: string[]): string {
  return new Intl.ListFormat(LOCALES[language], { type: "conjunction" }).format(items);
}

/** A language's name as a sentence says it: « français », « Französisch »; its own by default. */
export function languageName(of: string, inLanguage: string = of): string {
  return new Intl.DisplayNames([inLanguage], { type: "language" }).of(of) ?? of;
}
