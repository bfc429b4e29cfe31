import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { IncidentKind } from "#domain/live-session/stage/incident.ts";
import type { Platform } from "../../../platform/platform.ts";
import { disturbVote } from "./disturb-vote.ts";

type Extension = {
  decisionId: string;
  kind: IncidentKind;
  reason: string;
  minutes: number;
  /** The promise that the chair saw (ms since epoch), 0 for none. */
  seen: number;
};

/**
 * Lengthens an open vote: it is promised to stay open so much longer, counted from its end where it
 * has one, from an earlier promise, or from now.
 */
export function extendVote(
  platform: Platform,
  actor: Actor,
  { decisionId, kind, reason, minutes, seen }: Extension,
): Promise<Result<null>> {
  const step = { decisionId, act: "extend" } as const;
  return disturbVote(platform, actor, step, async ({ client, vote, endured, now }) => {
    if (vote.phase !== "open") return refuse("wrong-phase");
    const { closesAt, holdUntil } = endured;
    // Two chairs who lengthen at once would lengthen twice.
    if ((holdUntil?.getTime() ?? 0) !== seen) return refuse("stage-changed");
    const from = Math.max(now.getTime(), closesAt?.getTime() ?? 0, holdUntil?.getTime() ?? 0);
    const until = new Date(from + minutes * 60_000);
    await client.query(
      `UPDATE decision SET hold_until = $2,
         closes_at = CASE WHEN closes_at IS NOT NULL THEN $2::timestamptz END
       WHERE id = $1`,
      [decisionId, until],
    );
    return ok({ done: false, value: null, kind, what: reason, until });
  });
}
