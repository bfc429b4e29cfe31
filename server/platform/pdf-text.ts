import { hasLetter } from "./pdf-font.ts";

/**
 * Text that a PDF of ours can write: spaces of typography become plain no-break ones, a letter that
 * the face lacks loses its accents, and what then is still missing (other alphabets) shows as the
 * face's empty box, so that nobody takes it for something else.
 */
export function printable(text: string): string {
  return text
    .replace(/[\u2000-\u200a\u202f]/g, "\u00a0")
    .replace(/[\u2011]/g, "-")
    .normalize("NFC")
    .replace(/[^\n\u0020-\u007e]/gu, (letter) => {
      if (hasLetter(letter.codePointAt(0) ?? 0)) return letter;
      const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return [...bare].every((one) => hasLetter(one.codePointAt(0) ?? 0)) ? bare : letter;
    });
}
