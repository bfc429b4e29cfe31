import { SUPPORTABLE_STATES } from "#domain/live-session/question.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { createBatcher } from "../../platform/batcher.ts";
import { persistently } from "../../platform/persistently.ts";
import type { Platform } from "../../platform/platform.ts";
import { type BatchOutcome, outcomesInOrder } from "./batch-outcomes.ts";
import { type Support, writeSupports } from "./support-batch.ts";
import { createSupportNews } from "./support-news.ts";

const MAX_BATCH = 400;
/** Rooms are told three times a second: supports may gather for a moment (ms). */
const PAUSE_MS = 80;

export type SupportQuestion = (
  actor: Actor,
  input: { questionId: string; on: boolean },
  commandId: string,
) => Promise<Result<{ questionId: string; on: boolean }>>;

/**
 * Supports a question once, or takes it back; saying it twice changes nothing. A crowd shares
 * transactions and a lone supporter does not wait; the answer is given after COMMIT.
 */
export function createSupportQuestion(platform: Platform): SupportQuestion {
  const news = createSupportNews(platform.wake, platform.log);
  const batcher = createBatcher<Support, BatchOutcome>({
    pauseMs: PAUSE_MS,
    maxSize: MAX_BATCH,
    conflictKey: (support) => support.personId,
    // A second run is harmless: it finds the receipts of the first.
    write: (supports) =>
      persistently(() =>
        outcomesInOrder(supports, (unique) =>
          writeSupports(platform.pool, unique, SUPPORTABLE_STATES, platform.clock.now()),
        ),
      ),
  });

  return async (actor, input, commandId) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    if (!can(actor, "question.support", COOPERATIVE)) return refuse("not-allowed");
    const { personId, sessionHash } = actor;
    const { refused, assemblyId } = await batcher.add({
      commandId,
      personId,
      sessionHash,
      ...input,
    });
    if (refused) return refuse(refused);
    if (assemblyId) news.tell(assemblyId, personId);
    return ok(input);
  };
}
