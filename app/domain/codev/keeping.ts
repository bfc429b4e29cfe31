import { addDays } from "../kernel/day.ts";

/** Days after the end of a cycle in which each can still take their plan away. */
export const DAYS_TO_PURGE = 30;

/** Days for which the notes of an interview are kept where no group was formed meanwhile. */
export const DAYS_OF_INTERVIEW_NOTES = 30;

/** Days before a session on which its people are reminded (rules 2.5b). */
export const REMINDER_DAYS = 3;

/** The day from which a group's texts cannot be read by anybody; ISO days. */
export function purgeDayOf(closedOn: string): string {
  return addDays(closedOn, DAYS_TO_PURGE);
}

/** Three months after a session, on its day of the month or the last one before it; ISO days. */
export function followUpDayOf(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 3, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month - 1 + 3, Math.min(date, last)));
  return due.toISOString().slice(0, 10);
}
