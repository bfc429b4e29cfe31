type Window = { openedAt?: number; closesAt?: number; suspendedAt?: number };

/**
 * Whether a vote that closes by itself is open longer than half of its time: who came and did not
 * vote may then be reminded. Instants in ms. A suspended vote presses nobody.
 */
export function isPastHalf({ openedAt, closesAt, suspendedAt }: Window, now: number): boolean {
  if (openedAt === undefined || closesAt === undefined || suspendedAt !== undefined) return false;
  return now < closesAt && now - openedAt > closesAt - now;
}
