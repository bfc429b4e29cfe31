import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import { type ExtendedRanking, type PlannedRanking, rankingSearch } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { editionHead, findEdition } from "../edition.ts";
import { tellRolls } from "../telling/tell-rolls.ts";
import { drawUpRanking } from "./draw-up.ts";
import { extendRanking } from "./extend-ranking.ts";
import { rankingPage } from "./page.ts";
import { rankingPlanPage } from "./plan-page.ts";
import { planRanking } from "./plan-ranking.ts";
import { createRankingResult } from "./result.ts";

/** Choosing what a workers' assembly debates: the list, the vote, its result. */
export function createRanking(platform: Platform) {
  return {
    /** By the slug of the edition; `asked` is what the address asks for. */
    page: (actor: Actor, slug: string, asked: Record<string, string>) =>
      rankingPage(platform, actor, slug, rankingSearch.parse(asked)),
    planPage: (actor: Actor, slug: string) => rankingPlanPage(platform, actor, slug),
    result: createRankingResult(platform),
    head: (actor: Actor, slug: string) => headOf(platform, actor, slug),
    /** The same acts as the commands, for forms. */
    run: {
      plan: (actor: Actor, input: PlannedRanking) => planRanking(platform, actor, input),
      drawUp: (actor: Actor, input: { slug: string }) => drawUpRanking(platform, actor, input),
      extend: (actor: Actor, input: ExtendedRanking) => extendRanking(platform, actor, input),
    },
    /** Job process: the roll is told of the frozen list and of the vote, once each. */
    tell: () => tellRolls(platform),
  };
}

async function headOf(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<EditionHead>> {
  const edition = await findEdition(platform.pool, slug);
  return edition ? ok(await editionHead(platform, actor, edition)) : refuse("not-found");
}
