import { PASS_TAG_LENGTH, readPassToken } from "#domain/check-in/way-in.ts";
import type { DoorPerson, DoorRow } from "#wire/check-in.ts";

/** The list of a door, ready to be searched while somebody waits. */
export type DoorBook = {
  size: number;
  find: (typed: string, most: number) => DoorPerson[];
  person: (id: string) => DoorPerson | undefined;
  /** By a pass that a camera or a hand scanner read; needs no network. */
  byPass: (token: string) => Promise<DoorPerson | undefined>;
  letters: string[];
  under: (letter: string) => DoorPerson[];
};

export function makeBook(rows: readonly DoorRow[]): DoorBook {
  const words = rows.map(([, name, registerNo]) => ` ${plain(name)} ${plain(registerNo)}`);
  const byId = new Map(rows.map((row) => [row[0], row]));
  const byTag = new Map(rows.filter(([, , , tag]) => tag).map((row) => [row[3], row]));
  // The list comes in the order of family names.
  const initials = rows.map(([, name]) => initialOf(name));
  return {
    size: rows.length,
    find: (typed, most) => {
      const parts = plain(typed).split(" ").filter(Boolean);
      if (parts.length === 0) return [];
      const found: DoorPerson[] = [];
      for (let at = 0; at < rows.length && found.length < most; at += 1) {
        const row = rows[at];
        // Every part begins a word: "an le" finds Anna Lemaire, "maire" does not.
        if (row && parts.every((part) => words[at]?.includes(` ${part}`)))
          found.push(asPerson(row));
      }
      return found;
    },
    person: (id) => {
      const row = byId.get(id);
      return row && asPerson(row);
    },
    byPass: async (token) => {
      const row = byTag.get(await tagOf(token));
      return row && asPerson(row);
    },
    letters: [...new Set(initials)].sort(),
    under: (letter) => rows.filter((_, at) => initials[at] === letter).map(asPerson),
  };
}

function asPerson([id, name, registerNo, , represents]: DoorRow): DoorPerson {
  return {
    id,
    name,
    ...(registerNo ? { registerNo } : {}),
    ...(represents > 0 ? { represents } : {}),
  };
}

/** Without accents, case and signs: as people type at a door. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/** Of the family name, which stands last. */
function initialOf(name: string): string {
  return (plain(name).split(" ").at(-1) ?? "").slice(0, 1).toUpperCase();
}

/** The tag of a pass, as server/features/check-in/way-in-keys.ts makes it. */
async function tagOf(token: string): Promise<string> {
  const bytes = new TextEncoder().encode(`pass:${token}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const text = btoa(String.fromCharCode(...hash.subarray(0, PASS_TAG_LENGTH)));
  return text.replaceAll("+", "-").replaceAll("/", "_").slice(0, PASS_TAG_LENGTH);
}

/** What somebody typed or a scanner sent: a pass, or words to search by. */
export function readTyped(typed: string): { token: string } | { words: string } {
  const token = readPassToken(typed);
  return token ? { token } : { words: typed };
}
