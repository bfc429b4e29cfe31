/** Days after an answer was owed at which its owner is reminded (rules §4.6). */
export const REMINDER_DAYS = [7, 21, 28] as const;

const DAY_MS = 86_400_000;

/**
 * The reminder that is due and has not left, if any: only the latest, so that a machine which was
 * off for a month does not send three at once. Instants in ms since epoch.
 */
export function dueReminder(
  owed: { owedAt: number; sent: readonly number[] },
  now: number,
): number | undefined {
  const days = (now - owed.owedAt) / DAY_MS;
  const latest = REMINDER_DAYS.findLast((due) => due <= days);
  return latest !== undefined && owed.sent.every((sent) => sent < latest) ? latest : undefined;
}
