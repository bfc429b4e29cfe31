import { createDecipheriv, createECDH, createHmac } from "node:crypto";

// RFC 9180 in base mode, written down from the text a second time, with nothing of the library that
// the product uses. DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, and AES-GCM of either length.

export type Aead = { id: 1 | 2; keyBytes: 16 | 32 };

const KEM_SUITE = Buffer.concat([Buffer.from("KEM"), int(0x0010)]);
const SECRET_BYTES = 32;
const NONCE_BYTES = 12;

/** §7.1.3, DeriveKeyPair for P-256. */
export function deriveKeyPair(ikm: Uint8Array): { secretKey: Buffer; publicKey: Buffer } {
  const prk = labeledExtract(KEM_SUITE, "", "dkp_prk", ikm);
  // The first candidate is out of range once in 2³² times.
  const secretKey = labeledExpand(KEM_SUITE, prk, "candidate", Buffer.from([0]), SECRET_BYTES);
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(secretKey);
  return { secretKey, publicKey: pair.getPublicKey() };
}

/** §6.1, OpenBase for a single message. */
export function open(
  aead: Aead,
  ikmR: Uint8Array,
  info: Uint8Array,
  aad: Uint8Array,
  enc: Uint8Array,
  ciphertext: Uint8Array,
): Buffer {
  const { secretKey, publicKey } = deriveKeyPair(ikmR);
  const receiver = createECDH("prime256v1");
  receiver.setPrivateKey(secretKey);
  const dh = receiver.computeSecret(enc);
  const eaePrk = labeledExtract(KEM_SUITE, "", "eae_prk", dh);
  const kemContext = Buffer.concat([enc, publicKey]);
  const shared = labeledExpand(KEM_SUITE, eaePrk, "shared_secret", kemContext, SECRET_BYTES);

  const suite = Buffer.concat([Buffer.from("HPKE"), int(0x0010), int(0x0001), int(aead.id)]);
  const context = Buffer.concat([
    Buffer.from([0]),
    labeledExtract(suite, "", "psk_id_hash", Buffer.alloc(0)),
    labeledExtract(suite, "", "info_hash", info),
  ]);
  const secret = labeledExtract(suite, shared, "secret", Buffer.alloc(0));
  const key = labeledExpand(suite, secret, "key", context, aead.keyBytes);
  const nonce = labeledExpand(suite, secret, "base_nonce", context, NONCE_BYTES);

  const decipher = createDecipheriv(aead.id === 1 ? "aes-128-gcm" : "aes-256-gcm", key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(ciphertext.slice(-16));
  return Buffer.concat([decipher.update(ciphertext.slice(0, -16)), decipher.final()]);
}

function int(value: number, bytes = 2): Buffer {
  const written = Buffer.alloc(bytes);
  written.writeUIntBE(value, 0, bytes);
  return written;
}

function labeledExtract(
  suite: Uint8Array,
  salt: string | Uint8Array,
  label: string,
  ikm: Uint8Array,
): Buffer {
  const labeled = Buffer.concat([Buffer.from("HPKE-v1"), suite, Buffer.from(label), ikm]);
  return createHmac("sha256", salt).update(labeled).digest();
}

/** Up to one block of HKDF-Expand: 32 bytes. */
function labeledExpand(
  suite: Uint8Array,
  prk: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
): Buffer {
  const labeled = [int(length), Buffer.from("HPKE-v1"), suite, Buffer.from(label), info];
  const block = createHmac("sha256", prk)
    .update(Buffer.concat([...labeled, Buffer.from([1])]))
    .digest();
  return block.subarray(0, length);
}
