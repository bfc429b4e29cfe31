import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  readReceipt,
  receiptHash,
  receiptNumbers,
  receiptWords,
  type ReceiptNumbers,
} from "#domain/decisions/secret/receipt-words.ts";

const LISTS = [french, english];
const word = fc.integer({ min: 0, max: 2047 });
const receipts = fc.tuple(word, word, word, word);

describe("a receipt's four words", () => {
  it("are the first 44 bits", () => {
    const bits = "00000000001" + "11111111111" + "10000000000" + "00000000000" + "1111";
    const bytes = Uint8Array.from({ length: 6 }, (_, at) =>
      Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
    );
    expect(receiptNumbers(bytes)).toEqual([1, 2047, 1024, 0]);
  });

  it("come from the credential and the sealed ballot", async () => {
    const [a, b] = [Uint8Array.of(1), Uint8Array.of(2)];
    expect(await receiptHash(a, b)).not.toEqual(await receiptHash(a, a));
    expect(await receiptHash(a, b)).toHaveLength(32);
  });

  it("are found again, in either language, as people type them", () => {
    fc.assert(
      fc.property(receipts, fc.constantFrom(...LISTS), (numbers, list) => {
        const words = receiptWords(numbers, list);
        const bare = words.map((one) => one.normalize("NFD").replace(/\p{Mark}/gu, ""));
        const written = [
          words.join(" "),
          words.join(" – ").toUpperCase(),
          bare.join(","),
          bare.map((one) => one.slice(0, 4)).join(" "),
        ];
        for (const text of written) expect(readReceipt(text, LISTS)).toContainEqual(numbers);
      }),
      { numRuns: 50 },
    );
  });

  it("are not guessed: three words, five words, an unknown word", () => {
    const four = receiptWords([1, 2, 3, 4] satisfies ReceiptNumbers, french);
    for (const text of [four.slice(1).join(" "), [...four, four[0]].join(" "), "", "a b c d"]) {
      expect(readReceipt(text, LISTS)).toEqual([]);
    }
  });
});
