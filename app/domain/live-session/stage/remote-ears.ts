/** A vote stays open this long after its announcement was heard remotely (ms; rules §1.8). */
export const HEARD_MARGIN_MS = 60_000;

/** What a stream that nobody measured is taken to run behind (seconds). */
export const UNKNOWN_DELAY = 30;

/** The longest delay that makes sense to set (seconds). */
export const MOST_DELAY = 600;

/** What counts of a site's stream here: whether there is one, and how late it is (seconds). */
export type HeardStream = { embed?: string; delay?: number };

function delayOf({ embed, delay }: HeardStream): number | undefined {
  return delay ?? (embed === undefined ? undefined : UNKNOWN_DELAY);
}

/**
 * From when on what was announced at `announcedAt` may be closed (ms since epoch): the slowest
 * stream has brought it, and those who follow it had a minute. Undefined where nothing is streamed.
 */
export function closableFrom(
  announcedAt: number,
  streams: readonly HeardStream[],
): number | undefined {
  const delays = streams.map(delayOf).filter((delay) => delay !== undefined);
  if (delays.length === 0) return undefined;
  return announcedAt + Math.max(...delays) * 1_000 + HEARD_MARGIN_MS;
}
