import type { LedgerProblem } from "./ledger.ts";

/** The five checks of a recount, in their order. */
export const CHECK_NAMES = ["board", "ballots", "ledger", "count", "attestations"] as const;
export type CheckName = (typeof CHECK_NAMES)[number];

/**
 * One thing a check has to say. `ballot` counts from 1 along the board, `path` names a part of the
 * bundle, `keeper` is a scrutineer's name.
 */
export type Finding =
  | { code: "head-differs"; computed: string }
  | { code: "not-sorted" | "credential-twice"; ballot: number }
  | { code: "wrong-length" | "not-issued" | "not-signed"; ballot: number }
  | { code: "key-unusable" }
  | { code: LedgerProblem | "ballots-differ-from-board" | "persons-differ" }
  | { code: "opened-missing" | "opened-withheld" | "not-countable" | "opened-hash-differs" }
  | { code: "opened-not-canonical"; path: string }
  | { code: "opened-differs-from-board"; opened: number; board: number }
  | { code: "report-differs"; path: string }
  | { code: "no-scrutineers" }
  | { code: "unknown-keeper"; path: string }
  | { code: "attestation-wrong"; keeper: string }
  | { code: "too-few-attestations"; given: number; needed: number };

/**
 * `open` is what this bundle leaves to trust, and says why: ballots that must not be published,
 * an urn without scrutineers. `failures` counts findings beyond those listed.
 */
export type Check = {
  name: CheckName;
  state: "passed" | "failed" | "open";
  findings: Finding[];
  failures: number;
};

/** Findings that a check lists; of a thousand wrong ballots, the first few say enough. */
const LISTED = 20;

/** A check that fails as soon as something was found. */
export function checked(name: CheckName, findings: readonly Finding[]): Check {
  const state = findings.length > 0 ? "failed" : "passed";
  return { name, state, findings: findings.slice(0, LISTED), failures: findings.length };
}

/** A check that this bundle leaves open, and why. */
export function leftOpen(name: CheckName, finding: Finding): Check {
  return { name, state: "open", findings: [finding], failures: 0 };
}
