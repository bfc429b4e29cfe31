import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../platform/platform.ts";
import { createSealing } from "../../platform/sealing.ts";
import { createCastBallot } from "./cast-ballot.ts";
import { closeDecision } from "./close-decision.ts";
import { decisionCommands } from "./commands.ts";
import { countDecision } from "./count-decision.ts";
import { createDesigner } from "./designer/index.ts";
import { keepWindows } from "./keep-windows.ts";
import { openDecision, type OpenInput } from "./open-decision.ts";
import { publishDecision } from "./publish-decision.ts";
import { remindVoters } from "./remind-voters.ts";
import { decisionPage, decisionReport, uncountedDecisions } from "./queries.ts";
import { resetRehearsal } from "./reset-rehearsal.ts";
import { createResults } from "./results/index.ts";
import { countSecret } from "./secret/count-secret.ts";
import { createBallotBox } from "./secret/ballot-box.ts";
import { createUrnSecrets } from "./secret/urn-secrets.ts";
import { castTie, drawLot } from "./settle-tie.ts";
import { createUrns } from "./urns/index.ts";

type ById = { decisionId: string };

/** Decisions: prepared, opened, voted, closed, counted, published. */
export function createDecisionsFeature(platform: Platform) {
  const { pool, clock, jobs } = platform;
  const cast = createCastBallot(platform);
  const secrets = createUrnSecrets(createSealing(platform.env));
  const urns = createUrns(platform, secrets);
  const results = createResults(platform);
  return {
    page: (actor: Actor, id: string) => decisionPage(pool, clock.now(), actor, id),
    report: (actor: Actor, id: string) => decisionReport(pool, actor, id),
    cast,
    open: (actor: Actor, input: OpenInput) => openDecision(platform, actor, input),
    close: (actor: Actor, input: ById & { reason?: string }) =>
      closeDecision(platform, actor, input),
    publish: (actor: Actor, input: ById) => publishDecision(platform, actor, input),
    drawLot: (actor: Actor, input: ById & { seed: string }) => drawLot(platform, actor, input),
    castTie: (actor: Actor, input: ById & { order: string[] }) => castTie(platform, actor, input),
    reset: (actor: Actor, input: ById) => resetRehearsal(platform, actor, input),
    /** Job process, every second: votes open and close at their hour. */
    keepWindows: () => keepWindows(platform),
    remindVoters: () => remindVoters(platform),
    enqueueMissingCounts: async () => {
      for (const decisionId of await uncountedDecisions(pool)) {
        await jobs.add("decision.count", decisionId, { decisionId });
      }
    },
    designer: createDesigner(platform),
    urns,
    results,
    ballotBox: createBallotBox(platform, secrets),
    commands: { ...decisionCommands(platform, cast), ...urns.commands },
    jobs: {
      "decision.count": async ({ decisionId }: ById) => {
        await countDecision(platform, decisionId);
        await countSecret(platform, secrets, decisionId);
      },
    },
  };
}
