import type { ClientBase } from "pg";
import { rollTotals, type Weight } from "./presence.ts";

export type RollOf = (client: Pick<ClientBase, "query">, assemblyId: string) => Promise<Weight>;

/** Totals of rolls. A roll that was taken never changes, so its totals are counted once. */
export function createRollCache(): RollOf {
  const totals = new Map<string, Weight>();
  return async (client, assemblyId) => {
    const known = totals.get(assemblyId);
    if (known) return known;
    const counted = await rollTotals(client, assemblyId);
    // Nobody on it: the roll is still to be taken.
    if (counted.persons > 0) totals.set(assemblyId, counted);
    return counted;
  };
}
