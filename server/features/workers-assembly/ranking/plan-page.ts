import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { proposalCode } from "#domain/workers-assembly/stage.ts";
import type { EditionHead } from "#wire/workers-assembly.ts";
import type { RankingPlanPage, RankingVote } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { editionHead, findEdition } from "../edition.ts";
import { closedRoll } from "../organise/close-roll.ts";
import { unreviewed } from "../proposals/frozen.ts";
import { keepersLacking } from "./keepers.ts";
import { readPlan } from "./read-plan.ts";
import { rankingVote } from "./reader.ts";

/** Where the ranking is prepared: for who coordinates the edition, and for who presides over its votes. */
export async function rankingPlanPage(
  platform: Platform,
  actor: Actor,
  slug: string,
): Promise<Result<RankingPlanPage>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  if (!edition) return refuse("not-found");
  const head = await editionHead(platform, actor, edition);
  const presides =
    !!edition.assemblyId && can(actor, "decision.publish", assemblySubject(edition.assemblyId));
  if (!head.coordinates && !presides) {
    return refuse(actor.kind === "person" ? "not-allowed" : "not-signed-in");
  }
  const vote = await rankingVote(pool, edition);
  const waiting = edition.stage === "frozen" ? await unreviewed(pool, edition.id) : [];
  const rollClosed = (await closedRoll(pool, edition.id)) !== undefined;
  const plan = await readPlan(pool, edition.id);
  const today = dayInBrussels(platform.clock.now());
  const keepers = await keepersLacking(pool, edition, { plan, vote, today });
  return ok({
    head,
    plan,
    ...(vote ? { vote } : {}),
    ...(keepers ? { keepers } : {}),
    unreviewed: waiting.map(({ number, language, written }) => ({
      code: proposalCode(number),
      language,
      written,
    })),
    rollClosed,
    may: {
      ...mayCoordinate(head, vote, rollClosed && waiting.length === 0),
      ...mayPreside(presides, vote),
    },
  });
}

/** What its chair may do now. */
function mayPreside(
  presides: boolean,
  vote: RankingVote | undefined,
): Pick<RankingPlanPage["may"], "extend" | "publish"> {
  return {
    extend: presides && vote?.phase === "open",
    publish: presides && vote?.phase === "counted",
  };
}

/** What who coordinates may do now; `ready`: nothing keeps the vote from being announced. */
function mayCoordinate(
  { coordinates, stage }: EditionHead,
  vote: RankingVote | undefined,
  ready: boolean,
): Omit<RankingPlanPage["may"], "extend" | "publish"> {
  return {
    plan: coordinates && (!vote || vote.phase === "draft"),
    method: coordinates && stage === "gathering",
    drawUp: coordinates && stage === "frozen" && ready,
  };
}
