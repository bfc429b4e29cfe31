const MINUTE_MS = 60_000;
/** Steps that a clock shows, in minutes; the first that keeps the table short is taken. */
const STEPS = [5, 10, 15, 30, 60, 120];
const MOST_STEPS = 36;

/**
 * The instants at which presence is told between two others (ms): round times of the clock, as far
 * apart as keeps them few, and the last instant itself. None where there is nothing to tell.
 */
export function presenceSteps(span: { from: number; to: number } | undefined): number[] {
  if (!span || span.to < span.from) return [];
  const { from, to } = span;
  const minutes =
    STEPS.find((step) => (to - from) / (step * MINUTE_MS) <= MOST_STEPS) ??
    Math.ceil((to - from) / (MOST_STEPS * MINUTE_MS));
  const step = minutes * MINUTE_MS;
  const first = Math.ceil(from / step) * step;
  const round = Array.from(
    { length: Math.max(0, Math.ceil((to - first) / step)) },
    (_, index) => first + index * step,
  );
  // A round time just before the last instant would say the same twice.
  return [...round.filter((at) => to - at > step / 4), to];
}

/** A minute of the day as people type it ("9h05", "18:05"), in the form of a clock: "09:05". */
export function minuteOf(typed: string): string | undefined {
  const [, hours, minutes] = /^([01]?\d|2[0-3])[:h.]([0-5]\d)$/.exec(typed.trim()) ?? [];
  return hours && minutes ? `${hours.padStart(2, "0")}:${minutes}` : undefined;
}
