import { applyEdits, mergeText } from "../kernel/text-diff.ts";
import { clashInWords } from "../kernel/word-diff.ts";
import type { DebatedText } from "./debate.ts";

/** Whether two amendments to one version change the same words: both cannot be taken up as they are. */
export function clash(base: DebatedText, one: DebatedText, other: DebatedText): boolean {
  return (
    clashInWords(base.sentence, one.sentence, other.sentence) ||
    clashInWords(base.paragraph, one.paragraph, other.paragraph)
  );
}

/**
 * What an amendment makes of a text that has moved on since it was written: the last version with
 * what the amendment changed in its own. Nothing that either of them put in is lost.
 */
export function carriedOver(
  base: DebatedText,
  last: DebatedText,
  amended: DebatedText,
): DebatedText {
  const carry = (part: keyof DebatedText) =>
    applyEdits(last[part], mergeText(base[part], last[part], amended[part]));
  return { sentence: carry("sentence"), paragraph: carry("paragraph") };
}

export function isSameText(one: DebatedText, other: DebatedText): boolean {
  return one.sentence === other.sentence && one.paragraph === other.paragraph;
}
