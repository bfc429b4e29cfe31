/**
 * A question to the room that decides nothing. `hands` is the quick show of hands: yes, no, or
 * neither; `words` makes a cloud; `rating` goes from 1 to 5.
 */
export const POLL_KINDS = ["hands", "single", "multiple", "rating", "words"] as const;
export type PollKind = (typeof POLL_KINDS)[number];

export const POLL_STATES = ["draft", "open", "closed"] as const;
export type PollState = (typeof POLL_STATES)[number];

/** Options that the interface names; of the other kinds a person writes them, or there are none. */
export const FIXED_OPTIONS: Partial<Record<PollKind, readonly string[]>> = {
  hands: ["yes", "no", "neither"],
  rating: ["1", "2", "3", "4", "5"],
};

export const POLL_OPTIONS_MIN = 2;
export const POLL_OPTIONS_MAX = 10;
/** Words of one person, and characters of one word. */
export const WORDS_MAX = 3;
export const WORD_LENGTH_MAX = 30;

/** What one person answers: options by their ids, or words. */
export type PollAnswer = { options: string[] } | { words: string[] };

/** How many said what: by option id, or by word. */
export type PollCounts = Record<string, number>;

/** Whether people write the options of this kind. */
export function hasOwnOptions(kind: PollKind): boolean {
  return kind === "single" || kind === "multiple";
}

/**
 * A word as it is counted: lower case, single spaces, no signs at its ends. "" where nothing is
 * left. Accents stay: they change meanings.
 */
export function countedWord(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")
    .slice(0, WORD_LENGTH_MAX)
    .trim();
}

/**
 * The answer that was meant, each option and word once, or undefined where it is none: an unknown
 * option, two where one is asked for, nothing at all.
 */
export function pollAnswerOf(
  { kind, options }: { kind: PollKind; options: readonly string[] },
  given: { options: readonly string[]; words: readonly string[] },
): PollAnswer | undefined {
  if (kind === "words") {
    const words = [...new Set(given.words.map(countedWord).filter(Boolean))];
    return words.length > 0 && words.length <= WORDS_MAX ? { words } : undefined;
  }
  const known = FIXED_OPTIONS[kind] ?? options;
  const chosen = [...new Set(given.options)];
  if (chosen.length === 0 || !chosen.every((option) => known.includes(option))) return undefined;
  return chosen.length > 1 && kind !== "multiple" ? undefined : { options: chosen };
}

/** The five sizes of a word in a cloud, 5 for the most frequent; linear in the count. */
export function wordSizes(counts: PollCounts): Record<string, 1 | 2 | 3 | 4 | 5> {
  const most = Math.max(1, ...Object.values(counts));
  return Object.fromEntries(
    Object.entries(counts).map(([word, count]) => [
      word,
      Math.max(1, Math.ceil((5 * count) / most)) as 1 | 2 | 3 | 4 | 5,
    ]),
  );
}

/** Signs that cost nothing to give, and of which nobody knows who gave them. */
export const REACTIONS = ["applause", "agree", "unclear", "slower"] as const;
export type Reaction = (typeof REACTIONS)[number];
