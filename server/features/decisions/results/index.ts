import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../../platform/platform.ts";
import { breakDown, type Dimension } from "./breakdown.ts";
import { compareDecision, readComparison, uncomparedDecisions } from "./comparison.ts";
import { exportBallots, publishedFormats } from "./export-ballots.ts";

/** What is told of a count beyond its report: other methods, groups of electors, its ballots. */
export function createResults(platform: Platform) {
  const { pool } = platform;
  return {
    comparison: (actor: Actor, id: string) => readComparison(pool, actor, id),
    breakdown: (actor: Actor, id: string, by: Dimension) => breakDown(pool, actor, id, by),
    formats: (actor: Actor, id: string) => publishedFormats(pool, actor, id),
    ballots: (actor: Actor, id: string, format: string) => exportBallots(pool, actor, id, format),
    compare: (id: string) => compareDecision(platform, id),
    uncompared: () => uncomparedDecisions(pool),
  };
}
