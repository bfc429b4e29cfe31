import { asBytes, fromBase64url, toBase64url } from "#domain/decisions/secret/bytes.ts";
import { generateBox } from "#domain/decisions/secret/seal.ts";
import type { KeptKeys } from "./keeper-store.ts";

const CURVE = { name: "ECDSA", namedCurve: "P-256" };

/** A new box to receive shares and a new key to sign with, made in this browser. */
export async function makeKeeperKeys(): Promise<KeptKeys> {
  const box = await generateBox();
  const pair = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const [signingKey, signingSecret] = await Promise.all([
    crypto.subtle.exportKey("raw", pair.publicKey),
    crypto.subtle.exportKey("pkcs8", pair.privateKey),
  ]);
  return {
    boxKey: toBase64url(box.boxKey),
    boxSecret: toBase64url(box.secret),
    signingKey: toBase64url(new Uint8Array(signingKey)),
    signingSecret: toBase64url(new Uint8Array(signingSecret)),
    shares: {},
  };
}

/** An ECDSA P-256/SHA-256 signature in IEEE P1363 form, base64url. */
export async function signAsKeeper(kept: KeptKeys, message: Uint8Array): Promise<string> {
  const secret = decoded(kept.signingSecret);
  const key = await crypto.subtle.importKey("pkcs8", secret, CURVE, false, ["sign"]);
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  return toBase64url(new Uint8Array(await crypto.subtle.sign(algorithm, key, asBytes(message))));
}

/** Bytes of a base64url text that this program wrote itself. */
export function decoded(text: string) {
  const bytes = fromBase64url(text);
  if (!bytes) throw new Error("Not base64url");
  return bytes;
}
