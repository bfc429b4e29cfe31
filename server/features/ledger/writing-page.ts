import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { WritingPage } from "#wire/ledger-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { groupCards, itemCards } from "./cards.ts";

/** The drafts of those who write, and groups to write for. */
export async function ledgerWriting(
  { pool, clock }: Platform,
  actor: Actor,
): Promise<Result<WritingPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "ledger.write", COOPERATIVE)) return refuse("not-allowed");
  const [drafts, groups] = await Promise.all([
    itemCards(pool, dayInBrussels(clock.now()), {
      condition: "i.state = 'draft'",
      values: [],
      order: "i.number DESC",
      limit: { rows: 50, from: 0 },
    }),
    groupCards(pool),
  ]);
  return ok({ drafts, groups });
}
