import type { Pool } from "pg";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { CommandAnswer } from "#wire/protocol.ts";
import { CommandMessage } from "#wire/protocol.ts";
import { asCommand, type RunningCommand } from "../platform/command-context.ts";
import { isUniqueViolation } from "../platform/database.ts";
import { persistently } from "../platform/persistently.ts";
import type { Platform } from "../platform/platform.ts";
import type { CommandHandler, CommandHandlers } from "./command-handler.ts";
import type { LiveSocket, SocketAuth } from "./sockets.ts";

/** Parses one command, runs it once whatever happens, and answers. */
export async function runCommand(
  platform: Platform,
  auth: SocketAuth,
  commands: CommandHandlers,
  socket: LiveSocket,
  message: unknown,
): Promise<CommandAnswer> {
  const envelope = CommandMessage.safeParse(message);
  if (!envelope.success) return { ok: false, error: { code: "bad-input" } };
  const { id, type, payload } = envelope.data;
  const command = Object.hasOwn(commands, type) ? commands[type] : undefined;
  if (!command) return { ok: false, error: { code: "unknown-command" } };
  const parsed = command.schema.safeParse(payload);
  if (!parsed.success) return { ok: false, error: { code: "bad-input" } };

  const { reader } = socket.data;
  const work = async (): Promise<CommandAnswer> => {
    if (command.keepsReceipt) return toAnswer(await command.handle(reader.actor, parsed.data, id));
    const actor = await auth.actorOfSessionHash(reader.actor.sessionHash);
    if (actor.kind !== "person") return { ok: false, error: { code: "session-revoked" } };
    return runOnce(platform.pool, command, actor, parsed.data, id);
  };
  try {
    return await persistently(work);
  } catch (error) {
    platform.log.error({ type, message: (error as Error).message }, "command failed");
    throw error;
  }
}

async function runOnce(
  pool: Pool,
  command: CommandHandler,
  actor: PersonActor,
  payload: unknown,
  id: string,
): Promise<CommandAnswer> {
  const earlier = await receiptOf(pool, id, actor);
  if (earlier) return earlier;
  try {
    const running: RunningCommand = { id, personId: actor.personId };
    const result = await asCommand(running, () => command.handle(actor, payload, id));
    // What is written is what a repeat will be told: the first answer is the same.
    if (result.ok && running.receiptWritten) return { ok: true, result: running.result ?? {} };
    // A repeat that overlaps with the first finds its work done: "wrong phase" would be no answer.
    return (result.ok ? undefined : await receiptOf(pool, id, actor)) ?? toAnswer(result);
  } catch (error) {
    // The same command took effect in another process at this very moment.
    const answer = isUniqueViolation(error) ? await receiptOf(pool, id, actor) : undefined;
    if (answer) return answer;
    throw error;
  }
}

async function receiptOf(
  pool: Pool,
  id: string,
  actor: PersonActor,
): Promise<CommandAnswer | undefined> {
  const { rows } = await pool.query<{ answer: CommandAnswer; person_id: string }>(
    "SELECT answer, person_id FROM command_receipt WHERE id = $1",
    [id],
  );
  const [row] = rows;
  if (!row) return undefined;
  // Somebody else's id: refused without a word on whose.
  return row.person_id === actor.personId
    ? row.answer
    : { ok: false, error: { code: "bad-input" } };
}

function toAnswer(result: Result<unknown>): CommandAnswer {
  return result.ok
    ? { ok: true, result: result.value ?? {} }
    : { ok: false, error: result.refusal };
}
