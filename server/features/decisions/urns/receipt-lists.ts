import { wordlist as english } from "@scure/bip39/wordlists/english.js";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";

/** The lists that receipts are written with: French for readers of French, English for others. */
export const RECEIPT_LISTS = [french, english] as const;
