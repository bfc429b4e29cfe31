import { plainText } from "#domain/kernel/word-stems.ts";

const WORDS_MOST = 6;

/**
 * SQL: what a proposal `p` fulfils that has each of the words one looks for, in its own language or a
 * rendering, whatever their accents and capitals. `place`: takes a value, gives where it stands.
 */
export function saying(words: string, place: (value: string) => string): string[] {
  const looked = plainText(words).match(/[\p{L}\p{N}]+/gu) ?? [];
  return looked.slice(0, WORDS_MOST).map((word) => {
    const like = place(`%${word}%`);
    // One list for each word, out of the index: asked of each proposal, every text would be read.
    return `p.id IN (SELECT id FROM proposal WHERE plain LIKE ${like}
      UNION SELECT proposal_id FROM proposal_text WHERE plain LIKE ${like})`;
  });
}
