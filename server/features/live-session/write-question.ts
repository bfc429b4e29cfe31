import type { PoolClient } from "pg";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { Language } from "#domain/kernel/languages.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QuestionKind } from "#domain/live-session/question.ts";
import { kindFor, WAITING_MAX } from "#domain/live-session/question.ts";
import { answerCommand } from "../../platform/command-context.ts";
import type { Platform } from "../../platform/platform.ts";
import { changeSession } from "./change-session.ts";
import {
  boxObjection,
  insertQuestion,
  placeOfQuestion,
  siteOfPresence,
  writtenTooLate,
} from "./question-box.ts";
import { writeUnstored } from "./questions/write-unstored.ts";
import type { AssemblyRow } from "./repository.ts";

export type WriteInput = {
  assemblyId: string;
  itemId?: string | undefined;
  kind: QuestionKind;
  language: Language;
  text: string;
  nameHidden: boolean;
  /** Nobody is noted as having asked it: open questions alone. */
  unstored?: boolean | undefined;
  siteId?: string | undefined;
};

/**
 * Receives a question; it is about the current item unless said otherwise, and comes from the room in
 * which its asker is. The command's id becomes the question's: sent twice, it is written once.
 */
export async function writeQuestion(
  platform: Platform,
  actor: Actor,
  input: WriteInput,
  commandId: string,
): Promise<Result<{ questionId: string }>> {
  if (input.unstored && actor.kind === "person") {
    return writeUnstored(platform, actor, input, commandId);
  }
  const { assemblyId } = input;
  answerCommand({ questionId: commandId });
  const change = { action: "question.write", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly, author) => {
    const objection = boxObjection(assembly);
    if (objection) return refuse(objection);
    const earlier = await earlierAuthor(client, commandId, author.personId);
    if (earlier) {
      return earlier === author.personId
        ? ok({ value: { questionId: commandId } })
        : refuse("bad-input");
    }
    const siteId = input.siteId ?? (await siteOfPresence(client, assemblyId, author.personId));
    const place = await placeOfQuestion(client, assembly, { ...input, siteId });
    if (!place.ok) return place;
    const { itemId } = place.value;
    if ((await countWaiting(client, author.personId, assemblyId, itemId)) >= WAITING_MAX) {
      return refuse("too-many-questions", { count: WAITING_MAX });
    }
    const isMember = !isApart(assemblyId) && (await mayAskByRight(client, assembly, author));
    const kind = kindFor(input.kind, { isMember });
    const now = platform.clock.now();
    if (kind === "statutory" && (await writtenTooLate(client, assembly, now))) {
      return refuse("statutory-deadline");
    }
    await insertQuestion(client, {
      ...input,
      ...place.value,
      id: commandId,
      authorId: author.personId,
      kind,
      createdAt: now,
    });
    return ok({ value: { questionId: commandId }, persons: [author.personId] });
  });
}

/** The right to ask is a member's: on the roll, or in the register while no roll is taken. */
export async function mayAskByRight(
  client: PoolClient,
  assembly: AssemblyRow,
  author: Pick<PersonActor, "personId" | "isMember">,
): Promise<boolean> {
  if (!assembly.rollTaken) return author.isMember;
  const { rowCount } = await client.query(
    "SELECT FROM roll_entry WHERE assembly_id = $1 AND person_id = $2",
    [assembly.id, author.personId],
  );
  return rowCount === 1;
}

/** Who wrote the question of this id, if it was. One person's questions come in one at a time. */
async function earlierAuthor(
  client: PoolClient,
  questionId: string,
  authorId: string,
): Promise<string | undefined> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [
    `question/${authorId}`,
  ]);
  const { rows } = await client.query<{ author: string }>(
    "SELECT author_id AS author FROM question WHERE id = $1",
    [questionId],
  );
  return rows[0]?.author;
}

/** Questions of this person on this item that no moderator has decided. */
async function countWaiting(
  client: PoolClient,
  authorId: string,
  assemblyId: string,
  itemId: string | null,
): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM question
     WHERE author_id = $1 AND assembly_id = $2 AND item_id IS NOT DISTINCT FROM $3
       AND state IN ('received', 'held')`,
    [authorId, assemblyId, itemId],
  );
  return rows[0]?.count ?? 0;
}
