import { canonicalJson } from "../../kernel/json.ts";
import type { AnyReport } from "../registry.ts";
import type { TieRule } from "../tie.ts";
import type { BoardDefinition, BoardEntry } from "./board.ts";
import { toBase64url } from "./bytes.ts";
import type { Ledger } from "./ledger.ts";
import type { OpenedBallot } from "./opened.ts";

export const BUNDLE_FORMAT = "palabre/ballots/1";

/** A scrutineer's signature under the attestation (attestation.ts), base64url. */
export type Attestation = { personId: string; signature: string };

/** A board entry in JSON: bytes in base64url. */
export type BundleEntry = {
  credential: string;
  issueSignature: string;
  revision: number;
  sealed: string;
  signature: string;
};

/** Everything anybody needs to count a secret decision again. Written as canonical JSON. */
export type Bundle = {
  format: typeof BUNDLE_FORMAT;
  definition: BoardDefinition;
  /** In the order of the credentials' bytes. */
  board: BundleEntry[];
  ledger: Ledger;
  /** The board's head, as the room's screen showed it: 64 hexadecimal digits. */
  head: string;
  /** In the order of what they say. Missing where they may not be published (rules §3.5). */
  opened?: OpenedBallot[];
  /** SHA-256 of the opened ballots, published or not: 64 hexadecimal digits. */
  openedHash: string;
  report: AnyReport;
  /** The lot drawn in public or the casting vote given, where the count met a tie. */
  tie?: TieRule;
  /** In the order of the scrutineers' ids. */
  attestations: Attestation[];
};

export function toBundleEntry(entry: BoardEntry): BundleEntry {
  return {
    credential: toBase64url(entry.credential),
    issueSignature: toBase64url(entry.issueSignature),
    revision: entry.revision,
    sealed: toBase64url(entry.sealed),
    signature: toBase64url(entry.signature),
  };
}

/** The canonical text of a bundle piece by piece, so that no board need be in memory whole. */
export async function* writeBundle(
  bundle: Omit<Bundle, "board" | "format">,
  entries: Iterable<BoardEntry> | AsyncIterable<BoardEntry>,
): AsyncGenerator<string, void> {
  const { attestations, ...others } = bundle;
  yield `{"attestations":${canonicalJson(attestations)},"board":[`;
  let separator = "";
  for await (const entry of entries) {
    yield separator + canonicalJson(toBundleEntry(entry));
    separator = ",";
  }
  // The names that remain come after "board" in the alphabet.
  yield `],${canonicalJson({ ...others, format: BUNDLE_FORMAT }).slice(1)}`;
}
