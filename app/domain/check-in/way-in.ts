/** Characters of a pass's secret: 128 bits in base64url. */
export const PASS_TOKEN_LENGTH = 22;
/** Characters of a pass's tag, by which a door without network knows it: 48 bits of its hash. */
export const PASS_TAG_LENGTH = 8;

export const ROOM_CODE_DIGITS = 6;
/** A room's code lives this long on the screen (ms), and is taken for two turns more. */
export const ROOM_CODE_MS = 60_000;
const TURNS_TAKEN = 3;

/** A session begun with a pass and the room's code ends after so many hours. */
export const PASS_SESSION_HOURS = 18;

/** The turn of a room's code at this instant; the next one begins at `(turn + 1) * ROOM_CODE_MS`. */
export function turnAt(now: number): number {
  return Math.floor(now / ROOM_CODE_MS);
}

/** The turns whose code is taken now: the one on the screen and those somebody may be typing. */
export function turnsTaken(now: number): number[] {
  return Array.from({ length: TURNS_TAKEN }, (_, back) => turnAt(now) - back);
}

/** A short address as people type it: any case, with or without a dash. */
export function readSiteCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "");
}

/** "KMR-TXA": two threes are easier to carry from a poster to a phone. */
export function showSiteCode(code: string): string {
  return code.replace(/^(.{3})(.+)$/, "$1-$2");
}

const PASS_PATH = /\/e\/([A-Za-z0-9_-]{22})(?:[/?#]|$)/;

/** The secret in what a camera or a hand scanner read: a pass's address; undefined for anything else. */
export function readPassToken(scanned: string): string | undefined {
  return PASS_PATH.exec(scanned.trim())?.[1];
}
