/** A question to be ordered. `exposed`: how many times it was seen, as a power of two. */
export type Orderable = { id: string; exposed?: number };

/**
 * The order in which one person reads a list: by chance, the same at every visit, another for every
 * person; what fewer people have seen stands rather at the top (rules §4.4). `seed` is the person's.
 */
export function personalOrder<Q extends Orderable>(seed: string, questions: readonly Q[]): Q[] {
  return questions
    .map((question) => ({ question, key: keyOf(seed, question) }))
    .sort((a, b) => a.key - b.key || (a.question.id < b.question.id ? -1 : 1))
    .map(({ question }) => question);
}

/** Drawing without putting back, with weights: the smallest of exponential waiting times is next. */
function keyOf(seed: string, { id, exposed = 0 }: Orderable): number {
  return -Math.log(chance(`${seed}|${id}`)) * 2 ** exposed;
}

/** How often a question was seen, coarsely: the room is told when the number has doubled. */
export function exposureStep(exposures: number): number {
  return Math.floor(Math.log2(1 + Math.max(0, exposures)));
}

/** A number above 0 and up to 1 from a text: FNV-1a, then mixed. Fair, and no secret. */
function chance(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 1) / 2 ** 32;
}
