/** A category of members with the days between which it exists (ISO dates, both included). */
export type Category = { id: string; validFrom: string; validTo?: string | null };

/** The categories that exist on a day: what A, B and C mean is configuration, and it changes. */
export function categoriesOn<C extends Category>(categories: readonly C[], day: string): C[] {
  return categories.filter(
    ({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo),
  );
}
