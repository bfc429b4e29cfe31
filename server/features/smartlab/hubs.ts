import type { ClientBase } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { slugOf } from "#domain/smartlab/lab.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import { inTransaction } from "../../platform/database.ts";
import { isoDay } from "../../platform/instants.ts";
import type { Platform } from "../../platform/platform.ts";
import { settleReminders } from "./hub-reminders.ts";
import type { Client } from "./repository.ts";

/** One place for several groups on one topic. */
export async function makeHub(
  { pool, clock }: Platform,
  actor: Actor,
  { language, title, summary }: SmartlabCommands["smartlab.make-hub"],
): Promise<Result<{ slug: string }>> {
  const may = supports(actor);
  if (!may.ok) return may;
  const { rows } = await pool.query<{ slug: string }>(
    `INSERT INTO lab_hub (slug, title, summary, made_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (slug) DO UPDATE SET slug = EXCLUDED.slug RETURNING slug`,
    [
      slugOf(title) || "hub",
      { [language]: title },
      summary ? { [language]: summary } : {},
      clock.now(),
    ],
  );
  return ok({ slug: rows[0]?.slug ?? "" });
}

/** Puts a lab into a hub, or out of it. */
export async function linkHub(
  { pool }: Platform,
  actor: Actor,
  { labId, hubId }: SmartlabCommands["smartlab.link-hub"],
): Promise<Result<null>> {
  const may = supports(actor);
  if (!may.ok) return may;
  const linked = await pool.query(
    `UPDATE lab SET hub_id = $2, revision = revision + 1
     WHERE id = $1 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM lab_hub h WHERE h.id = $2))`,
    [labId, hubId || null],
  );
  return linked.rowCount ? ok(null) : refuse("not-found");
}

/** Writes into a hub; an answer may take the place of an older one, which stays and says so. */
export async function addEntry(
  platform: Platform,
  actor: Actor,
  entry: SmartlabCommands["smartlab.add-entry"],
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    if (!(await mayWrite(client, actor, entry.hubId))) return refuse("not-allowed");
    const id = platform.random.uuid();
    await client.query(
      `INSERT INTO lab_hub_entry (id, hub_id, kind, lab_id, "on", language, title, text, source_url,
         written_by, written_at)
       VALUES ($1, $2, $3, (SELECT l.id FROM lab l WHERE l.id = $4 AND l.hub_id = $2), $5, $6, $7,
         $8, $9, $10, $11)`,
      [
        id,
        entry.hubId,
        entry.kind,
        entry.labId || null,
        entry.day,
        entry.language,
        entry.title,
        entry.text,
        entry.sourceUrl,
        actor.personId,
        platform.clock.now(),
      ],
    );
    if (entry.replaces) await replace(platform, client, { old: entry.replaces, by: id });
    return ok(null);
  });
}

async function replace(
  platform: Platform,
  client: ClientBase,
  { old, by }: { old: string; by: string },
): Promise<void> {
  const { rows } = await client.query<{ validUntil: string | null }>(
    `UPDATE lab_hub_entry e SET replaced_by = n.id FROM lab_hub_entry n
     WHERE e.id = $1 AND n.id = $2 AND e.hub_id = n.hub_id AND e.kind = n.kind
       AND e.kind = 'answer' AND e.id <> n.id AND e.replaced_by IS NULL
     RETURNING ${isoDay("e.valid_until")} AS "validUntil"`,
    [old, by],
  );
  await settleReminders(platform, client, { entryId: old, validUntil: rows[0]?.validUntil });
}

/** Says that somebody with the office for it checked an answer, and until when it holds. */
export async function reviewEntry(
  platform: Platform,
  actor: Actor,
  { entryId, reviewer, validUntil }: SmartlabCommands["smartlab.review-entry"],
): Promise<Result<null>> {
  const may = supports(actor);
  if (!may.ok) return may;
  const today = dayInBrussels(platform.clock.now());
  if (validUntil <= today) return refuse("bad-input");
  return inTransaction(platform.pool, async (client): Promise<Result<null>> => {
    // Whoever wrote it does not check it.
    const { rows } = await client.query<{ validUntil: string | null }>(
      `UPDATE lab_hub_entry SET reviewer = $2, reviewed_by = $3, reviewed_on = $4, valid_until = $5
       WHERE id = $1 AND kind = 'answer' AND replaced_by IS NULL
         AND written_by IS DISTINCT FROM $3
       RETURNING ${isoDay("old.valid_until")} AS "validUntil"`,
      [entryId, reviewer, may.value.personId, today, validUntil],
    );
    if (!rows[0]) return refuse("lab-own-answer");
    await settleReminders(platform, client, { entryId, validUntil: rows[0].validUntil });
    return ok(null);
  });
}

function supports(actor: Actor): Result<PersonActor> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  return can(actor, "lab.support", COOPERATIVE) ? ok(actor) : refuse("not-allowed");
}

/** The support team, and those who lead one of the hub's labs. */
async function mayWrite(client: Client, actor: PersonActor, hubId: string): Promise<boolean> {
  if (can(actor, "lab.support", COOPERATIVE)) return true;
  const { rowCount } = await client.query(
    `SELECT FROM lab_person p JOIN lab l ON l.id = p.lab_id
     WHERE l.hub_id = $1 AND p.person_id = $2 AND p.standing = 'joined' AND p.role <> 'member'
     LIMIT 1`,
    [hubId, actor.personId],
  );
  return rowCount === 1;
}
