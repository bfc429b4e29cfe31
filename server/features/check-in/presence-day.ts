import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { instantOf } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { presenceSteps } from "#domain/check-in/presence-steps.ts";
import type { PlaceCount, PresenceDay } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import { assemblyBySlug, sitesOf } from "./site-sql.ts";

/** Where nobody named a site. */
const ONLINE = "online";

type Place = PresenceDay["places"][number];

/** Presence on the roll through the day, by place: at regular steps, and at a minute ("18:05"). */
export async function presenceDay(
  { pool, clock }: Platform,
  actor: Actor,
  { slug, minute }: { slug: string; minute?: string },
): Promise<Result<PresenceDay>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const assembly = await assemblyBySlug(pool, slug);
  if (!assembly || assembly.phase === "prepared") return refuse("not-found");
  if (!can(actor, "session.enter", assemblySubject(assembly.id))) return refuse("not-allowed");

  const places = await placesOf(pool, assembly.id);
  const at = minute && instantOf(`${assembly.day}T${minute}`)?.getTime();
  const now = clock.now().getTime();
  const instants = presenceSteps(await spanOf(pool, assembly.id, now));
  const asked = at ? [at] : [];
  const counts = await countsAt(pool, assembly.id, new Set([...instants, ...asked]));
  const step = (instant: number) => ({
    at: instant,
    counts: places.map(({ key }): [number, number] => {
      const found = counts.get(`${instant}/${key}`);
      return [found?.persons ?? 0, found?.shares ?? 0];
    }),
  });
  const { id, title } = assembly;
  return ok({
    assembly: { id, slug, title },
    places,
    steps: instants.map(step),
    ...(at ? { asked: step(at) } : {}),
  });
}

async function placesOf(pool: Pool, assemblyId: string): Promise<Place[]> {
  const rooms = (await sitesOf(pool, assemblyId)).filter(
    ({ kind }) => kind === "main" || kind === "satellite",
  );
  return [
    ...rooms.map(({ id, name, city, kind }) => ({ key: id, name, city, kind })),
    { key: ONLINE, name: "", city: "", kind: "online" as const },
  ];
}

/** From the first arrival of the day to the last departure, or now. Stops of a tour are other days. */
async function spanOf(
  pool: Pool,
  assemblyId: string,
  now: number,
): Promise<{ from: number; to: number } | undefined> {
  const { rows } = await pool.query<{ from: Date | null; to: Date | null }>(
    `SELECT min(t.arrived_at) AS "from", max(coalesce(t.left_at, $2)) AS "to"
     FROM attendance t LEFT JOIN site s ON s.id = t.site_id
     WHERE t.assembly_id = $1 AND s.kind IS DISTINCT FROM 'stop'`,
    [assemblyId, new Date(now)],
  );
  const [span] = rows;
  if (!span?.from || !span.to) return undefined;
  return { from: span.from.getTime(), to: Math.min(span.to.getTime(), now) };
}

/** Persons and shares on the roll by instant and place: `<instant>/<place>`. */
async function countsAt(
  pool: Pool,
  assemblyId: string,
  instants: Set<number>,
): Promise<Map<string, PlaceCount>> {
  const { rows } = await pool.query<{ at: Date; place: string; persons: number; shares: number }>(
    `SELECT i.at, CASE WHEN s.kind IN ('main', 'satellite') THEN s.id::text ELSE '${ONLINE}' END
         AS place, count(*)::int AS persons, sum(e.shares)::int AS shares
     FROM unnest($2::timestamptz[]) AS i (at)
     JOIN attendance t ON t.assembly_id = $1 AND t.arrived_at <= i.at
       AND (t.left_at IS NULL OR t.left_at > i.at)
     JOIN roll_entry e ON e.assembly_id = t.assembly_id AND e.person_id = t.person_id
     LEFT JOIN site s ON s.id = t.site_id
     WHERE s.kind IS DISTINCT FROM 'stop'
     GROUP BY 1, 2`,
    [assemblyId, [...instants].map((instant) => new Date(instant))],
  );
  return new Map(
    rows.map(({ at, place, persons, shares }) => [`${at.getTime()}/${place}`, { persons, shares }]),
  );
}
