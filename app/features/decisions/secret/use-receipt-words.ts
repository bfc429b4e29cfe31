import { useEffect, useState } from "react";
import { receiptWords, type ReceiptNumbers } from "#domain/decisions/secret/receipt-words.ts";
import { useLanguage } from "#app/i18n/use-language.ts";

/** The four words of a receipt as this reader's language has them; undefined until they are there. */
export function useReceiptWords(numbers: ReceiptNumbers): string | undefined {
  const language = useLanguage();
  const [list, setList] = useState<readonly string[]>();
  useEffect(() => {
    let here = true;
    void wordList(language).then((words) => here && setList(words));
    return () => {
      here = false;
    };
  }, [language]);
  return list && receiptWords(numbers, list).join(" ");
}

/** French words for who reads French, English ones for everybody else (BIP-39 has no Dutch list). */
async function wordList(language: string): Promise<readonly string[]> {
  const { wordlist } =
    language === "fr"
      ? await import("@scure/bip39/wordlists/french.js")
      : await import("@scure/bip39/wordlists/english.js");
  return wordlist;
}
