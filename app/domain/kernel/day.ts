// Made once: making one costs far more than using it.
const IN_BRUSSELS = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Brussels" });

/** The cooperative's calendar day (ISO): at half past midnight in Brussels it is still yesterday in UTC. */
export function dayInBrussels(now: Date): string {
  return IN_BRUSSELS.format(now);
}
