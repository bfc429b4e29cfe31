import type { Language } from "../kernel/languages.ts";
import { isLanguage } from "../kernel/languages.ts";
import type { Departure } from "./stock.ts";

const LANGUAGE_NAMES: ReadonlyMap<string, Language> = new Map([
  ["francais", "fr"],
  ["french", "fr"],
  ["frans", "fr"],
  ["neerlandais", "nl"],
  ["nederlands", "nl"],
  ["dutch", "nl"],
  ["allemand", "de"],
  ["deutsch", "de"],
  ["german", "de"],
  ["anglais", "en"],
  ["english", "en"],
]);

const KIND_NAMES: ReadonlyMap<string, "natural" | "legal"> = new Map([
  ["natural", "natural"],
  ["physique", "natural"],
  ["personne physique", "natural"],
  ["legal", "legal"],
  ["morale", "legal"],
  ["personne morale", "legal"],
]);

const DEPARTURE_NAMES: ReadonlyMap<string, Departure> = new Map([
  ["resigned", "resigned"],
  ["demission", "resigned"],
  ["excluded", "excluded"],
  ["exclusion", "excluded"],
  ["left_by_right", "left_by_right"],
  ["de plein droit", "left_by_right"],
  ["deceased", "deceased"],
  ["deces", "deceased"],
]);

/** Lower case, no accents, single spaces: how names of offices and languages are compared. */
export function plainName(text: string): string {
  return text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\s+/g, " ");
}

/** "FR", "fr-BE", "Français": the language, or undefined. */
export function readLanguage(cell: string): Language | undefined {
  const name = plainName(cell);
  const [tag] = name.split(/[-_]/);
  return isLanguage(tag) ? tag : LANGUAGE_NAMES.get(name);
}

export function readKind(cell: string): "natural" | "legal" | undefined {
  return KIND_NAMES.get(plainName(cell));
}

export function readDeparture(cell: string): Departure | undefined {
  return DEPARTURE_NAMES.get(plainName(cell));
}

/** An address as it is stored: trimmed, lower case. undefined where it cannot be one. */
export function readEmail(cell: string): string | undefined {
  const email = cell.trim().toLowerCase();
  return /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[^\s@<>,;:".()]{2,}$/.test(email) ? email : undefined;
}

/** A day written 2024-06-18, 18/06/2024, 18.06.2024 or 18-06-2024, as an ISO date. */
export function readDay(cell: string): string | undefined {
  const text = cell.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const belgian = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : belgian ? belgian.slice(1).reverse() : [];
  if (!year || !month || !day) return undefined;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  // 31 June would roll over into July.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written)
    ? written
    : undefined;
}

/** A whole number of shares, at least one. */
export function readShares(cell: string): number | undefined {
  const text = cell.trim();
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
}
