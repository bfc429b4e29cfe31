import type { Service } from "./fair-slots.ts";

/** Groups with fewer questions are not published (rules §5.3). */
const LEAST = 5;

/** A group of questions and how many of them were asked. */
export type ServedGroup = Service & { key: string };

/**
 * The groups that may be published, the largest first. Where one is left out, so is the next
 * smallest, or the missing one would follow from the total.
 */
export function suppressSmallGroups(services: Readonly<Record<string, Service>>): ServedGroup[] {
  const groups = Object.entries(services)
    .map(([key, service]) => ({ key, ...service }))
    .sort((a, b) => b.received - a.received || (a.key < b.key ? -1 : 1));
  const large = groups.filter(({ received }) => received >= LEAST);
  const hidden = groups.slice(large.length).reduce((sum, { received }) => sum + received, 0);
  return hidden > 0 && hidden < LEAST ? large.slice(0, -1) : large;
}
