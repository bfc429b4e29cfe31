import { ballotMessage } from "./ballot-message.ts";
import { asBytes } from "./bytes.ts";

/** A raw, uncompressed P-256 point. */
export const CREDENTIAL_BYTES = 65;
/** Bytes of a number modulo a 2,048-bit RSA key: a blinded credential, an issue signature. */
export const ISSUE_BYTES = 256;
/** RSABSSA-SHA384-PSS-Deterministic (RFC 9474 §5): a salt as long as the hash, no preparation. */
export const ISSUE_SALT_BYTES = 48;

/** Whether a credential was signed for this decision. */
export type IssueVerifier = (credential: Uint8Array, signature: Uint8Array) => Promise<boolean>;

/** Checks issue signatures under one decision's key (SPKI, DER). Rejects a key that is not one. */
export async function createIssueVerifier(
  credentialKey: Uint8Array,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<IssueVerifier> {
  const key = await subtle.importKey(
    "spki",
    asBytes(credentialKey),
    { name: "RSA-PSS", hash: "SHA-384" },
    false,
    ["verify"],
  );
  return (credential, signature) =>
    subtle.verify(
      { name: "RSA-PSS", saltLength: ISSUE_SALT_BYTES },
      key,
      asBytes(signature),
      asBytes(credential),
    );
}

/** The same for a single credential. */
export async function verifyIssue(
  credentialKey: Uint8Array,
  credential: Uint8Array,
  signature: Uint8Array,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<boolean> {
  return (await createIssueVerifier(credentialKey, subtle))(credential, signature);
}

/** A sealed ballot as its holder signed it (IEEE P1363 form, 64 bytes). */
export type SignedBallot = {
  credential: Uint8Array;
  revision: number;
  sealed: Uint8Array;
  signature: Uint8Array;
};

/** Whether the holder of the credential signed this ballot for this decision. */
export function verifyBallot(
  decisionId: string,
  { credential, revision, sealed, signature }: SignedBallot,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<boolean> {
  return verifySigned(credential, signature, ballotMessage(decisionId, revision, sealed), subtle);
}

/** ECDSA P-256 with SHA-256 under a raw point; false for a point that is not on the curve. */
export async function verifySigned(
  point: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<boolean> {
  try {
    const curve = { name: "ECDSA", namedCurve: "P-256" };
    const key = await subtle.importKey("raw", asBytes(point), curve, false, ["verify"]);
    const algorithm = { name: "ECDSA", hash: "SHA-256" };
    return await subtle.verify(algorithm, key, asBytes(signature), asBytes(message));
  } catch {
    return false;
  }
}
