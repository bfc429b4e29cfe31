/** What a vote says, in each of its languages. */
export const VOTE_PARTS = ["title", "text"] as const;
export type VotePart = (typeof VOTE_PARTS)[number];

/** Characters that one correction may touch (ours): more is another text, hence another convocation. */
export const SLIP_MOST = 60;

/** What a corrected text is to the one that was sent (rules §1.3). */
export type Correction = "unchanged" | "slip" | "another-text";

/** Judges one correction by the stretch from the first to the last character that differ. */
export function correctionOf(before: string, after: string): Correction {
  if (before === after) return "unchanged";
  const { start, endBefore, endAfter } = differing(before, after);
  return Math.max(endBefore, endAfter) - start <= SLIP_MOST ? "slip" : "another-text";
}

/** The whole words in which two texts differ, one of which may be empty. */
export function correctedWords(before: string, after: string): { before: string; after: string } {
  const { start, endBefore, endAfter } = differing(before, after);
  const from = before.slice(0, start).lastIndexOf(" ") + 1;
  const tail = before.slice(endBefore).search(/\s|$/);
  return {
    before: before.slice(from, endBefore + tail),
    after: after.slice(from, endAfter + tail),
  };
}

/** Where both begin to differ, and where each ends to. */
function differing(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, endBefore: before.length - same, endAfter: after.length - same };
}
