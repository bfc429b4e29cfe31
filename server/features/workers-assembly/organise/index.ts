import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../../platform/platform.ts";
import { beginEdition, changeEdition } from "./begin.ts";
import { nameToOffice, releaseFromOffice } from "./offices.ts";
import { beginPage, organisePage } from "./organise-page.ts";

/** How a workers' assembly is prepared, by its coordination and nobody else. */
export function createOrganisePart(platform: Platform) {
  const on =
    <I, R>(useCase: (platform: Platform, actor: Actor, input: I) => R) =>
    (actor: Actor, input: I): R =>
      useCase(platform, actor, input);
  return {
    page: on(organisePage),
    beginning: (actor: Actor) => beginPage(platform, actor),
    begin: on(beginEdition),
    change: on(changeEdition),
    name: on(nameToOffice),
    release: on(releaseFromOffice),
  };
}
