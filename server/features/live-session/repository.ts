import type { ClientBase } from "pg";
import type { QuestionKind, QuestionState } from "#domain/live-session/question.ts";

type Client = Pick<ClientBase, "query">;

export type AssemblyRow = {
  id: string;
  phase: "prepared" | "convened" | "live" | "closed";
  /** ISO date. */
  day: string;
  currentItemId: string | null;
  questionsOpen: boolean;
  rollTaken: boolean;
};

export type QuestionRow = {
  id: string;
  assemblyId: string;
  itemId: string | null;
  authorId: string;
  number: number | null;
  kind: QuestionKind;
  state: QuestionState;
  queuePlace: number | null;
  seenAt: Date | null;
  contested: boolean;
};

/** The row of an assembly, held until the end of the transaction. */
export async function lockAssembly(
  client: Client,
  assemblyId: string,
  order: "alone" | "together",
): Promise<AssemblyRow | undefined> {
  const { rows } = await client.query<AssemblyRow>(
    `SELECT id, phase, day::text, current_item_id AS "currentItemId",
       questions_open AS "questionsOpen", roll_as_of IS NOT NULL AS "rollTaken"
     FROM assembly WHERE id = $1 FOR ${order === "alone" ? "NO KEY UPDATE" : "SHARE"}`,
    [assemblyId],
  );
  return rows[0];
}

export async function findQuestion(
  client: Client,
  questionId: string,
): Promise<QuestionRow | undefined> {
  const { rows } = await client.query<QuestionRow>(
    `SELECT id, assembly_id AS "assemblyId", item_id AS "itemId", author_id AS "authorId", number,
       kind, state, queue_place AS "queuePlace", seen_at AS "seenAt", contested
     FROM question WHERE id = $1`,
    [questionId],
  );
  return rows[0];
}
