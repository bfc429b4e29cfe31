import type { Language } from "../kernel/languages.ts";

/**
 * Where an assembly takes place: its main room, other cities on the same day, stops of the tour
 * that prepares it (S-05), and online. One object for all, so that everything counts alike.
 */
export const SITE_KINDS = ["main", "satellite", "stop", "online"] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** Whether people sit in this place on the day of the assembly itself. */
export function isOfTheDay(kind: SiteKind): boolean {
  return kind === "main" || kind === "satellite";
}

/** What a site sends out, by language where there are several: absolute https addresses. */
export type SiteStream = {
  /** Shown in a frame only after the reader agreed to load it. */
  embed?: string;
  /** Live captions, as text elsewhere. */
  captions?: Partial<Record<Language, string>>;
  interpretation?: Partial<Record<Language, string>>;
  replay?: string;
  /** How far the stream runs behind the room (seconds). */
  delay?: number;
};
