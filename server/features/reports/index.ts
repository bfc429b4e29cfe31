import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { figures } from "./queries.ts";

/** Published figures about the cooperative. */
export function createReportsFeature({ pool }: Platform) {
  return { figures: (actor: Actor) => figures(pool, actor) };
}
