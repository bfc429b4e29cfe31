import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { isSameText } from "#domain/workers-assembly/amendments.ts";
import { type DebatedText, mayAmend, WAITING_MOST } from "#domain/workers-assembly/debate.ts";
import type { WorkersDayCommands } from "#wire/workers-day.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type Changing, nextNumber, onDebate } from "./access.ts";
import { textOf, writeVersion } from "./versions.ts";

type Input<K extends keyof WorkersDayCommands> = WorkersDayCommands[K];

/** Proposes a whole text in the place of the one that was read, with why. */
export function proposeAmendment(
  platform: Platform,
  actor: Actor,
  { debateId, version, why, ...text }: Input<"debate.amend">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async (changing) => {
    const { client, debate, actor: by } = changing;
    if (!mayAmend(debate.step)) return refuse("debate-other-step");
    const base = await textOf(client, debateId, version);
    if (!base) return refuse("bad-input");
    if (isSameText(base, text)) return refuse("debate-same-text");
    if ((await waitingOf(changing)) >= WAITING_MOST) return refuse("debate-said-enough");
    const { sentence, paragraph } = text;
    const number = await nextNumber(client, "debate_amendment", debateId);
    await client.query(
      `INSERT INTO debate_amendment
         (debate_id, number, of_version, sentence, paragraph, why, person_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [debateId, number, version, sentence, paragraph, why, by.personId],
    );
    return ok(null);
  });
}

async function waitingOf({ client, debate, actor }: Changing): Promise<number> {
  const { rows } = await client.query<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM debate_amendment
     WHERE debate_id = $1 AND person_id = $2 AND state = 'open'`,
    [debate.id, actor.personId],
  );
  return rows[0]!.waiting;
}

export function withdrawAmendment(
  platform: Platform,
  actor: Actor,
  { debateId, number }: Input<"debate.withdraw-amendment">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "speaker" }, async ({ client, actor: by }) => {
    const { rowCount } = await client.query(
      `UPDATE debate_amendment SET state = 'withdrawn'
       WHERE debate_id = $1 AND number = $2 AND person_id = $3 AND state = 'open'`,
      [debateId, number, by.personId],
    );
    return rowCount === 1 ? ok(null) : refuse("not-found");
  });
}

/**
 * The room has heard an amendment: it is taken up as it is, taken up changed, or declined, with why.
 * What is taken up makes the next version of the text; `version` is the one it was judged against.
 */
export function settleAmendment(
  platform: Platform,
  actor: Actor,
  { debateId, number, outcome, version, reason, ...text }: Input<"debate.settle-amendment">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    const { client, debate } = changing;
    if (!mayAmend(debate.step)) return refuse("debate-other-step");
    const { rowCount } = await client.query(
      `UPDATE debate_amendment SET state = $3, answer = $4
       WHERE debate_id = $1 AND number = $2 AND state = 'open'`,
      [debateId, number, outcome, reason],
    );
    if (rowCount !== 1) return refuse("changed-meanwhile");
    if (outcome === "declined") return ok(null);
    const made = await nextText(changing, { version, text, reason });
    if (!made.ok) return made;
    await client.query(
      "UPDATE debate_amendment SET in_version = $3 WHERE debate_id = $1 AND number = $2",
      [debateId, number, made.value],
    );
    return ok(null);
  });
}

/** What the room agreed on without an amendment in writing. */
export function rewriteText(
  platform: Platform,
  actor: Actor,
  { debateId, version, reason, ...text }: Input<"debate.rewrite">,
): Promise<Result<null>> {
  return onDebate(platform, actor, { debateId, as: "facilitator" }, async (changing) => {
    if (!mayAmend(changing.debate.step)) return refuse("debate-other-step");
    return nextText(changing, { version, text, reason });
  });
}

async function nextText(
  { client, debate }: Changing,
  { version, text, reason }: { version: number; text: DebatedText; reason: string },
): Promise<Result<number>> {
  // Somebody else made a version meanwhile: this one was judged against another text.
  if (version !== debate.version) return refuse("changed-meanwhile");
  const last = await textOf(client, debate.id, version);
  if (!last || isSameText(last, text)) return refuse("debate-same-text");
  return ok(await writeVersion(client, debate, { ...text, reason }));
}
