import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { CastResult } from "#wire/decisions.ts";
import { createBatchers } from "../../platform/batchers.ts";
import { inTransaction, isUniqueViolation } from "../../platform/database.ts";
import { persistently } from "../../platform/persistently.ts";
import type { Platform } from "../../platform/platform.ts";
import { castBatch, type Cast } from "./cast-batch.ts";
import { newReceipt } from "./receipt.ts";
import type { Said } from "./said-ballot.ts";

const MAX_BATCH = 200;
/** While one batch waits for the disk, the next is judged and written. */
const LANES = 2;

export type CastInput = Said & { decisionId: string; electorId: string };

export type CastBallot = (
  actor: Actor,
  input: CastInput,
  commandId: string,
) => Promise<Result<CastResult>>;

/**
 * Casts votes by name, for forms and sockets alike. Each decision has one batcher in a process;
 * the answer is given after COMMIT. Who may vote is judged inside the transaction (cast-batch.ts).
 */
export function createCastBallot(platform: Platform): CastBallot {
  const batcherOf = createBatchers<Cast, Result<CastResult>>((decisionId) => ({
    maxSize: MAX_BATCH,
    lanes: LANES,
    conflictKey: (cast) => cast.electorId,
    write: (casts) => persistently(() => writeBatch(platform, decisionId, casts)),
  }));

  return async (actor, input, commandId) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    return batcherOf(input.decisionId).add({
      commandId,
      actorId: actor.personId,
      sessionHash: actor.sessionHash,
      electorId: input.electorId,
      optionId: input.optionId,
      content: input.content,
      receipt: newReceipt(platform.random),
    });
  };
}

async function writeBatch(
  platform: Platform,
  decisionId: string,
  casts: readonly Cast[],
): Promise<Result<CastResult>[]> {
  const write = () =>
    inTransaction(platform.pool, (client) =>
      castBatch(client, decisionId, casts, platform.clock.now()),
    );
  try {
    return await write();
  } catch (error) {
    // The same command reached two processes: the second run finds the first one's receipt.
    if (isUniqueViolation(error)) return write();
    throw error;
  }
}
