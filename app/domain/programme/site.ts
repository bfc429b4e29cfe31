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

/** The host of an address on the web; undefined for what is none. */
export function hostOf(address: string | undefined): string | undefined {
  return address && URL.canParse(address) ? new URL(address).host : undefined;
}

/** Whether a page may be shown inside ours: only of hosts that this installation names. */
export function mayFrame(address: string | undefined, hosts: readonly string[]): boolean {
  const host = hostOf(address);
  return host !== undefined && address?.startsWith("https:") === true && hosts.includes(host);
}
