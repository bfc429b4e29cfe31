import { createPrivateKey, createPublicKey } from "node:crypto";
import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { describe, expect, it } from "vitest";
import { verifyIssue } from "#domain/decisions/secret/credential.ts";
import { ENC_BYTES, sealBallot, urnKeyOf } from "#domain/decisions/secret/seal.ts";
import { createBlindSigner } from "#server/features/decisions/secret/blind-signer.ts";
import { deriveKeyPair, open } from "./hpke-by-the-book.ts";
import vector from "./rfc9474-a3.json" with { type: "json" };

const hex = (text: string) => new Uint8Array(Buffer.from(text, "hex"));
const url = (text: string) => Buffer.from(text, "hex").toString("base64url");

describe("RFC 9474, A.3: RSABSSA-SHA384-PSS-Deterministic", () => {
  const publicJwk = { kty: "RSA", n: url(vector.n), e: url(vector.e) };
  const spki = createPublicKey({ key: publicJwk, format: "jwk" }).export({
    type: "spki",
    format: "der",
  });

  it("the server's signer gives the vector's blind signature", () => {
    const big = (name: "p" | "q" | "d") => BigInt(`0x${vector[name]}`);
    const number = (value: bigint) => {
      const digits = value.toString(16);
      return url(digits.padStart(digits.length + (digits.length % 2), "0"));
    };
    const inverse = (value: bigint, modulus: bigint) => power(value, modulus - 2n, modulus);
    const key = createPrivateKey({
      format: "jwk",
      key: {
        ...publicJwk,
        d: url(vector.d),
        p: url(vector.p),
        q: url(vector.q),
        dp: number(big("d") % (big("p") - 1n)),
        dq: number(big("d") % (big("q") - 1n)),
        qi: number(inverse(big("q"), big("p"))),
      },
    });
    const signer = createBlindSigner(key);
    expect(signer.fits(hex(vector.blinded_msg))).toBe(true);
    expect(signer.sign(hex(vector.blinded_msg)).toString("hex")).toBe(vector.blind_sig);
    expect(signer.fits(hex(vector.n))).toBe(false);
  });

  it("the browser's library unblinds it into the vector's signature", async () => {
    const key = await crypto.subtle.importKey(
      "spki",
      new Uint8Array(spki),
      { name: "RSA-PSS", hash: "SHA-384" },
      true,
      ["verify"],
    );
    const suite = RSABSSA.SHA384.PSS.Deterministic();
    const message = hex(vector.msg);
    const signature = await suite.finalize(key, message, hex(vector.blind_sig), hex(vector.inv));
    expect(Buffer.from(signature).toString("hex")).toBe(vector.sig);
  });

  it("its signature is accepted, and no other", async () => {
    const signature = hex(vector.sig);
    expect(await verifyIssue(spki, hex(vector.msg), signature)).toBe(true);
    expect(await verifyIssue(spki, hex(vector.msg).with(0, 0), signature)).toBe(false);
    expect(await verifyIssue(spki, hex(vector.msg), signature.with(511, 0))).toBe(false);
  });
});

describe("RFC 9180, DHKEM(P-256, HKDF-SHA256) with HKDF-SHA256", () => {
  // Appendix A.3.1, base mode.
  const a31 = {
    ikmR: "668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550",
    skRm: "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
    pkRm: "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0",
    enc: "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4",
    info: "4f6465206f6e2061204772656369616e2055726e",
    aad: "436f756e742d30",
    pt: "4265617574792069732074727574682c20747275746820626561757479",
    ct: "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434",
  };

  it("a reference written from the text opens the vector", () => {
    expect(deriveKeyPair(hex(a31.ikmR)).secretKey.toString("hex")).toBe(a31.skRm);
    const { ikmR, info, aad, enc, ct } = a31;
    const opened = open({ id: 1, keyBytes: 16 }, hex(ikmR), hex(info), hex(aad), hex(enc), hex(ct));
    expect(opened.toString("hex")).toBe(a31.pt);
  });

  it("an urn's key is derived as in the vector", async () => {
    expect(Buffer.from(await urnKeyOf(hex(a31.ikmR))).toString("hex")).toBe(a31.pkRm);
  });

  it("the reference opens a sealed ballot, with AES-256-GCM", async () => {
    const secret = hex(a31.ikmR);
    const credential = crypto.getRandomValues(new Uint8Array(65));
    const padded = crypto.getRandomValues(new Uint8Array(64));
    const sealed = await sealBallot(await urnKeyOf(secret), "d1", credential, padded);
    const opened = open(
      { id: 2, keyBytes: 32 },
      secret,
      Buffer.from("palabre/urn/1/d1"),
      credential,
      sealed.slice(0, ENC_BYTES),
      sealed.slice(ENC_BYTES),
    );
    expect(opened).toEqual(Buffer.from(padded));
  });
});

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let square = base % modulus; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
