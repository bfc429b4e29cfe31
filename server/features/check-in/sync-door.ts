import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isInTime } from "#domain/check-in/door.ts";
import type { DoorAct, DoorOutcome, SiteEntry } from "#wire/check-in.ts";
import { answerCommand } from "../../platform/command-context.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "../live-session/change-session.ts";
import { changePresence } from "./change-presence.ts";
import { sitesOf, withDoors } from "./site-sql.ts";

type Passing = Exclude<DoorAct, { kind: "undo" }>;
type Undoing = Extract<DoorAct, { kind: "undo" }>;
export type Synced = { now: number; outcomes: Record<string, DoorOutcome> };

/**
 * Takes what a door noted, now or hours ago, with the act's own hour and id. The same act twice is
 * one; what came late is put where it belongs. Every act has an outcome, and every outcome is final.
 */
export async function syncDoor(
  platform: Platform,
  actor: Actor,
  { assemblyId, acts }: { assemblyId: string; acts: DoorAct[] },
): Promise<Result<Synced>> {
  const now = platform.clock.now();
  const change = { action: "door.keep", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    if (assembly.phase === "prepared") return refuse("wrong-phase");
    const passings = acts.filter((act): act is Passing => act.kind !== "undo");
    const undoings = acts.filter((act): act is Undoing => act.kind === "undo");
    const sites = withDoors(await sitesOf(client, assemblyId));
    const late = passings.filter((act) => !inTime(sites, act, now.getTime()));
    const timely = passings.filter((act) => !late.includes(act));
    const kept = await keepActs(client, { assemblyId, stewardId: personId, now }, timely);
    const undone = await undoActs(client, assemblyId, undoings, now);

    const outcomes: Record<string, DoorOutcome> = {};
    for (const { id } of late) outcomes[id] = "out-of-time";
    for (const { id } of timely) outcomes[id] = kept.has(id) ? "kept" : "unknown";
    for (const { id, undoes } of undoings) {
      outcomes[id] = undone.has(undoes) ? "kept" : "nothing-to-undo";
    }
    const persons = new Set([...kept.values(), ...undone.values()]);
    const changed = await changePresence(client, { assemblyId, persons });
    const value = { now: now.getTime(), outcomes };
    answerCommand(value);
    return ok({ value, persons: changed });
  });
}

function inTime(sites: SiteEntry[], { siteId, at }: Passing, now: number): boolean {
  const site = sites.find(({ id }) => id === siteId);
  // A site that is not of this assembly is told apart later: its act is unknown, not late.
  return site === undefined || isInTime(site, at, now);
}

type Frame = { assemblyId: string; stewardId: string; now: Date };

/** Keeps acts once; returns those that are kept, now or before, with their person. */
async function keepActs(
  client: PoolClient,
  { assemblyId, stewardId, now }: Frame,
  acts: Passing[],
): Promise<Map<string, string>> {
  if (acts.length === 0) return new Map();
  const ids = acts.map(({ id }) => id);
  await client.query(
    `INSERT INTO door_act (id, assembly_id, site_id, person_id, kind, at, steward_id, received_at)
     SELECT a.id, $1, s.id, p.id, a.kind, least(a.at, $3::timestamptz), $2, $3
     FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::timestamptz[])
       AS a (id, site, person, kind, at)
     JOIN site s ON s.id = a.site AND s.assembly_id = $1 AND s.kind <> 'online'
     JOIN person p ON p.id = a.person AND p.kind = 'natural'
     ON CONFLICT (id) DO NOTHING`,
    [
      assemblyId,
      stewardId,
      now,
      ids,
      acts.map(({ siteId }) => siteId),
      acts.map(({ personId }) => personId),
      acts.map(({ kind }) => kind),
      acts.map(({ at }) => new Date(at)),
    ],
  );
  return personsOf(client, assemblyId, ids);
}

/** Takes acts back; one that was taken back before stays so. */
async function undoActs(
  client: PoolClient,
  assemblyId: string,
  acts: Undoing[],
  now: Date,
): Promise<Map<string, string>> {
  if (acts.length === 0) return new Map();
  const ids = acts.map(({ undoes }) => undoes);
  await client.query(
    `UPDATE door_act SET undone_at = $3
     WHERE assembly_id = $1 AND id = ANY($2::uuid[]) AND undone_at IS NULL`,
    [assemblyId, ids, now],
  );
  return personsOf(client, assemblyId, ids);
}

async function personsOf(
  client: PoolClient,
  assemblyId: string,
  ids: string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query<{ id: string; person: string }>(
    `SELECT id, person_id AS person FROM door_act
     WHERE assembly_id = $1 AND id = ANY($2::uuid[])`,
    [assemblyId, ids],
  );
  return new Map(rows.map(({ id, person }) => [id, person]));
}
