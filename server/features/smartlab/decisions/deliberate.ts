import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { LabDecisionCommands as Commands } from "#wire/lab-decisions.ts";
import type { Platform } from "../../../platform/platform.ts";
import { settle } from "../../notifications/notify.ts";
import { workInLab } from "../work/frame.ts";
import { hold } from "./decide.ts";

/** Asks what a proposal means; what speaks against it comes later. */
export function askOfDecision(
  platform: Platform,
  actor: Actor,
  { decisionId, text }: Commands["lab.decision-question"],
): Promise<Result<null>> {
  const piece = { of: "decision", id: decisionId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const decision = await hold(client, decisionId, "FOR KEY SHARE");
    if (decision?.phase !== "clarifying" && decision?.phase !== "objecting") {
      return refuse("wrong-phase");
    }
    await client.query(
      `INSERT INTO lab_decision_question (decision_id, text, asked_by, asked_at)
       VALUES ($1, $2, $3, $4)`,
      [decisionId, text, personId, platform.clock.now()],
    );
    return ok({ value: null });
  });
}

/** Anybody of the group who knows may answer; the first answer stands. */
export function explainDecision(
  platform: Platform,
  actor: Actor,
  { questionId, text }: Commands["lab.decision-explain"],
): Promise<Result<null>> {
  const piece = { of: "question", id: questionId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const { rowCount } = await client.query(
      `UPDATE lab_decision_question SET answer = $2, answered_by = $3, answered_at = $4
       WHERE id = $1 AND answer IS NULL`,
      [questionId, text, personId, platform.clock.now()],
    );
    return rowCount ? ok({ value: null }) : refuse("changed-meanwhile");
  });
}

/** Consents, stands aside or objects, to the version that one read; an objection has its reason. */
export function takeStance(
  platform: Platform,
  actor: Actor,
  { decisionId, version, stance, reason }: Commands["lab.decision-stance"],
): Promise<Result<null>> {
  const piece = { of: "decision", id: decisionId } as const;
  return workInLab(platform, actor, piece, async (client, _, { personId }) => {
    const decision = await hold(client, decisionId, "FOR UPDATE");
    if (decision?.phase !== "objecting") return refuse("wrong-phase");
    if (decision.version !== version) return refuse("changed-meanwhile");
    await client.query(
      `INSERT INTO lab_decision_stance (decision_id, version, person_id, stance, reason, at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (decision_id, version, person_id)
       DO UPDATE SET stance = excluded.stance, reason = excluded.reason, at = excluded.at`,
      [decisionId, version, personId, stance, reason, platform.clock.now()],
    );
    await settle(platform, client, `lab-decision:${decisionId}:asked`, [personId]);
    return ok({ value: null });
  });
}
