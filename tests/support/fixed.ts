import type { Clock } from "../../server/platform/clock.ts";

export { seededRandom } from "../../server/platform/random.ts";

/** A clock that stands still until it is moved. */
export function fixedClock(start: string): Clock & {
  advance: (ms: number) => void;
  set: (instant: string) => void;
} {
  let now = new Date(start).getTime();
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
    set: (instant) => {
      now = Date.parse(instant);
    },
  };
}
