import { randomUUID } from "node:crypto";
import type { PersonActor } from "../../app/domain/kernel/actor.ts";
import type { Result } from "../../app/domain/kernel/result.ts";
import type { CommandHandlers } from "../../server/realtime/command-handler.ts";

/** The acts of a feature as the server runs them: parsed, and each under an id of its own. */
export function acting({ commands }: { commands: CommandHandlers }) {
  async function run<T = unknown>(
    actor: PersonActor,
    type: string,
    payload: object,
  ): Promise<Result<T>> {
    const command = commands[type];
    if (!command) throw new Error(`no command ${type}`);
    return (await command.handle(actor, command.schema.parse(payload), randomUUID())) as Result<T>;
  }

  /** Does it and gives what it answers; a refusal fails the test. */
  async function done<T = unknown>(actor: PersonActor, type: string, payload: object): Promise<T> {
    const result = await run<T>(actor, type, payload);
    if (!result.ok) throw new Error(`${type} was refused: ${result.refusal.code}`);
    return result.value;
  }

  return { run, done };
}
