import {
  type BoardDefinition,
  type BoardEntry,
  boardHead,
  definitionHash,
  nextLink,
} from "./board.ts";
import { compareBytes, decoded, fromBase64url, toHex } from "./bytes.ts";
import { type Check, type Finding, checked } from "./check.ts";
import { createIssueVerifier, type IssueVerifier, verifyBallot } from "./credential.ts";
import type { ReadBundle } from "./read-bundle.ts";
import { SEAL_OVERHEAD } from "./urn.ts";

/** Called now and then with how many ballots are done. */
export type Advance = (done: number) => void;

/** The board is sorted, and its chain ends in the head that the room saw. */
export async function checkBoard(
  { bundle, entries }: ReadBundle,
  advance: Advance,
): Promise<Check> {
  const findings: Finding[] = [];
  let link = await definitionHash(bundle.definition);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    if (before && compareBytes(before.credential, entry.credential) > 0) {
      findings.push({ code: "not-sorted", ballot: at + 1 });
    }
    link = await nextLink(link, entry);
    if (at % SLICE === 0) advance(at);
  }
  const computed = toHex(await boardHead(link, bundle.ledger));
  if (computed !== bundle.head) findings.push({ code: "head-differs", computed });
  advance(entries.length);
  return checked("board", findings);
}

/** Every ballot was signed with a credential of this decision, each credential once. */
export async function checkBallots(
  { bundle, entries }: ReadBundle,
  subtle: SubtleCrypto,
  advance: Advance,
): Promise<Check> {
  const key = decoded(fromBase64url(bundle.definition.credentialKey));
  const issued = await createIssueVerifier(key, subtle).catch(() => undefined);
  if (!issued) return checked("ballots", [{ code: "key-unusable" }]);
  const findings: Finding[] = twiceIn(entries);
  for (let start = 0; start < entries.length; start += SLICE) {
    const slice = entries.slice(start, start + SLICE);
    const found = await ballotProblems(slice, bundle.definition, issued, subtle);
    for (const [at, code] of found.entries()) {
      if (code) findings.push({ code, ballot: start + at + 1 });
    }
    advance(Math.min(start + SLICE, entries.length));
  }
  return checked("ballots", findings);
}

/** Ballots between two signs of life; enough of them at once to occupy every core. */
const SLICE = 128;

function twiceIn(entries: readonly BoardEntry[]): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ credential }, at) => {
    const name = toHex(credential);
    const twice = seen.has(name);
    seen.add(name);
    return twice ? [{ code: "credential-twice" as const, ballot: at + 1 }] : [];
  });
}

type BallotProblem = "wrong-length" | "not-issued" | "not-signed";

/** What is wrong with each of these ballots by itself; undefined where nothing is. */
export function ballotProblems(
  entries: readonly BoardEntry[],
  definition: Pick<BoardDefinition, "decisionId" | "ballotBytes">,
  issued: IssueVerifier,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<(BallotProblem | undefined)[]> {
  return Promise.all(entries.map((entry) => problemOf(entry, definition, issued, subtle)));
}

async function problemOf(
  entry: BoardEntry,
  { decisionId, ballotBytes }: Pick<BoardDefinition, "decisionId" | "ballotBytes">,
  issued: IssueVerifier,
  subtle: SubtleCrypto,
): Promise<BallotProblem | undefined> {
  if (entry.sealed.length !== ballotBytes + SEAL_OVERHEAD) return "wrong-length";
  const [hasCredential, isSigned] = await Promise.all([
    issued(entry.credential, entry.issueSignature),
    verifyBallot(decisionId, entry, subtle),
  ]);
  if (!hasCredential) return "not-issued";
  return isSigned ? undefined : "not-signed";
}
