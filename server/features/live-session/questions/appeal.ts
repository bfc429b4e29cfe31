import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  type AppealOutcome,
  isAppealable,
  judgeAppeal as mayJudge,
} from "#domain/live-session/appeal.ts";
import { moveQuestion } from "#domain/live-session/question-moves.ts";
import { waitsInSilence } from "#domain/live-session/rounds.ts";
import type { Platform } from "../../../platform/platform.ts";
import { authorOf, saveMove } from "../change-question.ts";
import { changeSession } from "../change-session.ts";
import { findQuestion, nextNumber } from "../repository.ts";
import { settleUnanswered } from "./settle-at-close.ts";
import { tellAsker } from "./tell-asker.ts";

/** An asker asks somebody who had no part in it to look again, once. */
export async function fileAppeal(
  platform: Platform,
  actor: Actor,
  { questionId, words }: { questionId: string; words: string },
): Promise<Result<null>> {
  const question = await findQuestion(platform.pool, questionId);
  if (!question) return refuse("not-found");
  const { assemblyId } = question;
  const change = { action: "question.write", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    if (question.authorId !== personId) return refuse("not-allowed");
    if (!isAppealable(question.state)) return refuse("changed-meanwhile");
    const { rowCount } = await client.query(
      `INSERT INTO question_appeal (question_id, words, against, filed_at)
       SELECT id, $3, $2::text, $4 FROM question WHERE id = $1 AND state = ($2::text)::"QuestionState"
       ON CONFLICT DO NOTHING`,
      [questionId, question.state, words, platform.clock.now()],
    );
    return rowCount === 1 ? ok({ value: null, persons: [personId] }) : refuse("changed-meanwhile");
  });
}

type Judgement = { questionId: string; outcome: AppealOutcome; note: string };

/**
 * Somebody impartial judges: upheld, the question is published as if nothing had been; rejected, it
 * stays where it is, with a reason. The asker is told either way.
 */
export async function judgeAppeal(
  platform: Platform,
  actor: Actor,
  { questionId, outcome, note }: Judgement,
): Promise<Result<null>> {
  const question = await findQuestion(platform.pool, questionId);
  if (!question) return refuse("not-found");
  const { assemblyId } = question;
  const change = { action: "question.judge-appeal", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, judge) => {
    const { authorId, kind, number } = question;
    const impartial = mayJudge(judge, { authorId, hands: await handsIn(client, questionId) });
    if (!impartial.ok) return impartial;
    const by = { actorId: judge.personId, now: platform.clock.now() };
    const { rowCount } = await client.query(
      `UPDATE question_appeal SET outcome = $2, note = $3, judge_id = $4, judged_at = $5
       WHERE question_id = $1 AND outcome IS NULL`,
      [questionId, outcome, note, by.actorId, by.now],
    );
    if (rowCount !== 1) return refuse("changed-meanwhile");
    if (outcome === "upheld") {
      const move = moveQuestion(question, { act: "reinstate", note }, by);
      if (!move.ok) return refuse("changed-meanwhile");
      const shown = {
        number: number ?? (await nextNumber(client, assemblyId)),
        silent: waitsInSilence(assembly.mode, kind),
      };
      if (!(await saveMove(client, question, move.value, shown, by))) {
        return refuse("changed-meanwhile");
      }
      // After the session nothing is asked aloud any more: it is owed like the others.
      if (assembly.phase === "closed") await settleUnanswered(client, assemblyId, by);
    }
    await tellAsker(platform, client, questionId, `appeal-${outcome}`);
    return ok({ value: null, persons: authorOf(question) });
  });
}

/** Everybody who moved this question, proposed to refuse it or typed it. */
async function handsIn(client: Pick<ClientBase, "query">, questionId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT actor_id AS id FROM question_move WHERE question_id = $1
     UNION SELECT refusal_proposed_by FROM question WHERE id = $1 AND refusal_proposed_by IS NOT NULL
     UNION SELECT entered_by FROM question WHERE id = $1 AND entered_by IS NOT NULL`,
    [questionId],
  );
  return rows.map(({ id }) => id);
}
