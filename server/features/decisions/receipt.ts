import type { Random } from "../../platform/random.ts";

// Crockford's alphabet: no I, L, O or U, so that a receipt can be read out and typed.
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code on a ballot's tear-off strip: `7KQ2-M9XD`, forty random bits. Says nothing of the vote. */
export function newReceipt(random: Random): string {
  const letters = [...random.bytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
