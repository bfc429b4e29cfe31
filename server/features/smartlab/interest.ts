import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { SmartlabCommands } from "#wire/smartlab.ts";
import type { Platform } from "../../platform/platform.ts";
import { type LabAct, lockLab, moveLab, noteMove, onLab } from "./repository.ts";
import { supportTeam, tellOfLab } from "./tell.ts";

/**
 * After anything that changes how many are interested, or how many it takes: the support team looks
 * for somebody to go along once they are enough, and the lab gathers again where they no longer are.
 */
export async function weighInterest(
  platform: Platform,
  { client, lab: { id } }: Pick<LabAct, "client" | "lab">,
): Promise<void> {
  const lab = await lockLab(client, id);
  if (!lab) return;
  const now = platform.clock.now();
  const enough = lab.interested >= lab.threshold;
  if (lab.state === "ready" && !enough) {
    await moveLab(client, lab, { event: "interest-fell", now });
  }
  if (lab.state !== "interest" || !enough) return;
  await moveLab(client, lab, { event: "enough-interest", now });
  const told = {
    kind: "lab-ready",
    urgency: "soon",
    about: String(lab.revision),
    details: { interested: lab.interested },
  } as const;
  await tellOfLab(platform, client, lab, told, await supportTeam(client, now));
}

/** How many must be interested before this lab can open, with the reason: its page says both. */
export function setThreshold(
  platform: Platform,
  actor: Actor,
  { labId, threshold, reason }: SmartlabCommands["smartlab.set-threshold"],
): Promise<Result<null>> {
  return onLab(platform, actor, { labId, asks: "support" }, async (act) => {
    const { lab, client } = act;
    if (lab.state !== "interest" && lab.state !== "ready") return refuse("wrong-phase");
    if (lab.threshold === threshold) return ok(null);
    await client.query("UPDATE lab SET threshold = $2, revision = revision + 1 WHERE id = $1", [
      labId,
      threshold,
    ]);
    await noteMove(client, {
      labId,
      event: "threshold",
      to: lab.state,
      actorId: act.actor.personId,
      reason: `${threshold} (${reason})`,
      now: platform.clock.now(),
    });
    await weighInterest(platform, act);
    return ok(null);
  });
}
