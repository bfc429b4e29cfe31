/**
 * How a person wants to hear of a body. `now`: what cannot wait at once, the rest once a week;
 * `in-app`: on their page, never by mail.
 */
export const CHOICES = ["now", "daily", "weekly", "in-app", "nothing"] as const;
export type Choice = (typeof CHOICES)[number];

/** What holds without a choice. */
export const USUAL_CHOICE: Choice = "now";

/** Hours of Brussels (0–23) between which no mail is sent; the same hour twice means never quiet. */
export type QuietHours = { from: number; to: number };
export const USUAL_QUIET_HOURS: QuietHours = { from: 21, to: 8 };

/** Kinds of bodies that can be chosen for as a whole; "*" stands for everything. */
export const FAMILIES = ["*", "cooperative", "assembly", "lab", "codev", "ledger"] as const;
export type Family = (typeof FAMILIES)[number];

/** "lab:<id>" is of the family "lab". */
export function familyOf(body: string): string {
  return body.split(":")[0] ?? body;
}
