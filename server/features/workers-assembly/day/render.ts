import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { onDebate } from "./access.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

/** The text as it stands, in another language; it waits for the eyes of a second person. */
export function renderText(
  platform: Platform,
  actor: Actor,
  { debateId, language, version, sentence, paragraph }: Input<"debate.render">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (language === debate.language) return refuse("bad-input");
    if (version !== debate.version) return refuse("changed-meanwhile");
    await client.query(
      `INSERT INTO debate_text (debate_id, language, of_version, sentence, paragraph, written_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (debate_id, language) DO UPDATE SET of_version = excluded.of_version,
         sentence = excluded.sentence, paragraph = excluded.paragraph,
         written_by = excluded.written_by, reviewed = false`,
      [debateId, language, version, sentence, paragraph, by.personId],
    );
    return ok(null);
  });
}

/** A second person has read it beside the original. */
export function reviewText(
  platform: Platform,
  actor: Actor,
  { debateId, language, version }: Input<"debate.review">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (version !== debate.version) return refuse("changed-meanwhile");
    const { rows } = await client.query<{ own: boolean }>(
      `SELECT written_by IS NOT DISTINCT FROM $4 AS own FROM debate_text
       WHERE debate_id = $1 AND language = $2 AND of_version = $3`,
      [debateId, language, version, by.personId],
    );
    if (!rows[0]) return refuse("changed-meanwhile");
    if (rows[0].own) return refuse("debate-own-review");
    await client.query(
      "UPDATE debate_text SET reviewed = true WHERE debate_id = $1 AND language = $2",
      [debateId, language],
    );
    return ok(null);
  });
}
