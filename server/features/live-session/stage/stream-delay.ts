import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { MOST_DELAY } from "#domain/live-session/stage/remote-ears.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { readStage } from "./stage-row.ts";

type Client = Pick<ClientBase, "query">;

/** Sets by hand how far a site's stream runs behind the room (seconds). */
export function setStreamDelay(
  platform: Platform,
  actor: Actor,
  { assemblyId, siteId, seconds }: { assemblyId: string; siteId: string; seconds: number },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) =>
    (await saveDelay(client, assemblyId, siteId, seconds))
      ? ok({ value: null })
      : refuse("not-found"),
  );
}

/** The chair says the agreed word now; those who hear a stream press when it reaches them. */
export function markStream(
  platform: Platform,
  actor: Actor,
  { assemblyId }: { assemblyId: string },
): Promise<Result<null>> {
  const change = { action: "session.chair", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase === "closed") return refuse("wrong-phase");
    await readStage(client, assemblyId);
    await client.query("UPDATE stage SET delay_marked_at = $2 WHERE assembly_id = $1", [
      assemblyId,
      platform.clock.now(),
    ]);
    return ok({ value: null });
  });
}

type Heard = { assemblyId: string; siteId: string; markedAt: number };

/**
 * The word of the chair has just been heard on a site's stream: the time since is its delay, on the
 * server's clock. It is rounded up, since it is used to wait.
 */
export function hearStream(
  platform: Platform,
  actor: Actor,
  { assemblyId, siteId, markedAt }: Heard,
): Promise<Result<{ seconds: number }>> {
  const change = { action: "session.read-aloud", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client) => {
    const { delayMarkedAt } = await readStage(client, assemblyId);
    if (delayMarkedAt?.getTime() !== markedAt) return refuse("stage-changed");
    const seconds = Math.ceil((platform.clock.now().getTime() - markedAt) / 1_000);
    if (seconds > MOST_DELAY) return refuse("stage-changed");
    const saved = await saveDelay(client, assemblyId, siteId, seconds);
    return saved ? ok({ value: { seconds } }) : refuse("not-found");
  });
}

export async function isSiteOf(
  client: Client,
  assemblyId: string,
  siteId: string,
): Promise<boolean> {
  const { rowCount } = await client.query("SELECT FROM site WHERE id = $1 AND assembly_id = $2", [
    siteId,
    assemblyId,
  ]);
  return rowCount === 1;
}

async function saveDelay(
  client: Client,
  assemblyId: string,
  siteId: string,
  seconds: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE site SET stream = stream || jsonb_build_object('delay', $3::int)
     WHERE id = $1 AND assembly_id = $2`,
    [siteId, assemblyId, seconds],
  );
  return rowCount === 1;
}
