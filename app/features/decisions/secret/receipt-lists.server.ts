import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { receiptWords, type ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import type { Language } from "#domain/kernel/languages.ts";

/** The four words for a reader of this language, as use-receipt-words.ts finds them in a browser. */
export function wordsIn(language: Language, numbers: ReceiptNumbers): string {
  return receiptWords(numbers, language === "fr" ? french : english).join(" ");
}
