import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { CodevCommands } from "#wire/codev.ts";
import type { Platform } from "../../platform/platform.ts";
import { acting } from "./frames.ts";

/** Asks for a group, or changes what one asked for while no group was formed. */
export function apply(
  platform: Platform,
  actor: Actor,
  wish: CodevCommands["codev.apply"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    if (!can(actor, "codev.apply", COOPERATIVE)) return refuse("not-allowed");
    const officeId = await officeFor(client, wish);
    if (!officeId.ok) return officeId;
    const { rowCount } = await client.query(
      `INSERT INTO codev_application AS a
         (person_id, language, mode, office_id, sector, trade, slots, asked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (person_id) DO UPDATE SET language = excluded.language, mode = excluded.mode,
         office_id = excluded.office_id, sector = excluded.sector, trade = excluded.trade,
         slots = excluded.slots
       WHERE a.state IN ('waiting', 'interviewed')`,
      [
        personId,
        wish.language,
        wish.mode,
        officeId.value,
        wish.sector,
        wish.trade,
        wish.slots,
        platform.clock.now(),
      ],
    );
    return rowCount === 1 ? ok(null) : refuse("wrong-phase");
  });
}

/** A city is asked of who wants to meet in a room; only an office of today is one. */
export async function officeFor(
  client: PoolClient,
  { mode, officeId }: { mode: "room" | "online"; officeId: string },
): Promise<Result<string | null>> {
  if (officeId === "") return mode === "room" ? refuse("bad-input") : ok(null);
  const { rowCount } = await client.query(
    "SELECT FROM office WHERE id = $1 AND (closes_on IS NULL OR closes_on > current_date)",
    [officeId],
  );
  return rowCount === 1 ? ok(officeId) : refuse("bad-input");
}

/** Takes the wish back: nothing of it is kept, the notes of an interview neither. */
export function withdraw(platform: Platform, actor: Actor): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    const { rowCount } = await client.query(
      `DELETE FROM codev_application WHERE person_id = $1 AND state IN ('waiting', 'interviewed')`,
      [personId],
    );
    return rowCount === 1 ? ok(null) : refuse("wrong-phase");
  });
}

/** Somebody with whom one must not be in a group. Nobody is told, and no list shows why. */
export function declareConflict(
  platform: Platform,
  actor: Actor,
  { registerNo, kind }: CodevCommands["codev.declare-conflict"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM person WHERE register_no = $1 AND id <> $2",
      [registerNo, personId],
    );
    if (!rows[0]) return refuse("codev-person-unknown");
    await keepApart(client, {
      one: personId,
      other: rows[0].id,
      kind,
      by: personId,
      at: platform.clock.now(),
    });
    return ok(null);
  });
}

export async function keepApart(
  client: PoolClient,
  conflict: { one: string; other: string; kind: string; by: string; at: Date },
): Promise<void> {
  const { one, other, kind, by, at } = conflict;
  await client.query(
    `INSERT INTO codev_conflict (low_id, high_id, kind, declared_by, declared_at)
     VALUES (least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [one, other, kind, by, at],
  );
}

/** Only one's own word is taken back; what the other said stays. */
export function retractConflict(
  platform: Platform,
  actor: Actor,
  { personId: other, kind }: CodevCommands["codev.retract-conflict"],
): Promise<Result<null>> {
  return acting(platform, actor, async (client, { personId }) => {
    await client.query(
      `DELETE FROM codev_conflict WHERE declared_by = $1 AND kind = $3
         AND low_id = least($1::uuid, $2::uuid) AND high_id = greatest($1::uuid, $2::uuid)`,
      [personId, other, kind],
    );
    return ok(null);
  });
}
