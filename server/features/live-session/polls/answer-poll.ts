import { createHmac } from "node:crypto";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import { pollAnswerOf, type PollKind } from "#domain/live-session/poll.ts";
import { createBatcher } from "../../../platform/batcher.ts";
import { persistently } from "../../../platform/persistently.ts";
import type { Platform } from "../../../platform/platform.ts";
import { type BatchOutcome, outcomesInOrder } from "../batch-outcomes.ts";
import { createSupportNews } from "../support-news.ts";
import { type GivenAnswer, writeAnswers } from "./answer-batch.ts";

const MAX_BATCH = 400;
/** Rooms are told three times a second: answers may gather for a moment (ms). */
const PAUSE_MS = 80;

type Input = { pollId: string; options?: string[] | undefined; words?: string | undefined };
export type AnswerPoll = (actor: Actor, input: Input, commandId: string) => Promise<Result<null>>;

type OpenPoll = { assemblyId: string; kind: PollKind; options: string[]; key: Buffer | null };

/** The code under which a person's answer is kept while the poll is open. */
export function voterCode(key: Buffer, personId: string): string {
  return createHmac("sha256", key).update(personId).digest("hex");
}

/**
 * Answers a poll, or changes one's answer: one a person, until it closes. A crowd shares
 * transactions; acknowledged after COMMIT.
 */
export function createAnswerPoll(platform: Platform): AnswerPoll {
  const news = createSupportNews(platform.wake, platform.log);
  const batcher = createBatcher<GivenAnswer, BatchOutcome>({
    pauseMs: PAUSE_MS,
    maxSize: MAX_BATCH,
    conflictKey: ({ personId }) => personId,
    // A second run is harmless: it finds the receipts of the first.
    write: (answers) =>
      persistently(() =>
        outcomesInOrder(answers, (unique) =>
          writeAnswers(platform.pool, unique, platform.clock.now()),
        ),
      ),
  });

  return async (actor, { pollId, options = [], words = "" }, commandId) => {
    if (actor.kind !== "person") return refuse("not-signed-in");
    const poll = await findPoll(platform, pollId);
    if (!poll) return refuse("not-found");
    if (!can(actor, "poll.answer", assemblySubject(poll.assemblyId))) return refuse("not-allowed");
    if (!poll.key) return refuse("poll-closed");
    const answer = pollAnswerOf(poll, { options, words: words.split(/[,;\n]/u) });
    if (!answer) return refuse("bad-input");
    const { personId, sessionHash } = actor;
    const { refused, assemblyId } = await batcher.add({
      commandId,
      personId,
      sessionHash,
      pollId,
      voter: voterCode(poll.key, personId),
      said: "options" in answer ? answer.options : answer.words,
    });
    if (refused) return refuse(refused);
    if (assemblyId) news.tell(assemblyId, personId);
    return ok(null);
  };
}

async function findPoll({ pool }: Platform, pollId: string): Promise<OpenPoll | undefined> {
  const { rows } = await pool.query<OpenPoll>({
    name: "poll-to-answer",
    text: `SELECT assembly_id AS "assemblyId", kind, key,
        ARRAY(SELECT option->>'id' FROM jsonb_array_elements(options) AS option) AS options
      FROM poll WHERE id = $1 AND state <> 'draft'`,
    values: [pollId],
  });
  return rows[0];
}
