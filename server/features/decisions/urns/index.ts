import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { UrnSecrets } from "../secret/urn-secrets.ts";
import { boardPage } from "./board-page.ts";
import { exportBundle } from "./bundle.ts";
import { ceremonyView } from "./ceremony-view.ts";
import { UUID } from "./closed-urn.ts";
import { urnCommands } from "./commands.ts";
import { type DeskAssembly, findAssembly } from "./find-assembly.ts";
import { paperDesk } from "./paper-desk.ts";
import { paperElectors } from "./paper-electors.ts";
import { rollAnswer } from "./roll-answer.ts";
import { createTendOpenings } from "./tend-openings.ts";
import type { UrnsApi } from "./urns-api.ts";

/** Urns: the ceremony, the opening, attestations, paper, and what anybody may check. */
export function createUrns(platform: Platform, secrets: UrnSecrets): UrnsApi {
  const { pool, clock } = platform;
  const today = () => dayInBrussels(clock.now());

  /** A desk of the assembly with this slug, for whoever has one of these rights there. */
  async function atDesk<T>(
    actor: Actor,
    slug: string,
    actions: readonly Action[],
    look: (actor: PersonActor, assembly: DeskAssembly) => Promise<T>,
  ): Promise<Result<T>> {
    if (actor.kind !== "person") return refuse("not-signed-in");
    const assembly = await findAssembly(pool, slug);
    if (!assembly) return refuse("not-found");
    const subject = assemblySubject(assembly.id);
    if (!actions.some((action) => can(actor, action, subject))) return refuse("not-allowed");
    return ok(await look(actor, assembly));
  }

  return {
    ceremony: (actor, slug) =>
      atDesk(actor, slug, ["urn.watch"], (reader, assembly) =>
        ceremonyView(pool, reader, assembly, today()),
      ),
    paperDesk: (actor, slug) =>
      atDesk(actor, slug, ["paper.give", "paper.enter"], (reader, assembly) =>
        paperDesk(pool, reader, assembly),
      ),
    paperElectors: (actor, { slug, query }) =>
      atDesk(actor, slug, ["paper.give", "ballot.assist"], (_, { id }) =>
        paperElectors(pool, id, query),
      ),
    board: (actor, input) => boardPage(pool, actor, input),
    bundle: (actor, decisionId) => exportBundle(pool, actor, decisionId),
    rollAnswer: async (actor, decisionId) => {
      if (actor.kind !== "person") return refuse("not-signed-in");
      if (!UUID.test(decisionId)) return refuse("not-found");
      return ok(await rollAnswer(pool, decisionId, actor.personId, today()));
    },
    tendOpenings: createTendOpenings(platform),
    commands: urnCommands(platform, secrets),
  };
}
