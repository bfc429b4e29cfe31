import { singleEdit } from "../kernel/text-diff.ts";

/** What a vote says, in each of its languages. */
export const VOTE_PARTS = ["title", "text"] as const;
export type VotePart = (typeof VOTE_PARTS)[number];

/** Characters that one correction may touch (ours): more is another text, hence another convocation. */
export const SLIP_MOST = 60;

/** What a corrected text is to the one that was sent (rules §1.3). */
export type Correction = "unchanged" | "slip" | "another-text";

/** Judges one correction by the stretch from the first to the last character that differ. */
export function correctionOf(before: string, after: string): Correction {
  const edit = singleEdit(before, after);
  if (!edit) return "unchanged";
  return Math.max(edit.remove, edit.insert.length) <= SLIP_MOST ? "slip" : "another-text";
}

/** The whole words in which two texts differ, one of which may be empty. */
export function correctedWords(before: string, after: string): { before: string; after: string } {
  const { at, remove, insert } = singleEdit(before, after) ?? { at: 0, remove: 0, insert: "" };
  const from = before.slice(0, at).lastIndexOf(" ") + 1;
  const rest = before.slice(at + remove);
  const ending = rest.slice(0, rest.search(/\s|$/));
  return {
    before: before.slice(from, at + remove) + ending,
    after: before.slice(from, at) + insert + ending,
  };
}
