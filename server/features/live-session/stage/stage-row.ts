import type { ClientBase } from "pg";
import type { StageScene } from "#domain/live-session/stage/scene.ts";

type Client = Pick<ClientBase, "query">;

/** What the screens of a session were told, as an act needs it. */
export type StageRow = {
  scene: StageScene;
  decisionId: string | null;
  phonesFollow: boolean;
  revision: number;
  suspendedAt: Date | null;
  delayMarkedAt: Date | null;
};

/** The stage of a session, made when it is first touched. The assembly is locked by the caller. */
export async function readStage(client: Client, assemblyId: string): Promise<StageRow> {
  await client.query(
    "INSERT INTO stage (assembly_id) VALUES ($1) ON CONFLICT (assembly_id) DO NOTHING",
    [assemblyId],
  );
  const { rows } = await client.query<StageRow>(
    `SELECT scene, scene_decision_id AS "decisionId", phones_follow AS "phonesFollow", revision,
       suspended_at AS "suspendedAt", delay_marked_at AS "delayMarkedAt"
     FROM stage WHERE assembly_id = $1`,
    [assemblyId],
  );
  if (!rows[0]) throw new Error("a stage that was just made is gone");
  return rows[0];
}
