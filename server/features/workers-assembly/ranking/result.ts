import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { ElectionReport } from "#wire/decisions.ts";
import type { RankingResult } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { createResults } from "../../decisions/results/index.ts";
import { editionHead, findEdition } from "../edition.ts";
import { closedRoll } from "../organise/close-roll.ts";
import { shown } from "./page.ts";
import { listedProposals } from "./proposals.ts";
import { readPlan } from "./read-plan.ts";

/** What is published is everybody's to read, in an assembly whose doors are closed to most. */
const SYSTEM: Actor = { kind: "system" };

export type RankingResultOf = (actor: Actor, slug: string) => Promise<Result<RankingResult>>;

/** The published ranking of an edition: refused until its chair has published it. */
export function createRankingResult(platform: Platform): RankingResultOf {
  const results = createResults(platform);
  return (actor, slug) => rankingResult(platform, results, actor, slug);
}

async function rankingResult(
  platform: Platform,
  results: ReturnType<typeof createResults>,
  actor: Actor,
  slug: string,
): Promise<Result<RankingResult>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const { rankingId, assemblyId, listHash = "" } = edition;
  if (!rankingId || !assemblyId) return refuse("not-counted");
  const counted = await results.report(SYSTEM, rankingId);
  const roll = await closedRoll(pool, edition.id);
  if (!counted.ok || counted.value.page.phase !== "published" || !roll)
    return refuse("not-counted");
  const { page, report, countedAt, ballotsHash } = counted.value;
  if (report.method === "resolution") return refuse("not-counted");
  const comparison = await results.comparison(SYSTEM, rankingId);
  const turnout = await results.breakdowns(SYSTEM, rankingId);
  return ok({
    head: await editionHead(platform, actor, edition),
    plan: await readPlan(pool, edition.id),
    listHash,
    proposals: (await listedProposals(pool, edition.id)).map(shown),
    chosen: report.winners,
    others: othersOf(report),
    page,
    report,
    countedAt,
    ballotsHash,
    comparison: comparison.ok ? comparison.value : [],
    turnout: turnout.ok ? turnout.value : [],
    eligible: roll,
    mayCheck: results.mayHaveBallots(actor, assemblyId),
  });
}

/** Those that were not chosen: most approvals first, equal ones together by their codes. */
export function othersOf(report: ElectionReport): RankingResult["others"] {
  const chosen = new Set(report.winners);
  if (report.method !== "equal-shares") {
    return report.order
      .map((group) => ({ options: group.filter((option) => !chosen.has(option)).toSorted() }))
      .filter(({ options }) => options.length > 0);
  }
  const by = new Map<number, string[]>();
  for (const { option, ballots } of report.detail.approvals) {
    if (!chosen.has(option)) by.set(ballots, [...(by.get(ballots) ?? []), option]);
  }
  return [...by]
    .sort(([a], [b]) => b - a)
    .map(([approvals, options]) => ({ approvals, options: options.toSorted() }));
}
