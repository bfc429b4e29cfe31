import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { happeningNow } from "./happening.ts";
import { assemblyPage, documentPage, listAssemblies, type RollPersons } from "./queries.ts";

/** Assemblies as they are read: agenda, documents, decisions. Their conduct is live-session's. */
export function createAssemblyFeature({ pool, clock }: Platform, rollPersons: RollPersons) {
  return {
    listAssemblies: (actor: Actor) => listAssemblies(pool, actor),
    assemblyPage: (actor: Actor, slug: string) => assemblyPage(pool, rollPersons, actor, slug),
    document: (actor: Actor, id: string) => documentPage(pool, actor, id),
    happeningNow: (actor: Actor) => happeningNow(pool, clock.now(), actor),
  };
}
