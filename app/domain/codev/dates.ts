import { addDays } from "../kernel/day.ts";
import { SPARE_DATES } from "./words.ts";

/** What a planned cycle is asked for. `day` and `holidays` are ISO days. */
export type DatesWanted = {
  day: string;
  intervalDays: number;
  members: number;
  holidays: readonly string[];
};

export type PlannedDay = { position: number; day: string; spare: boolean };

/** After so many weeks without a free one, what was given are not holidays. */
const MOST_WEEKS_LATER = 26;

/**
 * The days of a cycle: as many as members, then two spare ones, `intervalDays` apart. A day that falls
 * on a holiday moves by whole weeks, and those after it keep their distance from it (rules 2.3).
 */
export function planDays({ day, intervalDays, members, holidays }: DatesWanted): PlannedDay[] {
  const closed = new Set(holidays);
  const days: PlannedDay[] = [];
  let next = day;
  for (let position = 1; position <= members + SPARE_DATES; position++) {
    const open = firstOpen(next, closed);
    days.push({ position, day: open, spare: position > members });
    next = addDays(open, intervalDays);
  }
  return days;
}

function firstOpen(day: string, closed: ReadonlySet<string>): string {
  for (let weeks = 0; weeks < MOST_WEEKS_LATER; weeks++) {
    const later = addDays(day, 7 * weeks);
    if (!closed.has(later)) return later;
  }
  return day;
}
