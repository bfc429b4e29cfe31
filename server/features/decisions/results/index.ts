import type { Actor } from "#domain/kernel/actor.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type AskedFile, ballotsFile, downloadsOf } from "./ballots-file.ts";
import { mayHaveBallots } from "../may-have-ballots.ts";
import { decisionReport } from "../queries.ts";
import { createBreakdowns } from "./breakdown.ts";
import { compareMissing, comparisonOf } from "./compare-methods.ts";

/** What is told of a count beyond its report: other methods, groups of electors, its ballots. */
export function createResults(platform: Platform) {
  const { pool } = platform;
  return {
    report: (actor: Actor, id: string) => decisionReport(pool, actor, id),
    mayHaveBallots,
    comparison: (actor: Actor, id: string) => comparisonOf(pool, actor, id),
    breakdowns: createBreakdowns(pool),
    downloads: downloadsOf,
    ballots: (actor: Actor, asked: AskedFile) => ballotsFile(pool, actor, asked),
    /** Job process, every few seconds: counts by the other methods that are missing. */
    compareMissing: () => compareMissing(platform),
  };
}
