import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  burstTimes,
  leftToHear,
  moveRound as nextStage,
  type QuestionStage,
} from "#domain/live-session/rounds.ts";
import { journalAssembly } from "../../../platform/journal.ts";
import type { Platform } from "../../../platform/platform.ts";
import { writeIncident } from "../../decisions/incidents/incident-sql.ts";
import { changeSession } from "../change-session.ts";
import {
  heardFrom,
  latestRound,
  type RoundRow,
  saveRound,
  showPublished,
} from "./round-repository.ts";

type Step = {
  assemblyId: string;
  from: QuestionStage;
  next: QuestionStage;
  reason?: string | undefined;
};

/** The chair leads a round on: collected in silence, merged, one burst of support, shown. */
export async function moveRound(
  platform: Platform,
  actor: Actor,
  { assemblyId, from, next, reason = "" }: Step,
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    // People give their voice in session: before it nobody is sure to have heard of the burst.
    const inTime = assembly.phase === "live" || (assembly.phase === "convened" && next !== "burst");
    if (!inTime || assembly.mode !== "two-phase") return refuse("wrong-phase");
    const now = platform.clock.now();
    const round = await latestRound(client, assemblyId);
    const stage = nextStage(round, { from, to: next, now: now.getTime(), reason });
    if (!stage.ok) return stage;
    if (leftToHear(round, now.getTime()) > 0) {
      const logged = { assemblyId, what: reason, by: personId, at: now, notedAt: now };
      await writeIncident(client, { ...logged, kind: "procedure", act: "end-burst" });
    }
    const begun = await enter(client, assemblyId, { round, to: stage.value, now });
    if (!begun.ok) return begun;
    const action = `questions.${stage.value}`;
    await journalAssembly(client, { personId, assemblyId, action, now });
    return ok({ value: null });
  });
}

type Entry = { round: RoundRow; to: QuestionStage; now: Date };

/** What each stage brings with it. While questions are merged the box is closed. */
async function enter(
  client: PoolClient,
  assemblyId: string,
  { round, to, now }: Entry,
): Promise<Result<null>> {
  const { number } = round;
  switch (to) {
    case "collect":
      await setBox(client, assemblyId, true);
      await saveRound(
        client,
        assemblyId,
        { number: round.stage === "shown" ? number + 1 : number, stage: to },
        now,
      );
      return ok(null);
    case "merge":
      await setBox(client, assemblyId, false);
      await saveRound(client, assemblyId, { number, stage: to }, now);
      return ok(null);
    case "burst": {
      if ((await showPublished(client, assemblyId)) === 0) return refuse("nothing-to-draw");
      await setBox(client, assemblyId, false);
      const announcedAt = now.getTime();
      const burst = burstTimes(announcedAt, await heardFrom(client, assemblyId, announcedAt));
      await saveRound(client, assemblyId, { number, stage: to, burst }, now);
      return ok(null);
    }
    case "shown":
      await saveRound(client, assemblyId, { number, stage: to }, now);
      return ok(null);
  }
}

async function setBox(client: PoolClient, assemblyId: string, open: boolean): Promise<void> {
  await client.query("UPDATE assembly SET questions_open = $2 WHERE id = $1", [assemblyId, open]);
}
