import { type Hunk, shortestEdit } from "./shortest-edit.ts";
import { tokensOf } from "./text-diff.ts";

/** A run of a text as two versions of it have it, in the order in which it is read. */
export type DiffPart = { kind: "same" | "gone" | "new"; text: string };

/**
 * What was taken out of a text and put into it, in whole words: what stands between two changes that
 * lie a space apart goes with them, so that a sentence written anew does not read as confetti.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const old = tokensOf(before);
  const next = tokensOf(after);
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart["kind"], tokens: readonly string[]) => {
    if (tokens.length > 0) parts.push({ kind, text: tokens.join("") });
  };
  let at = 0;
  for (const whole of joined(shortestEdit(old, next), old)) {
    const hunk = narrowed(whole, old, next);
    add("same", old.slice(at, hunk.from));
    add("gone", old.slice(hunk.from, hunk.to));
    add("new", next.slice(hunk.fromNew, hunk.toNew));
    at = hunk.to;
  }
  add("same", old.slice(at));
  return parts;
}

/** Hunks with nothing but spaces between them are one. */
function joined(hunks: readonly Hunk[], old: readonly string[]): Hunk[] {
  const result: Hunk[] = [];
  for (const hunk of hunks) {
    const last = result.at(-1);
    if (last && old.slice(last.to, hunk.from).join("").trim() === "") {
      result[result.length - 1] = { ...last, to: hunk.to, toNew: hunk.toNew };
    } else {
      result.push(hunk);
    }
  }
  return result;
}

/** Without what both have at its end: a space that was put between two changes. */
function narrowed(hunk: Hunk, old: readonly string[], next: readonly string[]): Hunk {
  let { to, toNew } = hunk;
  while (to > hunk.from && toNew > hunk.fromNew && old[to - 1] === next[toNew - 1]) {
    to -= 1;
    toNew -= 1;
  }
  return { ...hunk, to, toNew };
}

/**
 * Whether two people who each changed one text changed the same words of it: both took the same away,
 * or one put something where the other took away or put something too.
 */
export function clashInWords(base: string, one: string, other: string): boolean {
  const words = tokensOf(base);
  const [mine, theirs] = [one, other].map((text) => shortestEdit(words, tokensOf(text)));
  return mine!.some((a) => theirs!.some((b) => a.from <= b.to && b.from <= a.to && meet(a, b)));
}

/** Touching ends meet only where one of them is a mere insertion: there both write in one place. */
function meet(a: Hunk, b: Hunk): boolean {
  if (a.from === a.to || b.from === b.to) return true;
  return a.from < b.to && b.from < a.to;
}
