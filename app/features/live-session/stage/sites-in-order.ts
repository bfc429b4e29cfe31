import type { SiteKind } from "#domain/programme/site.ts";
import type { SessionView } from "#wire/live-session.ts";
import type { StageSite } from "#wire/stage.ts";

const RANKS: Record<SiteKind, number> = { main: 0, satellite: 1, online: 2, stop: 3 };

/** Where the assembly takes place today: the main room first, online last. */
export function sitesInOrder({ stage }: SessionView): StageSite[] {
  return Object.values(stage.sites).sort(
    (a, b) => RANKS[a.kind] - RANKS[b.kind] || a.name.localeCompare(b.name),
  );
}
