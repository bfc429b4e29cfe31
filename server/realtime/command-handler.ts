import type { z } from "zod";
import type { PersonActor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import type { Platform } from "../platform/platform.ts";

/** One live command: how its payload is parsed and which use-case it calls. */
export type CommandHandler<S extends z.ZodType = z.ZodType> = {
  schema: S;
  handle: (
    actor: PersonActor,
    payload: z.infer<S>,
    /** The idempotency key: a UUID made by the browser. */
    commandId: string,
  ) => Promise<Result<unknown>>;
  /** True where the use-case keeps its own receipt of the command id (batched writes). */
  keepsReceipt?: boolean;
};

export type CommandHandlers = Record<string, CommandHandler>;

/** Keeps payload and handler of one entry in step; the map itself forgets the payload's type. */
export function defineCommand<S extends z.ZodType>(handler: CommandHandler<S>): CommandHandler {
  return handler as unknown as CommandHandler;
}

/** A use-case as nearly all are: the platform first, then who acts, and on what. */
type UseCase<S extends z.ZodType> = (
  platform: Platform,
  ...asked: Parameters<CommandHandler<S>["handle"]>
) => Promise<Result<unknown>>;

/** Binds use-cases to the platform: an entry is then its schema and its use-case. */
export function commandsOn(platform: Platform) {
  return <S extends z.ZodType>(schema: S, useCase: UseCase<S>): CommandHandler =>
    defineCommand({ schema, handle: (...asked) => useCase(platform, ...asked) });
}
