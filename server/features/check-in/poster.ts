import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { doorsOpen } from "#domain/check-in/door.ts";
import { ROOM_CODE_MS, showSiteCode, turnAt } from "#domain/check-in/way-in.ts";
import type { PosterView, SiteEntry } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import { qrPicture } from "#app/features/check-in/qr-picture.ts";
import { assemblyBySlug, sitesOf, type AssemblyHead } from "./site-sql.ts";
import type { WayInKeys } from "./way-in-keys.ts";

export type Posters = { assembly: AssemblyHead; posters: PosterView[] };

/**
 * The way in of each site, for who may show it: short address, QR code and, while doors are open,
 * the room's six digits of this minute.
 */
export async function posters(
  platform: Platform,
  keys: WayInKeys,
  actor: Actor,
  { slug, site }: { slug: string; site?: string },
): Promise<Result<Posters>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const assembly = await assemblyBySlug(platform.pool, slug);
  if (!assembly) return refuse("not-found");
  if (!can(actor, "entry.show", assemblySubject(assembly.id))) return refuse("not-allowed");
  const all = await sitesOf(platform.pool, assembly.id);
  const sites = site === undefined ? all : all.filter((one) => one.slug === site);
  if (site !== undefined && sites.length === 0) return refuse("not-found");
  return ok({
    assembly,
    posters: sites.map((one) => posterOf(platform, keys, assembly, one)),
  });
}

function posterOf(
  { env, clock }: Platform,
  keys: WayInKeys,
  assembly: AssemblyHead,
  site: SiteEntry,
): PosterView {
  const now = clock.now().getTime();
  const turn = turnAt(now);
  const hasRoom = site.kind !== "online" && doorsOpen(site, assembly.phase, now);
  return {
    site,
    address: `${new URL(env.publicUrl).host}/s/${showSiteCode(site.code)}`,
    qr: qrPicture(`${env.publicUrl}/s/${site.code}`),
    ...(hasRoom
      ? { room: { code: keys.roomCode(site.id, turn), until: (turn + 1) * ROOM_CODE_MS } }
      : {}),
  };
}
