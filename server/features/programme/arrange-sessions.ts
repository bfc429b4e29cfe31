import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ProgrammeCommands } from "#wire/programme.ts";
import type { Platform } from "../../platform/platform.ts";
import { arrange } from "./arrange.ts";
import { moveUp } from "./registrations.ts";
import { lockSession, type SessionRow } from "./repository.ts";
import type { Client } from "./rows.ts";

type Added = ProgrammeCommands["programme.add-session"];
type Fields = Omit<Added, "assemblyId">;

export function addSession(
  platform: Platform,
  actor: Actor,
  { assemblyId, ...fields }: Added,
): Promise<Result<{ sessionId: string }>> {
  const change = { assemblyId, action: "programme.session-added" } as const;
  return arrange(platform, actor, change, async (client) => {
    const values = await valuesOf(client, assemblyId, fields);
    if (!values.ok) return values;
    const sessionId = platform.random.uuid();
    await client.query(
      `INSERT INTO programme_session (id, assembly_id, ${FIELDS.join(", ")})
       VALUES ($1, $2, ${FIELDS.map((_, at) => `$${at + 3}`).join(", ")})`,
      [sessionId, assemblyId, ...values.value],
    );
    await linkItems(client, assemblyId, sessionId, fields.itemIds);
    return ok({ sessionId });
  });
}

/**
 * Changes a session from the revision its editor saw. Another hour or place is news for those who
 * registered; more places are given at once to who waits.
 */
export async function changeSessionOf(
  platform: Platform,
  actor: Actor,
  { sessionId, revision, ...fields }: ProgrammeCommands["programme.change-session"],
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, sessionId);
  if (!assemblyId) return refuse("not-found");
  const change = { assemblyId, action: "programme.session-changed" } as const;
  return arrange(platform, actor, change, async (client) => {
    const before = await lockSession(client, sessionId);
    if (!before) return refuse("not-found");
    if (before.cancelled) return refuse("session-cancelled");
    if (before.revision !== revision) return refuse("changed-meanwhile");
    const values = await valuesOf(client, assemblyId, fields);
    if (!values.ok) return values;
    const news = isNews(before, fields) ? 1 : 0;
    await client.query(
      `UPDATE programme_session SET ${FIELDS.map((name, at) => `${name} = $${at + 3}`).join(", ")},
         revision = revision + 1, news = news + $2 WHERE id = $1`,
      [sessionId, news, ...values.value],
    );
    await linkItems(client, assemblyId, sessionId, fields.itemIds);
    await moveUp(platform, client, before);
    return ok(null);
  });
}

/** A session that will not be stays in the programme, with the reason. */
export async function cancelSession(
  platform: Platform,
  actor: Actor,
  { sessionId, reason }: ProgrammeCommands["programme.cancel-session"],
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, sessionId);
  if (!assemblyId) return refuse("not-found");
  const change = { assemblyId, action: "programme.session-cancelled" } as const;
  return arrange(platform, actor, change, async (client) => {
    await cancelSessions(client, {
      condition: "id = $1",
      id: sessionId,
      reason,
      now: platform.clock.now(),
    });
    return ok(null);
  });
}

/** Cancels what is not cancelled yet; whoever registered is told by the job process. */
export async function cancelSessions(
  client: Client,
  by: { condition: "id = $1" | "site_id = $1"; id: string; reason: string; now: Date },
): Promise<void> {
  await client.query(
    `UPDATE programme_session
     SET cancelled_at = $2, cancel_reason = $3, revision = revision + 1, news = news + 1
     WHERE ${by.condition} AND cancelled_at IS NULL AND ends_at > $2`,
    [by.id, by.now, by.reason],
  );
}

function isNews(before: SessionRow, after: Fields): boolean {
  return (
    before.startsAt !== after.startsAt.getTime() ||
    before.endsAt !== after.endsAt.getTime() ||
    before.siteId !== after.siteId ||
    before.room !== after.room
  );
}

// In the order of `valuesOf`.
const FIELDS = [
  "site_id",
  "kind",
  "title",
  "summary",
  "facilitators",
  "languages",
  "starts_at",
  "ends_at",
  "room",
  "registers",
  "capacity",
  "access",
  "stream",
  "rapporteur_id",
];

async function valuesOf(
  client: Client,
  assemblyId: string,
  fields: Fields,
): Promise<Result<unknown[]>> {
  const site = await client.query("SELECT FROM site WHERE id = $1 AND assembly_id = $2", [
    fields.siteId,
    assemblyId,
  ]);
  if (!site.rowCount) return refuse("not-found");
  const rapporteur = await rapporteurOf(client, fields.rapporteurNo);
  if (rapporteur === undefined) return refuse("rapporteur-unknown");
  const { embed, captions, replay } = fields;
  return ok([
    fields.siteId,
    fields.kind,
    fields.title,
    fields.summary,
    fields.facilitators,
    fields.languages,
    fields.startsAt,
    fields.endsAt,
    fields.room,
    fields.registers,
    fields.capacity ?? null,
    fields.access,
    JSON.stringify({ embed, captions, replay }),
    rapporteur,
  ]);
}

/** Null for nobody, undefined for a number that nobody has. */
async function rapporteurOf(
  client: Client,
  registerNo: string,
): Promise<string | null | undefined> {
  if (registerNo === "") return null;
  const { rows } = await client.query<{ id: string }>(
    "SELECT id FROM person WHERE register_no = $1 AND kind = 'natural'",
    [registerNo],
  );
  return rows[0]?.id;
}

async function linkItems(
  client: PoolClient,
  assemblyId: string,
  sessionId: string,
  itemIds: readonly string[],
): Promise<void> {
  await client.query("DELETE FROM programme_session_item WHERE session_id = $1", [sessionId]);
  await client.query(
    `INSERT INTO programme_session_item (session_id, item_id)
     SELECT $1, i.id FROM agenda_item i WHERE i.assembly_id = $2 AND i.id = ANY($3::uuid[])`,
    [sessionId, assemblyId, itemIds],
  );
}

async function assemblyOf({ pool }: Platform, sessionId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT assembly_id AS id FROM programme_session WHERE id = $1",
    [sessionId],
  );
  return rows[0]?.id;
}
