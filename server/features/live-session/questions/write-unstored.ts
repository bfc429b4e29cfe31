import { createHmac } from "node:crypto";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { WAITING_MAX } from "#domain/live-session/question.ts";
import { beyondReceipts } from "../../../platform/command-context.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { boxObjection, insertQuestion, placeOfQuestion } from "../question-box.ts";
import type { WriteInput } from "../write-question.ts";

const MINUTE_MS = 60_000;

/**
 * Receives an open question whose asker is not stored (rules §4.3). No row, event nor receipt names
 * them: the only trace is a count under a keyed hash, in a transaction of its own, and the key is
 * destroyed when the session closes. The same command again finds the same question, since its id
 * is a keyed hash too. Its asker is told nothing more: nobody knows whom to tell.
 */
export async function writeUnstored(
  platform: Platform,
  actor: PersonActor,
  input: WriteInput,
  commandId: string,
): Promise<Result<{ questionId: string }>> {
  if (input.kind !== "open") return refuse("name-needed");
  const { assemblyId } = input;
  const key = await limitKey(platform, assemblyId);
  if (!key) return refuse("questions-closed");
  const hash = (...parts: string[]) => createHmac("sha256", key).update(parts.join("|")).digest();
  const questionId = asUuid(hash("question", actor.personId, commandId));
  const { rowCount } = await platform.pool.query("SELECT FROM question WHERE id = $1", [
    questionId,
  ]);
  if (rowCount === 1) return ok({ questionId });
  const mark = hash("limit", actor.personId, input.itemId ?? "");
  if (!(await takeAllowance(platform, assemblyId, mark))) {
    return refuse("too-many-questions", { count: WAITING_MAX });
  }
  return beyondReceipts(() => receive(platform, actor, input, questionId));
}

function receive(
  platform: Platform,
  actor: PersonActor,
  input: WriteInput,
  questionId: string,
): Promise<Result<{ questionId: string }>> {
  const { assemblyId } = input;
  const change = { action: "question.write", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    const objection = boxObjection(assembly);
    if (objection) return refuse(objection);
    const place = await placeOfQuestion(client, assembly, input);
    if (!place.ok) return place;
    await insertQuestion(client, {
      ...input,
      ...place.value,
      id: questionId,
      nameHidden: true,
      // To the minute: nothing to compare with a line of a log.
      createdAt: new Date(Math.floor(platform.clock.now().getTime() / MINUTE_MS) * MINUTE_MS),
    });
    return ok({ value: { questionId } });
  });
}

/** The key of an assembly whose box is open, made at its first use; undefined once it has closed. */
async function limitKey(
  { pool, random }: Platform,
  assemblyId: string,
): Promise<Buffer | undefined> {
  await pool.query(
    `INSERT INTO question_limit_key (assembly_id, key)
     SELECT id, $2 FROM assembly WHERE id = $1 AND phase IN ('convened', 'live') AND questions_open
     ON CONFLICT DO NOTHING`,
    [assemblyId, Buffer.from(random.bytes(32))],
  );
  const { rows } = await pool.query<{ key: Buffer }>(
    `SELECT k.key FROM question_limit_key k JOIN assembly a ON a.id = k.assembly_id
     WHERE a.id = $1 AND a.phase IN ('convened', 'live') AND a.questions_open`,
    [assemblyId],
  );
  return rows[0]?.key;
}

/** One more under this mark; false where the limit is reached. */
async function takeAllowance(
  { pool }: Platform,
  assemblyId: string,
  mark: Buffer,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `INSERT INTO question_allowance AS a (assembly_id, mark, used) VALUES ($1, $2, 1)
     ON CONFLICT (assembly_id, mark) DO UPDATE SET used = a.used + 1 WHERE a.used < $3`,
    [assemblyId, mark, WAITING_MAX],
  );
  return rowCount === 1;
}

/** The first sixteen bytes of a hash as a UUID of version 8 (RFC 9562: made by its own rule). */
function asUuid(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, "$1-$2-$3-$4-$5");
}
