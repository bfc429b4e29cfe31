/** The server's clock. Domain code never reads it: it is handed `now`. */
export type Clock = { now: () => Date };

export const systemClock: Clock = { now: () => new Date() };

/** The cooperative's calendar day (ISO): at half past midnight in Brussels it is still yesterday in UTC. */
export function dayInBrussels(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" }).format(now);
}
