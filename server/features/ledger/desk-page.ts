import type { z } from "zod";
import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { ok, refuse, type Result } from "#domain/kernel/result.ts";
import type { DeskPage, deskSearch } from "#wire/ledger-pages.ts";
import type { Platform } from "../../platform/platform.ts";
import { isLate, itemCards, mayAnswerFor } from "./cards.ts";

const ROWS = 25;

/** What waits for an answer of those one answers for, the longest owed first. */
export async function answersDesk(
  { pool, clock }: Platform,
  actor: Actor,
  { of, page }: z.infer<typeof deskSearch>,
): Promise<Result<DeskPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const may = mayAnswerFor(actor);
  if (may.length === 0) return refuse("not-allowed");
  const today = dayInBrussels(clock.now());
  const wanted = of !== "" && may.includes(of) ? [of] : may;
  const condition = "i.state = 'waiting' AND i.addressee = ANY($1)";
  const [items, counts] = await Promise.all([
    itemCards(pool, today, {
      condition,
      values: [wanted],
      order: "i.due_on, i.number",
      limit: { rows: ROWS, from: (page - 1) * ROWS },
    }),
    pool.query<{ total: number; late: number }>(
      `SELECT count(*)::int AS total, (count(*) FILTER (WHERE ${isLate("$2")}))::int AS late
       FROM ledger_item i WHERE ${condition}`,
      [wanted, today],
    ),
  ]);
  const { total = 0, late = 0 } = counts.rows[0] ?? {};
  const pages = Math.max(1, Math.ceil(total / ROWS));
  return ok({ of, mayAnswerFor: may, items, total, page, pages, late });
}
