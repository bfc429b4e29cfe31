// Made once: making one costs far more than using it.
const IN_BRUSSELS = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" });

/** The cooperative's calendar day (ISO): at half past midnight in Brussels it is still yesterday in UTC. */
export function dayInBrussels(now: Date): string {
  return IN_BRUSSELS.format(now);
}

const DAY_MS = 86_400_000;

/** Another day (ISO), so many days later or, below zero, earlier. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}
