import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";

/** Lets a word of a cloud be shown, or hides it. Both can be taken back. */
export async function moderateWord(
  platform: Platform,
  actor: Actor,
  { pollId, word, on }: { pollId: string; word: string; on: boolean },
): Promise<Result<null>> {
  const { rows } = await platform.pool.query<{ assemblyId: string }>(
    `SELECT assembly_id AS "assemblyId" FROM poll WHERE id = $1 AND kind = 'words'`,
    [pollId],
  );
  const [found] = rows;
  if (!found) return refuse("not-found");
  const change = { action: "poll.run", assemblyId: found.assemblyId, order: "together" } as const;
  return changeSession(platform, actor, change, async (client) => {
    // Only a word that somebody gave: nobody puts one into the room's mouth.
    const { rowCount } = await client.query(
      `INSERT INTO poll_word (poll_id, word, shown)
       SELECT $1, $2, $3 WHERE EXISTS (
         SELECT FROM poll_answer WHERE poll_id = $1 AND $2 = ANY(said))
       ON CONFLICT (poll_id, word) DO UPDATE SET shown = EXCLUDED.shown`,
      [pollId, word, on],
    );
    return rowCount === 0 ? refuse("not-found") : ok({ value: null });
  });
}
