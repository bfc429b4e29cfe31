import { constants, createPublicKey, KeyObject, verify, webcrypto } from "node:crypto";
import { ballotMessage } from "#domain/decisions/secret/ballot-message.ts";
import { ISSUE_SALT_BYTES } from "#domain/decisions/secret/credential.ts";
import type { SealedBallot } from "#wire/secret-ballots.ts";

/** Everything a check needs, in text: threads hand over text more cheaply than bytes. */
export type BallotCheck = {
  decisionId: string;
  /** SPKI, DER, base64url. */
  credentialKey: string;
  ballot: SealedBallot;
};

export type BallotVerdict = "good" | "bad-credential" | "bad-signature";

/** Verifies signatures one after the other, as fast as one core can. */
export async function checkBallots(checks: readonly BallotCheck[]): Promise<BallotVerdict[]> {
  const verdicts: BallotVerdict[] = [];
  for (const check of checks) {
    const credential = bytes(check.ballot.credential);
    if (!isIssued(check, credential)) verdicts.push("bad-credential");
    else verdicts.push((await isSigned(check, credential)) ? "good" : "bad-signature");
  }
  return verdicts;
}

const bytes = (text: string) => Buffer.from(text, "base64url");

const issuers = new Map<string, KeyObject>();

/** RSASSA-PSS over the credential (RFC 9474 §4.5). */
function isIssued({ credentialKey, ballot }: BallotCheck, credential: Buffer): boolean {
  const issuer =
    issuers.get(credentialKey) ??
    createPublicKey({ key: bytes(credentialKey), format: "der", type: "spki" });
  issuers.set(credentialKey, issuer);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const key = { key: issuer, padding, saltLength: ISSUE_SALT_BYTES };
  return verify("sha384", credential, key, bytes(ballot.issueSignature));
}

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

/** ECDSA P-256 with SHA-256. WebCrypto reads a raw point, in half the time of node:crypto. */
async function isSigned({ decisionId, ballot }: BallotCheck, credential: Buffer): Promise<boolean> {
  const message = ballotMessage(decisionId, ballot.revision, bytes(ballot.sealed));
  try {
    const point = await webcrypto.subtle.importKey("raw", credential, CURVE, false, ["verify"]);
    const key = { key: KeyObject.from(point), dsaEncoding: "ieee-p1363" } as const;
    return verify("sha256", message, key, bytes(ballot.signature));
  } catch {
    return false;
  }
}
