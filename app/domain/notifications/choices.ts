/** Ways in which a person hears of a body; each is chosen for by itself. */
export const CHANNELS = ["in-app", "mail"] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether it stands among their news in Palabre. */
export const IN_APP_CHOICES = ["shown", "hidden"] as const;
export type InAppChoice = (typeof IN_APP_CHOICES)[number];

/** How it comes by mail. `now`: what cannot wait at once, the rest once a week. */
export const MAIL_CHOICES = ["now", "daily", "weekly", "none"] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export type Choice = { inApp: InAppChoice; mail: MailChoice };

/** What holds without a choice. */
export const USUAL_CHOICE: Choice = { inApp: "shown", mail: "now" };

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
