import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LedgerCommands } from "#wire/ledger.ts";
import type { Platform } from "../../platform/platform.ts";
import { employerSide } from "../surveys/standing.ts";
import { OF_WORKERS } from "./repository.ts";

/**
 * Supports an item: counted, told when it moves, never listed. What workers ask for is not supported
 * from the employer's side.
 */
export async function supportItem(
  { pool, clock }: Platform,
  actor: Actor,
  { itemId }: LedgerCommands["ledger.support"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "ledger.support", COOPERATIVE)) return refuse("not-allowed");
  const { rows } = await pool.query<{ state: string; apart: boolean }>(
    `WITH found AS (
       SELECT id, state, ${OF_WORKERS("i")} AND ${employerSide("$2::uuid", "$3::date")} AS apart
       FROM ledger_item i WHERE id = $1 AND state <> 'draft'),
     kept AS (INSERT INTO ledger_person (item_id, person_id, role)
       SELECT id, $2, 'supporter' FROM found WHERE state IN ('waiting', 'answered') AND NOT apart
       ON CONFLICT (item_id, person_id) DO NOTHING)
     SELECT state, apart FROM found`,
    [itemId, actor.personId, dayInBrussels(clock.now())],
  );
  const [found] = rows;
  if (!found) return refuse("not-found");
  if (found.apart) return refuse("ledger-of-workers");
  return found.state === "waiting" || found.state === "answered" ? ok(null) : refuse("wrong-phase");
}

export async function unsupportItem(
  { pool }: Platform,
  actor: Actor,
  { itemId }: LedgerCommands["ledger.unsupport"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  await pool.query(
    "DELETE FROM ledger_person WHERE item_id = $1 AND person_id = $2 AND role = 'supporter'",
    [itemId, actor.personId],
  );
  return ok(null);
}

/** An author is named where they wish it, and as long as they do; never of what workers ask for. */
export async function nameMe(
  { pool }: Platform,
  actor: Actor,
  { itemId, listed }: LedgerCommands["ledger.name-me"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rowCount } = await pool.query(
    `UPDATE ledger_person p SET listed = $3 FROM ledger_item i
     WHERE p.item_id = $1 AND p.person_id = $2 AND p.role = 'author'
       AND i.id = p.item_id AND NOT ${OF_WORKERS("i")}`,
    [itemId, actor.personId, listed === "true"],
  );
  return rowCount === 1 ? ok(null) : refuse("not-found");
}
