import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { doorsOpen } from "#domain/check-in/door.ts";
import { readSiteCode } from "#domain/check-in/way-in.ts";
import type { SiteEntry } from "#wire/check-in.ts";
import type { Platform } from "../../platform/platform.ts";
import { myCheckIn } from "./cards.ts";
import { assemblyByCode, sitesOf, type AssemblyHead } from "./site-sql.ts";

export type WayInPage = {
  assembly: AssemblyHead;
  site: SiteEntry;
  /** Whether people are let in here now. */
  open: boolean;
  /** Whether the reader is noted as being here already. */
  here: boolean;
};

/** Where a short address leads, for anybody who typed or scanned it. */
export async function wayInPage(
  { pool, clock }: Platform,
  actor: Actor,
  typed: string,
): Promise<Result<WayInPage>> {
  const code = readSiteCode(typed);
  const assembly = await assemblyByCode(pool, code);
  if (!assembly || assembly.phase === "prepared") return refuse("not-found");
  const site = (await sitesOf(pool, assembly.id)).find((one) => one.code === code);
  if (!site) return refuse("not-found");
  const mine =
    actor.kind === "person" ? await myCheckIn(pool, assembly.id, actor.personId) : undefined;
  const open = doorsOpen(site, assembly.phase, clock.now().getTime());
  return ok({ assembly, site, open, here: mine?.siteId === site.id });
}
