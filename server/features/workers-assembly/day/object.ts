import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { WAITING_MOST } from "#domain/workers-assembly/debate.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { nextNumber, onDebate } from "./access.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

/** Objects to the text as it stands, on one of the two grounds that count. */
export function raiseObjection(
  platform: Platform,
  actor: Actor,
  { debateId, ground, because }: Input<"debate.object">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (debate.step !== "objections") return refuse("debate-other-step");
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM debate_objection WHERE debate_id = $1
       AND person_id = $2 AND state IN ('open', 'change-offered', 'note-offered')`,
      [debateId, by.personId],
    );
    if (rows[0]!.waiting >= WAITING_MOST) return refuse("debate-said-enough");
    await client.query(
      `INSERT INTO debate_objection
         (debate_id, number, of_version, ground, language, because, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        debateId,
        await nextNumber(client, "debate_objection", debateId),
        debate.version,
        ground,
        by.language,
        because,
        by.personId,
      ],
    );
    return ok(null);
  });
}

export function withdrawObjection(
  platform: Platform,
  actor: Actor,
  { debateId, number }: Input<"debate.withdraw-objection">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async ({ client, actor: by }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_objection SET state = 'withdrawn' WHERE debate_id = $1 AND number = $2
       AND person_id = $3 AND state <> 'solved' AND state <> 'withdrawn'`,
      [debateId, number, by.personId],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}

/** Asks who objected whether the text as it stands now solves it. */
export function offerChange(
  platform: Platform,
  actor: Actor,
  { debateId, number }: Input<"debate.offer-change">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async ({ client, debate }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_objection SET state = 'change-offered', in_version = $3
       WHERE debate_id = $1 AND number = $2 AND of_version < $3
         AND state IN ('open', 'note-offered')`,
      [debateId, number, debate.version],
    );
    return rowCount === 1 ? ok(null) : refuse("debate-no-change-yet");
  });
}

/** Asks who objected whether a note of dissent may be published in these words. */
export function offerNote(
  platform: Platform,
  actor: Actor,
  { debateId, number, note }: Input<"debate.offer-note">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async ({ client }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_objection SET state = 'note-offered', note = $3
       WHERE debate_id = $1 AND number = $2 AND state IN ('open', 'change-offered', 'note-offered')`,
      [debateId, number, note],
    );
    return rowCount === 1 ? ok(null) : refuse("changed-meanwhile");
  });
}

/** Only who objected says that it is solved, or that it may be quoted; otherwise it stays open. */
export function answerOffer(
  platform: Platform,
  actor: Actor,
  { debateId, number, agree }: Input<"debate.agree">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async ({ client, actor: by }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_objection SET
         state = CASE WHEN NOT $4 THEN 'open' WHEN state = 'change-offered' THEN 'solved'
           ELSE 'dissent' END,
         note = CASE WHEN $4 THEN note ELSE '' END
       WHERE debate_id = $1 AND number = $2 AND person_id = $3
         AND state IN ('change-offered', 'note-offered')`,
      [debateId, number, by.personId, agree],
    );
    return rowCount === 1 ? ok(null) : refuse("changed-meanwhile");
  });
}
