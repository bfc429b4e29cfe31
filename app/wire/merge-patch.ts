import type { Json, JsonObject } from "../domain/kernel/json.ts";

/** A change to a view: JSON Merge Patch (RFC 7386). null removes, objects merge, the rest replaces. */
export type MergePatch = { [key: string]: Json | MergePatch | null };

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameValue(a: Json | undefined, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The smallest patch that makes `after` out of `before`; undefined when nothing changed. */
export function diffViews(before: JsonObject, after: JsonObject): MergePatch | undefined {
  const patch: MergePatch = {};
  for (const key of Object.keys(before)) if (!(key in after)) patch[key] = null;
  for (const [key, value] of Object.entries(after)) {
    const old = before[key];
    if (isObject(old) && isObject(value)) {
      const inner = diffViews(old, value);
      if (inner) patch[key] = inner;
    } else if (!sameValue(old, value)) {
      patch[key] = value;
    }
  }
  return Object.keys(patch).length > 0 ? patch : undefined;
}

/** `view` with `patch` applied. Shares what did not change, so React can compare by identity. */
export function applyPatch<T extends JsonObject>(view: T, patch: MergePatch): T {
  const next: JsonObject = { ...view };
  for (const [key, change] of Object.entries(patch)) {
    if (change === null) {
      delete next[key];
    } else if (isObject(change)) {
      const old = next[key];
      next[key] = applyPatch(isObject(old) ? old : {}, change);
    } else {
      next[key] = change as Json;
    }
  }
  return next as T;
}
