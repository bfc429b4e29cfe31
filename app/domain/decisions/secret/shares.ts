import { combine, split } from "shamir-secret-sharing";
import { type Bytes, concat, sha256 } from "./bytes.ts";

/** Bytes of a share of a 32-byte secret: one more, its place on the curve. */
export const SHARE_BYTES = 33;

/** As many shares as keepers; `threshold` of them make the secret again, fewer say nothing. */
export async function splitSecret(
  secret: Uint8Array,
  keepers: number,
  threshold: number,
): Promise<Bytes[]> {
  const shares = await split(new Uint8Array(secret), keepers, threshold);
  return shares.map((share) => new Uint8Array(share));
}

/** The secret, if these shares are enough and right: compare what comes of it with a public key. */
export async function combineShares(shares: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await combine(shares.map((share) => new Uint8Array(share))));
}

/** SHA-256 of a share: tells a right share from a wrong one, and nothing of the secret. */
export function fingerprint(share: Uint8Array): Promise<Bytes> {
  return sha256(share);
}

// Crockford's base 32: no I, L, O or U, which are misread on paper.
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHECK_BYTES = 2;
const GROUP = 4;

/** A share to print: fourteen groups of four signs, the last three of which check the others. */
export async function writeBackup(share: Uint8Array): Promise<string> {
  const bytes = concat(share, await checksum(share));
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  bits <<= BigInt(length * 5 - bytes.length * 8);
  const digits = Array.from({ length }, (_, at) =>
    DIGITS.charAt(Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)),
  ).join("");
  return digits.match(new RegExp(`.{1,${GROUP}}`, "g"))?.join(" ") ?? "";
}

/** The share somebody typed from paper, or undefined where it holds a mistake. */
export async function readBackup(text: string): Promise<Bytes | undefined> {
  const digits = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  if (digits.length !== ((SHARE_BYTES + CHECK_BYTES) * 8) / 5) return undefined;
  const values = Array.from(digits, (digit) => DIGITS.indexOf(digit));
  if (values.includes(-1)) return undefined;
  let bits = values.reduce((sum, value) => (sum << 5n) | BigInt(value), 0n);
  const bytes = new Uint8Array(SHARE_BYTES + CHECK_BYTES);
  for (let at = bytes.length - 1; at >= 0; at--) {
    bytes[at] = Number(bits & 255n);
    bits >>= 8n;
  }
  const share = bytes.slice(0, SHARE_BYTES);
  const expected = await checksum(share);
  return expected.every((byte, at) => byte === bytes[SHARE_BYTES + at]) ? share : undefined;
}

async function checksum(share: Uint8Array): Promise<Bytes> {
  return (await sha256(share)).slice(0, CHECK_BYTES);
}
