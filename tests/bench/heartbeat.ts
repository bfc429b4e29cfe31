const BEAT_MS = 20;

/** Beats every few milliseconds and remembers the longest pause, in milliseconds. */
export function heartbeat(): { stop(): number } {
  let last = performance.now();
  let longest = 0;
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  return {
    stop: () => {
      clearInterval(timer);
      beat();
      return longest;
    },
  };
}
