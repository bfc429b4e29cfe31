/** Swedish writes dates and hours as ISO does. */
const IN_BRUSSELS = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Brussels",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** Minutes that Brussels is ahead of UTC, in summer and in winter. */
const OFFSETS = [120, 60];

/** An instant on the cooperative's clock, as a form's field has it: `2026-11-21T18:30`. */
export function localTime(instant: Date): string {
  return IN_BRUSSELS.format(instant).replace(" ", "T");
}

/**
 * The instant at which the cooperative's clock says this. Of an hour that comes twice in autumn the
 * first one; undefined for what is no time, or an hour that spring leaves out.
 */
export function instantOf(local: string): Date | undefined {
  const asUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return undefined;
  return OFFSETS.map((offset) => new Date(asUtc - offset * 60_000)).find(
    (instant) => localTime(instant) === local,
  );
}
