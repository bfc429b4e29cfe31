import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import type { UrnSecrets } from "./urn-secrets.ts";

/** The name of the credential key of urn `u`, as browsers know it (app/wire/secret-ballots.ts). */
export const KEY_ID = "left(encode(sha256(u.credential_key), 'hex'), 16)";

/** The key pair that signs the credentials of one decision; the secret half sealed at rest. */
export type CredentialKeys = { credentialKey: Buffer; credentialSecret: Buffer };

export async function makeCredentialKeys(
  decisionId: string,
  secrets: UrnSecrets,
): Promise<CredentialKeys> {
  const pair = await promisify(generateKeyPair)("rsa", {
    modulusLength: 2_048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "der" },
  });
  return {
    credentialKey: pair.publicKey,
    credentialSecret: secrets.sealCredentialSecret(decisionId, pair.privateKey),
  };
}
