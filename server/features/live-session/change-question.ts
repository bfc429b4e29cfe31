import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Action } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Move, QuestionAct } from "#domain/live-session/question-moves.ts";
import { moveQuestion } from "#domain/live-session/question-moves.ts";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import type { AssemblyRow, QuestionRow, SavedChanges } from "./repository.ts";
import { findQuestion, journalMove, renumberQueue, saveQuestion } from "./repository.ts";

/** What an act writes or whom it concerns besides the question and its author. */
export type Besides = { changes?: SavedChanges; persons?: string[] };

export type QuestionChange = {
  action: Action;
  questionId: string;
  act: QuestionAct;
  /** Runs under the assembly's lock, once the rules have agreed and before the question is saved. */
  prepare?: (
    client: PoolClient,
    question: QuestionRow,
    context: { assembly: AssemblyRow; actorId: string; now: Date },
  ) => Promise<Result<Besides>>;
};

const ENDS: readonly QuestionState[] = [
  "refused",
  "merged",
  "answered_oral",
  "answered_written",
  "withdrawn",
];

/**
 * The frame of every act on one question: right, rule, guarded write, journal, news. Two people
 * who act at once on the same question are not both right: the second is told that it changed.
 */
export async function changeQuestion(
  platform: Platform,
  actor: Actor,
  { action, questionId, act, prepare }: QuestionChange,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const question = await findQuestion(platform.pool, questionId);
  if (!question) return refuse("not-found");
  const change = { action, assemblyId: question.assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    const move = moveQuestion(question, act, { actorId: personId });
    // A page only offers what a question allows: an act without place comes from an older state.
    if (!move.ok) return move.refusal.code === "wrong-phase" ? refuse("changed-meanwhile") : move;
    const by = { actorId: personId, now: platform.clock.now() };
    const besides = await prepare?.(client, question, { assembly, ...by });
    if (besides && !besides.ok) return besides;
    const { changes = {}, persons = [] } = besides?.value ?? {};
    if (!(await saveMove(client, question, move.value, changes, by))) {
      return refuse("changed-meanwhile");
    }
    return ok({ value: null, persons: [...authorOf(question), ...persons] });
  });
}

/** Whoever asked, as those who are told; nobody where the name is not stored. */
export function authorOf({ authorId }: Pick<QuestionRow, "authorId">): string[] {
  return authorId ? [authorId] : [];
}

/** Writes a move, its line in the journal and the places of the queue. False if it came too late. */
export async function saveMove(
  client: PoolClient,
  question: QuestionRow,
  move: Move,
  more: SavedChanges,
  by: { actorId: string; now: Date },
): Promise<boolean> {
  const { from, to, reason, note } = move;
  const changes = { ...circumstances(question, move, by), ...move.changes, ...more };
  const saved = await saveQuestion(client, question, to, changes);
  if (!saved) return false;
  if (from !== to || reason || note) {
    const { actorId, now: at } = by;
    await journalMove(client, {
      questionId: question.id,
      actorId,
      from,
      to,
      reason,
      note,
      at,
    });
  }
  if (from === "queued" || to === "queued") await renumberQueue(client, question.assemblyId);
  return true;
}

/**
 * What follows from the move itself: that somebody read it, that it ended, that it left the queue,
 * that an answer is owed from now on. What goes to the floor is no longer silent.
 */
function circumstances(
  question: QuestionRow,
  { from, to }: Move,
  by: { actorId: string; now: Date },
): SavedChanges {
  return {
    ...(!question.seen && by.actorId !== question.authorId ? { seenAt: by.now } : {}),
    ...(from !== to && ENDS.includes(to) ? { closedAt: by.now } : {}),
    ...(from === "queued" && to !== "queued" ? { queuePlace: null } : {}),
    ...(from !== to && to === "owed_written" ? { owedAt: by.now } : {}),
    ...(from === "published" && to !== "published" && to !== "merged" ? { silent: false } : {}),
  };
}
