import { constants, type KeyObject, sign } from "node:crypto";
import { padBallot } from "#domain/decisions/ballot.ts";
import { ballotMessage } from "#domain/decisions/secret/ballot-message.ts";
import type { BoardEntry } from "#domain/decisions/secret/board.ts";
import { compareBytes } from "#domain/decisions/secret/bytes.ts";
import { ISSUE_SALT_BYTES } from "#domain/decisions/secret/credential.ts";
import { sealBallot } from "#domain/decisions/secret/seal.ts";

export type PaperUrn = {
  decisionId: string;
  urnKey: Uint8Array;
  ballotBytes: number;
  /** Signs credentials of this decision. */
  credentialSecret: KeyObject;
};

/**
 * A ballot for each slip, like those that come from browsers, under a credential made here and
 * forgotten. In the order of the credentials, which is no order of the slips.
 */
export async function makePaperBallots(
  urn: PaperUrn,
  contents: readonly string[],
): Promise<BoardEntry[]> {
  const ballots = await Promise.all(contents.map((content) => makeBallot(urn, content)));
  return ballots.sort((a, b) => compareBytes(a.credential, b.credential));
}

async function makeBallot(
  { decisionId, urnKey, ballotBytes, credentialSecret }: PaperUrn,
  content: string,
): Promise<BoardEntry> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(
    { name: "ECDSA", namedCurve: "P-256" },
    true,
    ["sign", "verify"],
  );
  const credential = new Uint8Array(await crypto.subtle.exportKey("raw", publicKey));
  // What a blind signature is once it is unblinded (RFC 9474 §4.4): plain RSASSA-PSS.
  const issueSignature = sign("sha384", credential, {
    key: credentialSecret,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: ISSUE_SALT_BYTES,
  });
  const sealed = await sealBallot(urnKey, decisionId, credential, padBallot(content, ballotBytes));
  const revision = 1;
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    privateKey,
    ballotMessage(decisionId, revision, sealed),
  );
  return { credential, issueSignature, revision, sealed, signature: new Uint8Array(signature) };
}
