import type { PoolClient } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { PollState } from "#domain/live-session/poll.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { pollDraftOf, type WrittenPoll } from "./poll-definition.ts";
import { countsOfPoll } from "./poll-counts.ts";

const KEY_BYTES = 32;

/** Prepares a poll at the present station; nobody but the bureau sees it before it opens. */
export function createPoll(
  platform: Platform,
  actor: Actor,
  {
    assemblyId,
    liveResults,
    ...written
  }: WrittenPoll & { assemblyId: string; liveResults: boolean },
): Promise<Result<{ pollId: string }>> {
  const change = { action: "poll.run", assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    const draft = pollDraftOf(written);
    if (!draft) return refuse("poll-incomplete");
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO poll (assembly_id, item_id, kind, texts, options, live_results, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        assemblyId,
        assembly.currentItemId,
        draft.kind,
        JSON.stringify(draft.texts),
        JSON.stringify(draft.options),
        liveResults,
        platform.clock.now(),
      ],
    );
    return ok({ value: { pollId: rows[0]?.id ?? "" } });
  });
}

/** The frame of an act on a poll that is in a given state; from another one it came too late. */
async function changePoll(
  platform: Platform,
  actor: Actor,
  { pollId, from }: { pollId: string; from: PollState },
  work: (client: PoolClient) => Promise<unknown>,
): Promise<Result<null>> {
  const { rows } = await platform.pool.query<{ assemblyId: string }>(
    `SELECT assembly_id AS "assemblyId" FROM poll WHERE id = $1`,
    [pollId],
  );
  const [found] = rows;
  if (!found) return refuse("not-found");
  const change = { action: "poll.run", assemblyId: found.assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client, assembly) => {
    if (assembly.phase === "closed") return refuse("wrong-phase");
    // Answers on their way hold the row as well: none comes after its poll has closed.
    const held = await client.query("SELECT FROM poll WHERE id = $1 AND state = $2 FOR UPDATE", [
      pollId,
      from,
    ]);
    if (held.rowCount === 0) return refuse("changed-meanwhile");
    await work(client);
    return ok({ value: null });
  });
}

export function openPoll(platform: Platform, actor: Actor, { pollId }: { pollId: string }) {
  return changePoll(platform, actor, { pollId, from: "draft" }, (client) =>
    client.query("UPDATE poll SET state = 'open', key = $2, opened_at = $3 WHERE id = $1", [
      pollId,
      platform.random.bytes(KEY_BYTES),
      platform.clock.now(),
    ]),
  );
}

/** Closes it, and destroys what could tell whose an answer is. */
export function closePoll(platform: Platform, actor: Actor, { pollId }: { pollId: string }) {
  return changePoll(platform, actor, { pollId, from: "open" }, (client) =>
    client.query(
      `UPDATE poll p SET state = 'closed', key = NULL, closed_at = $2, shown = live_results,
         counted = ${countsOfPoll("true")}
       WHERE id = $1`,
      [pollId, platform.clock.now()],
    ),
  );
}

export function showPoll(
  platform: Platform,
  actor: Actor,
  { pollId, on }: { pollId: string; on: boolean },
) {
  return changePoll(platform, actor, { pollId, from: "closed" }, (client) =>
    client.query("UPDATE poll SET shown = $2 WHERE id = $1", [pollId, on]),
  );
}

/** Deletes a poll that was never opened. */
export function deletePoll(platform: Platform, actor: Actor, { pollId }: { pollId: string }) {
  return changePoll(platform, actor, { pollId, from: "draft" }, (client) =>
    client.query("DELETE FROM poll WHERE id = $1", [pollId]),
  );
}
