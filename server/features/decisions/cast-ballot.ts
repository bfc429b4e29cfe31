import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { CastResult } from "#wire/decisions.ts";
import { createBatcher, type Batcher } from "../../platform/batcher.ts";
import { inTransaction, isUniqueViolation } from "../../platform/database.ts";
import { persistently } from "../../platform/persistently.ts";
import type { Platform } from "../../platform/platform.ts";
import { castBatch, type Cast } from "./cast-batch.ts";
import { newReceipt } from "./receipt.ts";

const MAX_BATCH = 200;
/** While one batch waits for the disk, the next is judged and written. */
const LANES = 2;

export type CastInput = { decisionId: string; electorId: string; optionId: string };

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
  const batchers = new Map<string, Batcher<Cast, Result<CastResult>>>();

  function batcherOf(decisionId: string): Batcher<Cast, Result<CastResult>> {
    let batcher = batchers.get(decisionId);
    if (!batcher) {
      batcher = createBatcher({
        maxSize: MAX_BATCH,
        lanes: LANES,
        conflictKey: (cast) => cast.electorId,
        write: (casts) => persistently(() => writeBatch(platform, decisionId, casts)),
      });
      batchers.set(decisionId, batcher);
      forgetWhenQuiet(decisionId, batcher);
    }
    return batcher;
  }

  /** Ids come from outside: an endless list of invented ones must not stay in memory. */
  function forgetWhenQuiet(decisionId: string, batcher: Batcher<Cast, Result<CastResult>>): void {
    setTimeout(() => {
      void batcher.idle().then(() => batchers.delete(decisionId));
    }, 60_000).unref();
  }

  return async (actor, input, commandId) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    return batcherOf(input.decisionId).add({
      commandId,
      actorId: actor.personId,
      sessionHash: actor.sessionHash,
      electorId: input.electorId,
      optionId: input.optionId,
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
