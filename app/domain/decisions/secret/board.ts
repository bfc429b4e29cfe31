import { canonicalJson } from "../../kernel/json.ts";
import type { Translated } from "../../kernel/languages.ts";
import type { BallotDefinition } from "../ballot.ts";
import type { MethodName } from "../registry.ts";
import type { Holder } from "../one-tenth.ts";
import type { TieRule } from "../tie.ts";
import type { DeclaredTieRule } from "../tie-declared.ts";
import { type Bytes, concat, sha256, uint32, utf8 } from "./bytes.ts";
import type { Ledger } from "./ledger.ts";
import type { Seal } from "./urn.ts";

/** Persons and shares on the roll; shares count for a quorum only. */
export type Base = { persons: number; shares: number };

/** A scrutineer who holds a share; the key (raw P-256 point, base64url) signs attestations. */
export type Keeper = { personId: string; name: string; signingKey: string };

/** Everything a board rests on, settled before its first ballot is read. Bytes are base64url. */
export type BoardDefinition = {
  decisionId: string;
  texts: Translated<{ title: string; text: string }>;
  legalBasis: string;
  legalChannel: string;
  method: MethodName;
  /** The rule of a resolution, or the settings of another method. */
  rule: Record<string, unknown>;
  /** How ties fall, where that was settled before the vote; where it is missing, a tie stays one. */
  tie?: TieRule;
  /** How they were declared to fall: a lot or a casting vote comes after the count, in the bundle. */
  tieRule?: DeclaredTieRule;
  ballot: BallotDefinition;
  /**
   * What each option says; {} where the interface names it (for, against, abstain). Where it is
   * missing, options are called by their ids.
   */
  labels?: Record<string, Translated>;
  mayChange: boolean;
  /** Who may vote, frozen at the opening of the vote; who was present, frozen at its close. */
  electorate: Base;
  present: Base;
  /** Who took ballots by mandate, in numbers alone; missing where nobody did. */
  holders?: Holder[];
  seal: Exclude<Seal, "none">;
  /** SPKI, DER. */
  credentialKey: string;
  /** Raw P-256 point. */
  urnKey: string;
  ballotBytes: number;
  /** Shares needed of as many as there are keepers; 0 where the server holds the key. */
  threshold: number;
  /** In the order of their ids. */
  keepers: Keeper[];
};

/** One ballot on the board: what the urn holds, and nothing about when it came or from where. */
export type BoardEntry = {
  /** Raw P-256 point, 65 bytes. */
  credential: Uint8Array;
  /** 256 bytes. */
  issueSignature: Uint8Array;
  revision: number;
  /** HPKE: encapsulated key, then ciphertext. */
  sealed: Uint8Array;
  /** ECDSA P-256, IEEE P1363 form, 64 bytes. */
  signature: Uint8Array;
};

/** The chain's first link: SHA-256 of the definition's canonical JSON. */
export function definitionHash(definition: BoardDefinition): Promise<Bytes> {
  return sha256(utf8(canonicalJson(definition)));
}

/** One link more. Entries come in the order of their credentials' bytes. */
export function nextLink(previous: Uint8Array, entry: BoardEntry): Promise<Bytes> {
  const { credential, issueSignature, revision, sealed, signature } = entry;
  const parts = [uint32(revision), uint32(sealed.length), sealed, signature];
  return sha256(concat(previous, credential, issueSignature, ...parts));
}

/** The head, shown on the room's screen: the last link and the ledger. */
export function boardHead(lastLink: Uint8Array, ledger: Ledger): Promise<Bytes> {
  return sha256(concat(lastLink, utf8(canonicalJson(ledger))));
}

/** The head of a whole board, its entries sorted, and how many there are. */
export async function chainBoard(
  definition: BoardDefinition,
  entries: Iterable<BoardEntry> | AsyncIterable<BoardEntry>,
  ledger: Ledger,
): Promise<{ head: Bytes; size: number }> {
  let link = await definitionHash(definition);
  let size = 0;
  for await (const entry of entries) {
    link = await nextLink(link, entry);
    size++;
  }
  return { head: await boardHead(link, ledger), size };
}
