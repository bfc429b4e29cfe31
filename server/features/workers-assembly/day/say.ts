import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { maySay, WORDS_MOST } from "#domain/workers-assembly/debate.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { noteOn } from "../edition.ts";
import { nextNumber, onDebate } from "./access.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

/** Asks what a text means, or says what one makes of it. */
export function sayWord(
  platform: Platform,
  actor: Actor,
  { debateId, kind, text }: Input<"debate.say">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (!maySay(debate.step, kind)) return refuse("debate-other-step");
    const { rows } = await client.query<{ said: number }>(
      "SELECT count(*)::int AS said FROM debate_word WHERE debate_id = $1 AND person_id = $2",
      [debateId, by.personId],
    );
    if (rows[0]!.said >= WORDS_MOST) return refuse("debate-said-enough");
    await client.query(
      `INSERT INTO debate_word (debate_id, number, kind, language, text, person_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        debateId,
        await nextNumber(client, "debate_word", debateId),
        kind,
        by.language,
        text,
        by.personId,
      ],
    );
    return ok(null);
  });
}

/** Keeps what was answered to a question, for those who were not there. */
export function answerWord(
  platform: Platform,
  actor: Actor,
  { debateId, number, answer }: Input<"debate.answer-word">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async ({ client }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_word SET answer = $3
       WHERE debate_id = $1 AND number = $2 AND kind = 'question' AND NOT hidden`,
      [debateId, number, answer],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}

/** Takes words down that name or hurt somebody; the reason stays in the journal, the words do not. */
export function hideWord(
  platform: Platform,
  actor: Actor,
  { debateId, number, reason }: Input<"debate.hide-word">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate, actor: by, now } = changing;
    const { rowCount } = await client.query(
      "UPDATE debate_word SET hidden = true WHERE debate_id = $1 AND number = $2 AND NOT hidden",
      [debateId, number],
    );
    if (rowCount !== 1) return refuse("not-found");
    await noteOn(client, {
      actorId: by.personId,
      action: "debate.hide-word",
      editionId: debate.editionId,
      reason,
      at: now,
    });
    return ok(null);
  });
}
