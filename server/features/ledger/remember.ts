import type { Client } from "./repository.ts";

/** What this process remembers of one kind. */
const KEPT = 24;

/**
 * Works something out of the ledger once for the first of the many who come to read it: what is
 * remembered holds until the next line of the history, which only grows.
 */
export function rememberUntilNextMove<T>(
  client: Client,
): (about: string, make: () => Promise<T>) => Promise<T> {
  const known = new Map<string, Promise<T>>();

  return async (about, make) => {
    const { rows } = await client.query<{ last: string | null }>(
      "SELECT max(id) AS last FROM ledger_move",
    );
    const key = `${about}/${rows[0]?.last ?? ""}`;
    const found = known.get(key) ?? make();
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    for (const old of known.keys()) if (known.size > KEPT) known.delete(old);
    return found;
  };
}
