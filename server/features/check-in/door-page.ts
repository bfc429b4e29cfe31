import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import { doorsOpen } from "#domain/check-in/door.ts";
import { ROOM_CODE_MS, turnAt } from "#domain/check-in/way-in.ts";
import type { DoorPageView, DoorPerson } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import { findAtDoor, openDoor } from "./door-list.ts";
import { standingsOf } from "./door-news.ts";
import { sitesOf, withDoors } from "./site-sql.ts";
import type { WayInKeys } from "./way-in-keys.ts";

/** The page of a door: its sites, the room's digits to read out, and who a search finds. */
export async function doorPage(
  platform: Platform,
  keys: WayInKeys,
  actor: Actor,
  { slug, site, query }: { slug: string; site?: string; query: string },
): Promise<Result<DoorPageView>> {
  const { pool, clock } = platform;
  const opened = await openDoor(pool, actor, slug);
  if (!opened.ok) return opened;
  const assembly = opened.value;
  const all = withDoors(await sitesOf(pool, assembly.id));
  const now = clock.now().getTime();
  const open = all.filter((one) => doorsOpen(one, assembly.phase, now));
  // On the day of the assembly nobody looks for the stops of last month.
  const sites =
    open.length > 0 ? all.filter((one) => open.includes(one) || one.slug === site) : all;
  const chosen = sites.find((one) => one.slug === site) ?? open[0] ?? sites[0];
  const found = await findAtDoor(platform, actor, { slug, query });
  if (!found.ok) return found;
  const people: DoorPerson[] = found.value;
  const { id, title } = assembly;
  const turn = turnAt(now);
  return ok({
    assembly: { id, slug, title },
    sites,
    ...(chosen ? { chosen: chosen.id } : {}),
    open: chosen !== undefined && open.includes(chosen),
    ...(chosen && open.includes(chosen)
      ? { room: { code: keys.roomCode(chosen.id, turn), until: (turn + 1) * ROOM_CODE_MS } }
      : {}),
    people,
    standings: await standingsOf(
      pool,
      assembly.id,
      people.map((person) => person.id),
      now,
    ),
  });
}
