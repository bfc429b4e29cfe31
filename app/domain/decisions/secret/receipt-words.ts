import { type Bytes, sha256 } from "./bytes.ts";

/** Four numbers below 2,048, each a word of a BIP-39 list. */
export type ReceiptNumbers = [number, number, number, number];

/** What a receipt stands for: this credential and this sealed ballot. */
export function receiptHash(credential: Uint8Array, sealed: Uint8Array): Promise<Bytes> {
  return sha256(credential, sealed);
}

/** The first 44 bits of a receipt's hash: among 42,000 ballots, two alike once in 20,000 votes. */
export function receiptNumbers(hash: Uint8Array): ReceiptNumbers {
  let bits = 0n;
  for (const byte of hash.subarray(0, 6)) bits = (bits << 8n) | BigInt(byte);
  const number = (place: bigint) => Number((bits >> (48n - 11n * place)) & 2047n);
  return [number(1n), number(2n), number(3n), number(4n)];
}

/** The words of a receipt in one list of 2,048. */
export function receiptWords(numbers: ReceiptNumbers, list: readonly string[]): string[] {
  return numbers.map((number) => list[number]?.normalize("NFC") ?? "");
}

/**
 * What four typed words may mean: one reading for each list that has them all. Case, accents and
 * signs between words do not matter, and four letters are enough: no two words of a list share them.
 */
export function readReceipt(text: string, lists: readonly (readonly string[])[]): ReceiptNumbers[] {
  const words = plain(text).match(/[a-z]+/g) ?? [];
  if (words.length !== 4) return [];
  return lists.flatMap((list) => {
    const spelled = list.map(plain);
    const [a = -1, b = -1, c = -1, d = -1] = words.map((word) => indexOf(word, spelled));
    return Math.min(a, b, c, d) < 0 ? [] : [[a, b, c, d] satisfies ReceiptNumbers];
  });
}

/** Letters that tell a word of a list from all others. */
const TELLING = 4;

function indexOf(word: string, spelled: readonly string[]): number {
  const whole = spelled.indexOf(word);
  if (whole >= 0 || word.length < TELLING) return whole;
  return spelled.findIndex((known) => known.startsWith(word));
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
