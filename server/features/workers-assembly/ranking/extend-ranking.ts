import type { Actor } from "#domain/kernel/actor.ts";
import { dayInBrussels } from "#domain/kernel/day.ts";
import { instantOf } from "#domain/kernel/local-time.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { ExtendedRanking } from "#wire/workers-ranking.ts";
import type { Platform } from "../../../platform/platform.ts";
import { extendVote } from "../../decisions/incidents/extend-vote.ts";
import { type Client, findEdition } from "../edition.ts";
import { rankingVote } from "./reader.ts";

/**
 * Keeps the vote open until a later hour, before the assembly meets: whoever presides over it does, with
 * a reason that goes into the log of incidents and is published (rules 1.8). Nobody closes it earlier
 * than was announced. The roll is told by schedule.
 */
export async function extendRanking(
  platform: Platform,
  actor: Actor,
  { slug, closesAt, reason, seen }: ExtendedRanking,
): Promise<Result<null>> {
  const { pool } = platform;
  const edition = await findEdition(pool, slug);
  const vote = edition && (await rankingVote(pool, edition));
  if (!edition || !vote) return refuse("not-found");
  const until = instantOf(closesAt);
  if (!until) return refuse("bad-input");
  const { decisionId, phase, closesAt: closes = 0 } = vote;
  if (phase !== "open") return refuse("wrong-phase");
  if (closes !== seen) return refuse("stage-changed");
  const meets = edition.meetsOn;
  if (until.getTime() <= closes || (meets !== undefined && dayInBrussels(until) >= meets)) {
    return refuse("ranking-later-only");
  }
  return extendVote(platform, actor, {
    ...{ decisionId, kind: "other", reason },
    minutes: (until.getTime() - closes) / 60_000,
    seen: await promised(pool, decisionId),
  });
}

/** The promise of an earlier extension, by which a second chair who extends at once is found out. */
async function promised(client: Client, decisionId: string): Promise<number> {
  const { rows } = await client.query<{ until: Date | null }>(
    "SELECT hold_until AS until FROM decision WHERE id = $1",
    [decisionId],
  );
  return rows[0]?.until?.getTime() ?? 0;
}
