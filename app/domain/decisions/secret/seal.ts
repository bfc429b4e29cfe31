import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { asBytes, type Bytes, concat, utf8 } from "./bytes.ts";

// HPKE in base mode (RFC 9180): DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
const SUITE = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** Bytes of a secret from which a key pair is derived. */
export const SECRET_BYTES = 32;
/** Bytes of an encapsulated key: a raw P-256 point. */
export const ENC_BYTES = 65;

/** A ballot that only the urn's secret opens, bound to its decision and to its credential. */
export function sealBallot(
  urnKey: Uint8Array,
  decisionId: string,
  credential: Uint8Array,
  padded: Uint8Array,
): Promise<Bytes> {
  return seal(urnKey, urnInfo(decisionId), credential, padded);
}

export type UrnOpener = {
  /** The public key that belongs to the secret; compare it before opening anything. */
  urnKey: Bytes;
  /** The padded ballot, or undefined where it was not sealed for this urn and credential. */
  open(credential: Uint8Array, sealed: Uint8Array): Promise<Bytes | undefined>;
};

/** Opens the ballots of one decision with the secret of its urn, in memory. */
export async function createUrnOpener(secret: Uint8Array, decisionId: string): Promise<UrnOpener> {
  const pair = await pairOf(secret);
  const info = urnInfo(decisionId);
  return {
    urnKey: await publicBytes(pair),
    open: (credential, sealed) => open(pair, info, credential, sealed),
  };
}

/** The public key that belongs to 32 secret bytes (RFC 9180 §7.1.3, DeriveKeyPair). */
export async function urnKeyOf(secret: Uint8Array): Promise<Bytes> {
  return publicBytes(await pairOf(secret));
}

/** A key pair to receive shares with. The secret stays where it is made. */
export async function generateBox(): Promise<{ boxKey: Bytes; secret: Bytes }> {
  const secret = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return { boxKey: await urnKeyOf(secret), secret };
}

/** From the dealer to a keeper. */
export function dealContext(decisionId: string, personId: string): string {
  return `deal/${decisionId}/${personId}`;
}

/** From a keeper to the process that opens. */
export function openingContext(decisionId: string, openerId: string): string {
  return `open/${decisionId}/${openerId}`;
}

/** A share that only the holder of the box opens. */
export function sealShare(boxKey: Uint8Array, context: string, share: Uint8Array): Promise<Bytes> {
  return seal(boxKey, shareInfo(context), new Uint8Array(), share);
}

/** The share, or undefined where it was sealed for another box or another purpose. */
export async function openShare(
  boxSecret: Uint8Array,
  context: string,
  sealed: Uint8Array,
): Promise<Bytes | undefined> {
  return open(await pairOf(boxSecret), shareInfo(context), new Uint8Array(), sealed);
}

const urnInfo = (decisionId: string) => utf8(`palabre/urn/1/${decisionId}`);
const shareInfo = (context: string) => utf8(`palabre/share/1/${context}`);

function pairOf(secret: Uint8Array): Promise<CryptoKeyPair> {
  if (secret.length !== SECRET_BYTES) throw new RangeError("A secret is 32 bytes long");
  // The library reads a view's whole buffer: give it a buffer that holds the secret alone.
  return SUITE.kem.deriveKeyPair(new Uint8Array(secret).buffer);
}

async function publicBytes(pair: CryptoKeyPair): Promise<Bytes> {
  return new Uint8Array(await SUITE.kem.serializePublicKey(pair.publicKey));
}

async function seal(
  publicKey: Uint8Array,
  info: Bytes,
  aad: Uint8Array,
  text: Uint8Array,
): Promise<Bytes> {
  const recipientPublicKey = await SUITE.kem.deserializePublicKey(new Uint8Array(publicKey).buffer);
  const { enc, ct } = await SUITE.seal({ recipientPublicKey, info }, asBytes(text), asBytes(aad));
  return concat(new Uint8Array(enc), new Uint8Array(ct));
}

async function open(
  recipientKey: CryptoKeyPair,
  info: Bytes,
  aad: Uint8Array,
  sealed: Uint8Array,
): Promise<Bytes | undefined> {
  const enc = asBytes(sealed.subarray(0, ENC_BYTES));
  const text = asBytes(sealed.subarray(ENC_BYTES));
  try {
    return new Uint8Array(await SUITE.open({ recipientKey, enc, info }, text, asBytes(aad)));
  } catch {
    return undefined;
  }
}
