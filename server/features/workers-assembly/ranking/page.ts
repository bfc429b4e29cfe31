import { optionOrder } from "#domain/decisions/option-order.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { RankedProposal, RankingPage, RankingSearch } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { editionHead, findEdition } from "../edition.ts";
import { closedRoll } from "../organise/close-roll.ts";
import { type ListedProposal, listedProposals } from "./proposals.ts";
import { readPlan } from "./read-plan.ts";
import { rankingReader, rankingVote } from "./reader.ts";

/**
 * The list in the order that this reader's ballot has, with what can be known before the result. No
 * number on it depends on what anybody votes.
 */
export async function rankingPage(
  platform: Platform,
  actor: Actor,
  slug: string,
  asked: RankingSearch,
): Promise<Result<RankingPage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const listed = await listedProposals(pool, edition.id);
  const vote = await rankingVote(pool, edition);
  const roll = await closedRoll(pool, edition.id);
  const ordered = inOwnOrder(vote?.decisionId ?? edition.id, actor, listed);
  return ok({
    head: await editionHead(platform, actor, edition),
    plan: await readPlan(pool, edition.id),
    ...(edition.listHash ? { listHash: edition.listHash } : {}),
    proposals: ordered.filter((one) => isAsked(one, asked)).map(shown),
    total: listed.length,
    asked,
    cities: citiesOf(listed),
    ...(vote ? { vote } : {}),
    reader: await rankingReader(pool, actor, edition),
    ...(roll ? { roll } : {}),
  });
}

function inOwnOrder(voteId: string, actor: Actor, listed: ListedProposal[]): ListedProposal[] {
  const reader = actor.kind === "person" ? actor.personId : undefined;
  const of = new Map(listed.map((one) => [one.option, one]));
  const order = optionOrder({ id: voteId, method: "approval" }, reader, [...of.keys()]);
  return order.map((option) => of.get(option)!);
}

function isAsked({ theme, cityId }: ListedProposal, asked: RankingSearch): boolean {
  return (!asked.theme || asked.theme === theme) && (!asked.city || asked.city === cityId);
}

/** What goes to the page. */
export function shown(proposal: ListedProposal): RankedProposal {
  const { option, kind, theme, city, sentence, paragraph } = proposal;
  return { option, kind, theme, city, sentence, paragraph };
}

function citiesOf(listed: readonly ListedProposal[]): RankingPage["cities"] {
  const names = new Map(listed.filter(({ cityId }) => cityId).map((one) => [one.cityId, one.city]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
}
