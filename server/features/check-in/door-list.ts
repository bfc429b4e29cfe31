import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { forgetListAt } from "#domain/check-in/door.ts";
import type { DoorList, DoorPerson, DoorRow } from "#wire/check-in.ts";
import { nameOf } from "../../platform/person-name.ts";
import type { Platform } from "../../platform/platform.ts";
import { doorPeople } from "./door-people.ts";
import { makePasses, type PassAssembly } from "./passes.ts";
import { assemblyBySlug, sitesOf, withDoors, type AssemblyHead } from "./site-sql.ts";
import { passTag, type WayInKeys } from "./way-in-keys.ts";

/** What a page of a search shows at most. */
const FOUND = 20;

const NAME = nameOf("p");

/** The whole list for a device that may lose its network: names, numbers, tags of passes. */
export async function doorList(
  platform: Platform,
  keys: WayInKeys,
  actor: Actor,
  { slug }: { slug: string },
): Promise<Result<DoorList>> {
  const { pool, clock } = platform;
  const opened = await openDoor(pool, actor, slug);
  if (!opened.ok) return opened;
  const assembly = await passAssembly(pool, opened.value);
  await makePasses(platform, keys, assembly);
  const { rows } = await pool.query<{
    id: string;
    name: string;
    registerNo: string | null;
    hash: string | null;
    represents: number;
  }>(
    `${doorPeople(assembly.rollTaken)}
     SELECT p.id, ${NAME} AS name, p.register_no AS "registerNo", e.token_hash AS hash,
       expected.represents
     FROM expected JOIN person p ON p.id = expected.person_id
     LEFT JOIN entry_pass e ON e.assembly_id = $1 AND e.person_id = p.id
     ORDER BY p.family_name, p.given_name, p.id`,
    [assembly.id, assembly.day],
  );
  const now = clock.now().getTime();
  const ends = withDoors(await sitesOf(pool, assembly.id)).map((site) => forgetListAt(site, now));
  return ok({
    now,
    forgetAt: Math.max(now, ...ends),
    people: rows.map(
      ({ id, name, registerNo, hash, represents }): DoorRow => [
        id,
        name,
        registerNo ?? "",
        hash ? passTag(hash) : "",
        represents,
      ],
    ),
  });
}

/** People by name or number, for a door without scripts. */
export async function findAtDoor(
  { pool }: Platform,
  actor: Actor,
  { slug, query }: { slug: string; query: string },
): Promise<Result<DoorPerson[]>> {
  const opened = await openDoor(pool, actor, slug);
  if (!opened.ok) return opened;
  const typed = query.trim();
  if (typed.length < 2) return ok([]);
  const assembly = await passAssembly(pool, opened.value);
  const { rows } = await pool.query<{ person: DoorPerson }>(
    `${doorPeople(assembly.rollTaken)}
     SELECT json_strip_nulls(json_build_object('id', p.id, 'name', ${NAME},
       'registerNo', p.register_no, 'represents', nullif(expected.represents, 0))) AS person
     FROM expected JOIN person p ON p.id = expected.person_id
     WHERE p.register_no = $3 OR (p.given_name || ' ' || p.family_name) ILIKE $4
       OR (p.family_name || ' ' || p.given_name) ILIKE $4
     ORDER BY p.register_no = $3 DESC NULLS LAST, p.family_name, p.given_name, p.id LIMIT ${FOUND}`,
    [assembly.id, assembly.day, typed, `%${typed.replace(/[\\%_]/g, "\\$&")}%`],
  );
  return ok(rows.map((row) => row.person));
}

/** The assembly whose door this is, for who may keep it. */
export async function openDoor(
  pool: Pool,
  actor: Actor,
  slug: string,
): Promise<Result<AssemblyHead>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const assembly = await assemblyBySlug(pool, slug);
  if (!assembly) return refuse("not-found");
  return can(actor, "door.keep", assemblySubject(assembly.id))
    ? ok(assembly)
    : refuse("not-allowed");
}

export async function passAssembly(pool: Pool, { id, day }: AssemblyHead): Promise<PassAssembly> {
  const { rows } = await pool.query("SELECT FROM roll_entry WHERE assembly_id = $1 LIMIT 1", [id]);
  return { id, day, rollTaken: rows.length > 0 };
}
