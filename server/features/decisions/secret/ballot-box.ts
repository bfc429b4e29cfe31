import type { Actor } from "#domain/kernel/actor.ts";
import type { CastWithoutScript } from "#wire/decisions.ts";
import type { Platform } from "../../../platform/platform.ts";
import { createCastSealedBallot } from "./cast-sealed-ballot.ts";
import { castWithoutScript } from "./cast-without-script.ts";
import { createIssueCredentials } from "./issue-credentials.ts";
import { prepareUrns } from "./prepare-urns.ts";
import { createReleaseBatches } from "./release-batches.ts";
import { urnKeysOf } from "./urn-keys.ts";
import type { UrnSecrets } from "./urn-secrets.ts";

/** The two acts of a secret vote, and what the job process does around them. */
export function createBallotBox(platform: Platform, secrets: UrnSecrets) {
  return {
    /** Public keys of an assembly's secret votes that are not closed. */
    keys: (assemblyId: string) => urnKeysOf(platform.pool, assemblyId),
    /** The first act, signed in: blinded credentials are signed, the roll is marked. */
    issue: createIssueCredentials(platform, secrets),
    /** The second act, by nobody: a sealed ballot enters the urn. */
    cast: createCastSealedBallot(platform),
    /** Both at once, from a page without JavaScript. */
    castWithoutScript: (actor: Actor, input: CastWithoutScript) =>
      castWithoutScript(platform, secrets, actor, input),
    /** Job process, every few seconds: keys for secret votes that have none. */
    prepareUrns: () => prepareUrns(platform, secrets),
    /** Job process, every second: latecomers get their credentials together. */
    releaseBatches: createReleaseBatches(platform),
  };
}
