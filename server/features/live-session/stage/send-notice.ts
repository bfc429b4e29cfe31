import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { NoticeAudience } from "#domain/live-session/stage/scene.ts";
import { journalAssembly } from "../../../platform/journal.ts";
import type { Platform } from "../../../platform/platform.ts";
import { changeSession } from "../change-session.ts";
import { type InLanguages, saidIn } from "./said-in.ts";

type Words = InLanguages & { assemblyId: string; to: NoticeAudience[] };

/** So many at once are read; an older one is to be taken back first. */
const MOST_NOTICES = 6;

/** A word of the bureau to members' phones, to the room's screen, or to the bureau itself. */
export function sendNotice(
  platform: Platform,
  actor: Actor,
  { assemblyId, to, ...words }: Words,
): Promise<Result<null>> {
  const change = { action: "notice.send", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, assembly, { personId }) => {
    const texts = saidIn(words);
    if (!texts) return refuse("bad-input");
    if (assembly.phase === "closed") return refuse("wrong-phase");
    const { rowCount } = await client.query(
      "SELECT FROM session_notice WHERE assembly_id = $1 AND taken_back_at IS NULL",
      [assemblyId],
    );
    if ((rowCount ?? 0) >= MOST_NOTICES) return refuse("too-many-notices", { most: MOST_NOTICES });
    const now = platform.clock.now();
    await client.query(
      `INSERT INTO session_notice (assembly_id, texts, audiences, sent_at, sent_by)
       VALUES ($1, $2, $3, $4, $5)`,
      [assemblyId, texts, [...new Set(to)], now, personId],
    );
    await journalAssembly(client, { personId, assemblyId, action: "notice.sent", now });
    return ok({ value: null });
  });
}

/** Takes a word back: it disappears from every screen, and stays in the file. */
export function takeBackNotice(
  platform: Platform,
  actor: Actor,
  { assemblyId, noticeId }: { assemblyId: string; noticeId: string },
): Promise<Result<null>> {
  const change = { action: "notice.send", assemblyId, order: "alone" } as const;
  return changeSession(platform, actor, change, async (client, _assembly, { personId }) => {
    const now = platform.clock.now();
    const { rowCount } = await client.query(
      `UPDATE session_notice SET taken_back_at = coalesce(taken_back_at, $3),
         taken_back_by = coalesce(taken_back_by, $4)
       WHERE id = $1 AND assembly_id = $2`,
      [noticeId, assemblyId, now, personId],
    );
    return rowCount === 1 ? ok({ value: null }) : refuse("not-found");
  });
}
