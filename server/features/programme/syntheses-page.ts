import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok } from "#domain/kernel/result.ts";
import type { SynthesesPage } from "#wire/programme.ts";
import type { Platform } from "../../platform/platform.ts";
import { findAssembly, sitesOf } from "./rows.ts";
import { synthesesOf } from "./syntheses.ts";

/** What was heard at every stop of a tour, as far as it is published. */
export async function synthesesPage(
  { pool, env, clock }: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<SynthesesPage>> {
  const found = await findAssembly(pool, actor, slug);
  if (!found.ok) return found;
  const assembly = found.value;
  const sites = await sitesOf(pool, assembly.id, env.streamHosts);
  const syntheses = await synthesesOf(pool, assembly.id, dayInBrussels(clock.now()));
  const stops = sites.flatMap((site): SynthesesPage["stops"] => {
    const synthesis = syntheses.get(site.id);
    if (!synthesis) return [];
    const { state, dueOn, written } = synthesis;
    return [{ site, state, dueOn, ...(written?.published ? { texts: written.texts } : {}) }];
  });
  return ok({ assembly, stops: stops.sort((a, b) => a.site.startsAt - b.site.startsAt) });
}
