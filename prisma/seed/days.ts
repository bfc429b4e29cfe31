// Days are ISO dates (2024-06-18) in Europe/Brussels; instants are Date.
const DAY_MS = 86_400_000;

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

const CLOCKS = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Brussels",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** The instant at which clocks in Brussels show this time ("17:30") on this day. */
export function brusselsInstant(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = CLOCKS.format(asUtc);
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const [shownHours = 0, shownMinutes = 0] = shown.split(":").map(Number);
  const ahead = (shownHours - hours + 24) % 24;
  return new Date(asUtc - (ahead * 60 + shownMinutes - minutes) * 60_000);
}
