import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { publishDecision } from "../../decisions/publish-decision.ts";
import { findEdition } from "../edition.ts";

/** Publishes the count: the act of every vote, by its chair, from the page of this one. */
export async function publishRanking(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<null>> {
  const edition = await findEdition(platform.pool, slug);
  if (!edition?.rankingId) return refuse("not-found");
  return publishDecision(platform, actor, { decisionId: edition.rankingId });
}
