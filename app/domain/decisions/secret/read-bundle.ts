import { canonicalJson } from "../../kernel/json.ts";
import type { BoardEntry } from "./board.ts";
import { misshapenIn } from "./bundle-shape.ts";
import type { Bundle, BundleEntry } from "./bundle.ts";
import { decoded, fromBase64url } from "./bytes.ts";

/**
 * Why a text is no bundle: not JSON, not in the one spelling a bundle has (`at` is the first
 * character that differs), or a part (`path`) that is not what belongs there.
 */
export type BundleProblem =
  | { code: "not-json" }
  | { code: "not-canonical"; at: number }
  | { code: "misshapen"; path: string };

/** A bundle, and its board in bytes. */
export type ReadBundle = { bundle: Bundle; entries: BoardEntry[] };

/** Reads the text of a bundle (bundle.ts), which has one spelling only. */
export function parseBundle(
  text: string,
): { ok: true; value: ReadBundle } | { ok: false; problem: BundleProblem } {
  const parsed = parseJson(text);
  if (parsed === undefined) return refused({ code: "not-json" });
  const path = misshapenIn(parsed);
  if (path !== undefined) return refused({ code: "misshapen", path });
  const written = canonicalJson(parsed);
  if (written !== text) return refused({ code: "not-canonical", at: differsAt(written, text) });
  const bundle = parsed as Bundle;
  return { ok: true, value: { bundle, entries: bundle.board.map(decodeEntry) } };
}

function decodeEntry(entry: BundleEntry): BoardEntry {
  return {
    credential: decoded(fromBase64url(entry.credential)),
    issueSignature: decoded(fromBase64url(entry.issueSignature)),
    revision: entry.revision,
    sealed: decoded(fromBase64url(entry.sealed)),
    signature: decoded(fromBase64url(entry.signature)),
  };
}

function refused(problem: BundleProblem): { ok: false; problem: BundleProblem } {
  return { ok: false, problem };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function differsAt(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
