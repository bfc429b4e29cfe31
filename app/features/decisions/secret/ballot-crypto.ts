import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { type BallotContent, encodeBallot, padBallot } from "#domain/decisions/ballot.ts";
import { ballotMessage } from "#domain/decisions/secret/ballot-message.ts";
import { asBytes, fromBase64url, toBase64url, type Bytes } from "#domain/decisions/secret/bytes.ts";
import { receiptHash, receiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import { sealBallot } from "#domain/decisions/secret/seal.ts";
import type { UrnKeys } from "#wire/secret-ballots.ts";
import type { HeldBallot, SealedCopy } from "./held-ballots.ts";

// Everything heavy is behind this module, and pages import it only when somebody votes in secret.

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

type Credential = Pick<HeldBallot, "credential" | "privateKey"> & {
  blinding: NonNullable<HeldBallot["blinding"]>;
};

/** A new credential for a decision, blinded so that its signer will not know it again (RFC 9474). */
export async function makeCredential({ credentialKey }: UrnKeys): Promise<Credential> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const point = await crypto.subtle.exportKey("raw", pair.publicKey);
  const secret = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const message = suite.prepare(new Uint8Array(point));
  const { blindedMsg, inv } = await suite.blind(await issuerKey(credentialKey), message);
  return {
    credential: toBase64url(new Uint8Array(point)),
    privateKey: toBase64url(new Uint8Array(secret)),
    blinding: { blinded: toBase64url(blindedMsg), inverse: toBase64url(inv) },
  };
}

/** The signature under the credential itself. Throws where the server signed something else. */
export async function unblind(
  { credentialKey }: UrnKeys,
  { credential, blinding }: Credential,
  blindSignature: string,
): Promise<string> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const signature = await suite.finalize(
    await issuerKey(credentialKey),
    suite.prepare(bytes(credential)),
    bytes(blindSignature),
    bytes(blinding.inverse),
  );
  return toBase64url(signature);
}

/** A ballot sealed for the urn and signed with its credential, with the receipt's numbers. */
export async function sealForUrn(
  { decisionId, urnKey, ballotBytes }: UrnKeys & { urnKey: string },
  held: HeldBallot,
  revision: number,
  content: BallotContent,
): Promise<SealedCopy> {
  const credential = bytes(held.credential);
  const padded = padBallot(encodeBallot(content), ballotBytes);
  const sealed = await sealBallot(bytes(urnKey), decisionId, credential, padded);
  const key = await crypto.subtle.importKey("pkcs8", bytes(held.privateKey), CURVE, false, [
    "sign",
  ]);
  const signature = await crypto.subtle.sign(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    ballotMessage(decisionId, revision, sealed),
  );
  return {
    revision,
    sealed: toBase64url(sealed),
    signature: toBase64url(new Uint8Array(signature)),
    receipt: receiptNumbers(await receiptHash(credential, sealed)),
  };
}

function issuerKey(spki: string): Promise<CryptoKey> {
  // The library reads the modulus out of the key, which must therefore be extractable.
  return crypto.subtle.importKey("spki", bytes(spki), { name: "RSA-PSS", hash: "SHA-384" }, true, [
    "verify",
  ]);
}

function bytes(text: string): Bytes {
  const found = fromBase64url(text);
  if (!found) throw new Error("What should be base64url is not");
  return asBytes(found);
}
