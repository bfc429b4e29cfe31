import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { SYNTHESIS_DUE_DAYS } from "#domain/programme/synthesis.ts";
import type { ProgrammeCommands } from "#wire/programme.ts";
import type { Platform } from "../../platform/platform.ts";
import { arrange } from "./arrange.ts";
import { cancelSessions } from "./arrange-sessions.ts";
import { lockSite } from "./repository.ts";

type Added = ProgrammeCommands["programme.add-site"];
type Fields = Omit<Added, "assemblyId">;

export function addSite(
  platform: Platform,
  actor: Actor,
  { assemblyId, ...fields }: Added,
): Promise<Result<{ slug: string }>> {
  const change = { assemblyId, action: "programme.site-added" } as const;
  return arrange(platform, actor, change, async (client) => {
    const slug = await freeSlug(client, assemblyId, fields.city || fields.name);
    const id = platform.random.uuid();
    await client.query(
      `INSERT INTO site (id, assembly_id, slug, position, ${FIELDS.join(", ")}, stream)
       SELECT $1, $2, $3, coalesce(max(position), 0) + 1,
         ${FIELDS.map((_, at) => `$${at + 5}`).join(", ")}, $4
       FROM site WHERE assembly_id = $2`,
      [id, assemblyId, slug, streamOf(fields), ...valuesOf(fields)],
    );
    await keepDueDays(client, id, fields);
    return ok({ slug });
  });
}

export async function changeSite(
  platform: Platform,
  actor: Actor,
  { siteId, ...fields }: ProgrammeCommands["programme.change-site"],
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, siteId);
  if (!assemblyId) return refuse("not-found");
  const change = { assemblyId, action: "programme.site-changed" } as const;
  return arrange(platform, actor, change, async (client) => {
    const site = await lockSite(client, siteId);
    if (!site) return refuse("not-found");
    const { rows } = await client.query<{ moved: boolean }>(
      `SELECT (name, city, address) IS DISTINCT FROM ($2, $3, $4) AS moved FROM site WHERE id = $1`,
      [siteId, fields.name, fields.city, fields.address],
    );
    // The delay is measured during the day: who edits a place does not know it.
    await client.query(
      `UPDATE site SET ${FIELDS.map((name, at) => `${name} = $${at + 3}`).join(", ")},
         stream = CASE WHEN stream ? 'delay'
           THEN jsonb_build_object('delay', stream -> 'delay') ELSE '{}' END || $2::jsonb
       WHERE id = $1`,
      [siteId, streamOf(fields), ...valuesOf(fields)],
    );
    await keepDueDays(client, siteId, fields);
    if (rows[0]?.moved) await announceMove(client, siteId);
    return ok(null);
  });
}

/** A place that will not open takes its sessions with it. */
export async function cancelSite(
  platform: Platform,
  actor: Actor,
  { siteId, reason }: ProgrammeCommands["programme.cancel-site"],
): Promise<Result<null>> {
  const assemblyId = await assemblyOf(platform, siteId);
  if (!assemblyId) return refuse("not-found");
  const change = { assemblyId, action: "programme.site-cancelled" } as const;
  return arrange(platform, actor, change, async (client) => {
    const now = platform.clock.now();
    await client.query("UPDATE site SET cancelled_at = coalesce(cancelled_at, $2) WHERE id = $1", [
      siteId,
      now,
    ]);
    await cancelSessions(client, { condition: "site_id = $1", id: siteId, reason, now });
    return ok(null);
  });
}

/** Another house is news for everybody who comes there. */
async function announceMove(client: PoolClient, siteId: string): Promise<void> {
  await client.query(
    `UPDATE programme_session SET revision = revision + 1, news = news + 1
     WHERE site_id = $1 AND cancelled_at IS NULL AND ends_at > now()`,
    [siteId],
  );
}

// In the order of `valuesOf`.
const FIELDS = [
  "kind",
  "name",
  "city",
  "office_id",
  "address",
  "languages",
  "starts_at",
  "ends_at",
  "capacity",
  "access",
];

function valuesOf(fields: Fields): unknown[] {
  return [
    fields.kind,
    fields.name,
    fields.city,
    fields.officeId || null,
    fields.address,
    fields.languages,
    fields.startsAt,
    fields.endsAt,
    fields.capacity ?? null,
    fields.access,
  ];
}

function streamOf({ embed, captions, interpretation, replay }: Fields): string {
  return JSON.stringify({ embed, captions, interpretation, replay });
}

async function keepDueDays(client: PoolClient, siteId: string, fields: Fields): Promise<void> {
  if (fields.kind !== "stop") return;
  await client.query(
    `INSERT INTO stop_synthesis (site_id, due_days) VALUES ($1, $2)
     ON CONFLICT (site_id) DO UPDATE SET due_days = excluded.due_days`,
    [siteId, fields.dueDays ?? SYNTHESIS_DUE_DAYS],
  );
}

/** "Liège" is `liege`; the second place of a city has a number. */
async function freeSlug(client: PoolClient, assemblyId: string, name: string): Promise<string> {
  const base =
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z\d]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40) || "site";
  // Two organisers who add a place at once come one after the other.
  await client.query("SELECT FROM assembly WHERE id = $1 FOR NO KEY UPDATE", [assemblyId]);
  const { rows } = await client.query<{ slug: string }>(
    "SELECT slug FROM site WHERE assembly_id = $1",
    [assemblyId],
  );
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

async function assemblyOf({ pool }: Platform, siteId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT assembly_id AS id FROM site WHERE id = $1",
    [siteId],
  );
  return rows[0]?.id;
}
