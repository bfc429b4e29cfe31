import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Translated } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { StageScene } from "#domain/live-session/stage/scene.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { type InLanguages, saidIn } from "./said-in.ts";
import { readStage } from "./stage-row.ts";

type Wanted = InLanguages & {
  assemblyId: string;
  seen: number;
  scene: StageScene;
  decisionId?: string | undefined;
};

/**
 * What the room's screen shows, and phones where they follow. Who did not see the last change is
 * told that there was one, unless it was the very same.
 */
export function showScene(
  platform: Platform,
  actor: Actor,
  { assemblyId, seen, scene, decisionId, ...texts }: Wanted,
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    const message = saidIn(texts);
    if (scene === "message" && !message) return refuse("bad-input");
    if (decisionId && !(await isShown(client, assemblyId, decisionId))) return refuse("not-found");
    const stage = await readStage(client, assemblyId);
    const same = stage.scene === scene && stage.decisionId === (decisionId ?? null);
    if (same && scene !== "message") return ok({ value: null });
    if (stage.revision !== seen) return refuse("stage-changed");
    await saveScene(client, assemblyId, { scene, decisionId, message });
    return ok({ value: null });
  });
}

/** Whether members' phones show what the chair told the screen to show. */
export function leadPhones(
  platform: Platform,
  actor: Actor,
  { assemblyId, on }: { assemblyId: string; on: boolean },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    await readStage(client, assemblyId);
    await client.query("UPDATE stage SET phones_follow = $2 WHERE assembly_id = $1", [
      assemblyId,
      on,
    ]);
    return ok({ value: null });
  });
}

/** A draft may be shown before it opens; an annulled vote has nothing to show. */
async function isShown(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  decisionId: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM decision WHERE id = $1 AND assembly_id = $2 AND annulled_at IS NULL",
    [decisionId, assemblyId],
  );
  return rowCount === 1;
}

async function saveScene(
  client: Pick<ClientBase, "query">,
  assemblyId: string,
  shown: {
    scene: StageScene;
    decisionId: string | undefined;
    message: Translated | undefined;
  },
): Promise<void> {
  await client.query(
    `UPDATE stage SET scene = $2, scene_decision_id = $3, message = coalesce($4, message),
       revision = revision + 1
     WHERE assembly_id = $1`,
    [assemblyId, shown.scene, shown.decisionId, shown.message],
  );
}
