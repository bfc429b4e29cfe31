/** What WinAnsi (the letters of Helvetica in every reader) has beyond Latin-1. */
const BEYOND_LATIN_1 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

/**
 * Text that the standard faces of a PDF can write: spaces of typography become plain no-break ones,
 * a letter that is missing loses its accent (ń, ő), and what then is still missing is a question mark.
 */
export function printable(text: string): string {
  return text
    .replace(/[\u2000-\u200a\u202f]/g, "\u00a0")
    .replace(/[\u2011]/g, "-")
    .replace(/[^\n\u0020-\u007e\u00a0-\u00ff]/gu, (letter) => {
      if (BEYOND_LATIN_1.includes(letter)) return letter;
      const bare = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return /^[\u0020-\u007e]+$/.test(bare) ? bare : (STROKES[letter] ?? "?");
    });
}

/** Letters that no accent explains. */
const STROKES: Record<string, string> = { ł: "l", Ł: "L", đ: "d", Đ: "D", ı: "i" };
