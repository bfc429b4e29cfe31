import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { ClientBase } from "pg";
import type { QueueWhy } from "#domain/live-session/fair-slots.ts";
import type { MovableQuestion, QuestionChanges } from "#domain/live-session/question-moves.ts";
import type { QuestionState } from "#domain/live-session/question.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { QuestionMode } from "#domain/live-session/rounds.ts";
import { STATUTORY_OPEN_STATES } from "#domain/live-session/question.ts";

type Client = Pick<ClientBase, "query">;

export type AssemblyRow = {
  id: string;
  phase: AssemblyPhase;
  currentItemId: string | null;
  questionsOpen: boolean;
  rollTaken: boolean;
  mode: QuestionMode;
};

export type QuestionRow = MovableQuestion & {
  assemblyId: string;
  itemId: string | null;
  number: number | null;
  slotId: string | null;
};

/** The row of an assembly, held until the end of the transaction. */
export async function lockAssembly(
  client: Client,
  assemblyId: string,
  order: "alone" | "together",
): Promise<AssemblyRow | undefined> {
  const { rows } = await client.query<AssemblyRow>(
    `SELECT id, phase, current_item_id AS "currentItemId",
       questions_open AS "questionsOpen", roll_as_of IS NOT NULL AS "rollTaken",
       question_mode AS mode
     FROM assembly WHERE id = $1 FOR ${order === "alone" ? "NO KEY UPDATE" : "SHARE"}`,
    [assemblyId],
  );
  return rows[0];
}

export async function findQuestion(
  client: Client,
  questionId: string,
): Promise<QuestionRow | undefined> {
  const { rows } = await client.query<
    Omit<QuestionRow, "authorId"> & { author: string | null; proposer: string | null }
  >(
    `SELECT id, assembly_id AS "assemblyId", item_id AS "itemId", author_id AS author, kind,
       number, slot_id AS "slotId", state, answer, seen_at IS NOT NULL AS seen, refusal_proposed_by AS proposer
     FROM question WHERE id = $1`,
    [questionId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { author, proposer, ...question } = row;
  return {
    ...question,
    ...(author ? { authorId: author } : {}),
    ...(proposer ? { refusalProposedBy: proposer } : {}),
  };
}

/** What is saved besides the state: what the rule says, and what only the server knows. */
export type SavedChanges = QuestionChanges & {
  number?: number;
  queuePlace?: number | null;
  seenAt?: Date;
  closedAt?: Date;
  owedAt?: Date;
  silent?: boolean;
  queueWhy?: QueueWhy | null;
  slotId?: string | null;
  answerAddress?: string;
  answerLanguage?: Language;
  answerChanges?: string;
};

const COLUMN: Record<keyof SavedChanges, string> = {
  number: "number",
  queuePlace: "queue_place",
  mergedIntoId: "merged_into_id",
  refusalReason: "refusal_reason",
  refusalNote: "refusal_note",
  refusalProposedBy: "refusal_proposed_by",
  contested: "contested",
  answer: "answer",
  answerOwner: "answer_owner",
  answerDueOn: "answer_due_on",
  seenAt: "seen_at",
  closedAt: "closed_at",
  owedAt: "owed_at",
  silent: "silent",
  queueWhy: "queue_why",
  slotId: "slot_id",
  answerAddress: "answer_address",
  answerLanguage: "answer_language",
  answerChanges: "answer_changes",
  text: "text",
  nameHidden: "name_hidden",
};

/**
 * Saves what an act does to a question, if it still stands as the act found it. False when
 * somebody else was faster.
 */
export async function saveQuestion(
  client: Client,
  found: Pick<QuestionRow, "id" | "state" | "seen" | "refusalProposedBy">,
  to: QuestionState,
  changes: SavedChanges,
): Promise<boolean> {
  const entries = Object.entries(changes) as [keyof SavedChanges, unknown][];
  const assignments = entries.map(([key], index) => `, ${COLUMN[key]} = $${index + 6}`).join("");
  const { rowCount } = await client.query(
    `UPDATE question SET state = $2${assignments}
     WHERE id = $1 AND state = $3 AND (seen_at IS NOT NULL) = $4
       AND refusal_proposed_by IS NOT DISTINCT FROM $5`,
    [
      found.id,
      to,
      found.state,
      found.seen,
      found.refusalProposedBy ?? null,
      ...entries.map(([, value]) => value),
    ],
  );
  return rowCount === 1;
}

/** A line of the journal of moderation. */
export async function journalMove(
  client: Client,
  move: {
    questionId: string;
    actorId: string;
    from: QuestionState;
    to: QuestionState;
    reason: string;
    note: string;
    at: Date;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO question_move (id, question_id, actor_id, "from", "to", reason, note, at)
     VALUES (uuidv7(), $1, $2, $3, $4, $5, $6, $7)`,
    [move.questionId, move.actorId, move.from, move.to, move.reason, move.note, move.at],
  );
}

/** Gives the queue its places 1, 2, 3… again; a question without a place goes to the end. */
export async function renumberQueue(client: Client, assemblyId: string): Promise<void> {
  await client.query(
    `UPDATE question q SET queue_place = ordered.place
     FROM (
       SELECT id, row_number() OVER (ORDER BY queue_place NULLS LAST, number) AS place
       FROM question WHERE assembly_id = $1 AND state = 'queued'
     ) AS ordered
     WHERE q.id = ordered.id AND q.queue_place IS DISTINCT FROM ordered.place`,
    [assemblyId],
  );
}

/** The next number on screen. Only under the assembly's lock, or two questions would share it. */
export async function nextNumber(client: Client, assemblyId: string): Promise<number> {
  const { rows } = await client.query<{ next: number }>(
    "SELECT coalesce(max(number), 0) + 1 AS next FROM question WHERE assembly_id = $1",
    [assemblyId],
  );
  return rows[0]?.next ?? 1;
}

/** Statutory questions that have no outcome yet. */
export async function countOpenStatutory(client: Client, assemblyId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM question
     WHERE assembly_id = $1 AND kind = 'statutory' AND state = ANY($2)`,
    [assemblyId, STATUTORY_OPEN_STATES],
  );
  return rows[0]?.count ?? 0;
}
