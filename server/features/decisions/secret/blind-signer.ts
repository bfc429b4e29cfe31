import {
  constants,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from "node:crypto";

/** Signs blinded credentials with a decision's key (RFC 9474 §4.3). */
export type BlindSigner = {
  /** Whether this is a number below the modulus, as every honest blinded credential is. */
  fits: (blinded: Uint8Array) => boolean;
  /** The same for the same blinded credential, every time. */
  sign: (blinded: Uint8Array) => Buffer;
};

const RAW = constants.RSA_NO_PADDING;

export function createBlindSigner(secret: KeyObject): BlindSigner {
  const publicKey = createPublicKey(secret);
  const modulus = Buffer.from(publicKey.export({ format: "jwk" }).n ?? "", "base64url");
  return {
    fits: (blinded) => blinded.length === modulus.length && modulus.compare(blinded) > 0,
    sign: (blinded) => {
      const signature = privateDecrypt({ key: secret, padding: RAW }, blinded);
      // A fault in this computation would betray the key: the RFC asks to check before answering.
      const check = publicEncrypt({ key: publicKey, padding: RAW }, signature);
      if (!check.equals(blinded)) throw new Error("a blind signature came out wrong");
      return signature;
    },
  };
}
