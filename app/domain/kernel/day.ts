/** The day (ISO date) it is in Belgium at this instant: grants, the roll and the register count days. */
export function belgianDay(now: Date): string {
  return DAY_FORMAT.format(now);
}

// Canada writes dates as ISO 8601 does.
const DAY_FORMAT = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" });

/** The day before an ISO date. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
