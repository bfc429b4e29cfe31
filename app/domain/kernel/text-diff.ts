import { shortestEdit } from "./shortest-edit.ts";

/** At this place of a text (UTF-16 units), so many are taken away and these put in. */
export type Edit = { at: number; remove: number; insert: string };

/**
 * The edits that make one text of another: in order, none touching the next, places in `before`.
 * Words are compared whole, then narrowed to the letters that differ, so that what two people
 * changed in one line meets as seldom as can be.
 */
export function diffText(before: string, after: string): Edit[] {
  if (before === after) return [];
  const outer = narrowed({ at: 0, remove: before.length, insert: after }, before);
  const old = tokensOf(before.slice(outer.at, outer.at + outer.remove));
  const next = tokensOf(outer.insert);
  const starts = startsOf(old, outer.at);
  return shortestEdit(old, next).map(({ from, to, fromNew, toNew }) => {
    const at = starts[from] ?? 0;
    const remove = (starts[to] ?? 0) - at;
    return narrowed({ at, remove, insert: next.slice(fromNew, toNew).join("") }, before);
  });
}

/** One edit that makes one text of another: what somebody typed or pasted in one place. */
export function singleEdit(before: string, after: string): Edit | undefined {
  if (before === after) return undefined;
  return narrowed({ at: 0, remove: before.length, insert: after }, before);
}

/** The text after these edits, which come in order. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = "";
  let from = 0;
  for (const { at, remove, insert } of edits) {
    result += text.slice(from, at) + insert;
    from = Math.max(from, at + remove);
  }
  return result + text.slice(from);
}

/**
 * What two people made of one text, each without the other: the edits that bring into `theirs` what
 * `mine` changed in `base`. Nothing that either of them put in is lost, and nothing goes but what one
 * of them took away. Where both wrote in one place, mine comes after theirs.
 */
export function mergeText(base: string, theirs: string, mine: string): Edit[] {
  const moved = diffText(base, theirs);
  return diffText(base, mine).flatMap(({ at, remove, insert }) => [
    ...(insert === "" ? [] : [{ at: placeIn(moved, at), remove: 0, insert }]),
    ...survivors(moved, at, at + remove).map(([from, to]) => ({
      at: placeIn(moved, from),
      remove: to - from,
      insert: "",
    })),
  ]);
}

/** Where a place of the old text lies after these edits. */
function placeIn(edits: readonly Edit[], place: number): number {
  let shift = 0;
  for (const { at, remove, insert } of edits) {
    if (at + remove <= place) shift += insert.length - remove;
    else if (at < place) return at + shift + insert.length;
    else break;
  }
  return place + shift;
}

/** The parts of a range that these edits left, cut where something was put in between. */
function survivors(edits: readonly Edit[], start: number, end: number): [number, number][] {
  const parts: [number, number][] = [];
  let from = start;
  for (const { at, remove } of edits) {
    if (at + remove <= from || at >= end) continue;
    if (at > from) parts.push([from, at]);
    from = Math.max(from, at + remove);
  }
  if (from < end) parts.push([from, end]);
  return parts;
}

/** Words, and everything else by itself; a sign of two units is never cut in two. */
export function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|[^]/gu) ?? [];
}

function startsOf(tokens: readonly string[], first: number): number[] {
  const starts = [first];
  for (const token of tokens) starts.push((starts.at(-1) ?? 0) + token.length);
  return starts;
}

/** Without what it takes away only to put it back at its ends. */
function narrowed({ at, remove, insert }: Edit, before: string): Edit {
  const most = Math.min(remove, insert.length);
  let start = 0;
  while (start < most && before[at + start] === insert[start]) start += 1;
  if (start > 0 && isHighSurrogate(insert, start - 1)) start -= 1;
  let end = 0;
  while (end < most - start && before[at + remove - 1 - end] === insert[insert.length - 1 - end]) {
    end += 1;
  }
  if (end > 0 && isLowSurrogate(insert, insert.length - end)) end -= 1;
  return {
    at: at + start,
    remove: remove - start - end,
    insert: insert.slice(start, insert.length - end),
  };
}

function isHighSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function isLowSurrogate(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00;
}
