import type { ClientBase, Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { QuestionState, RefusalReason } from "#domain/live-session/question.ts";
import type { MySessionView, SessionView } from "#wire/live-session.ts";
import { sessionRoom, type SessionAudience } from "#wire/protocol.ts";
import { withConnection } from "../../platform/database.ts";
import type { Platform } from "../../platform/platform.ts";
import type { RoomKind } from "../../realtime/room-kind.ts";

/** What a page of the live session shows before, or without, any script. */
export type SessionPage = {
  view: SessionView;
  /**
   * The room's number read before the view: the browser joins with it and is told what came after.
   * Deltas hold whole values, so one that the view has already is harmless.
   */
  seq?: number;
  mine: MySessionView;
};

type Wanted = {
  actor: Actor;
  slug: string;
  audience: Exclude<SessionAudience, "mine">;
};

/** A page by its assembly's slug: the very views that the rooms give. */
export async function sessionPage(
  { pool, told, clock }: Platform,
  rooms: RoomKind,
  { actor, slug, audience }: Wanted,
): Promise<Result<SessionPage>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM assembly WHERE slug = $1", [
    slug,
  ]);
  const [assembly] = rows;
  if (!assembly) return refuse("not-found");
  const authorised = await rooms.authorise(actor, assembly.id, audience);
  if (!authorised.ok) return authorised;
  const room = sessionRoom(assembly.id, audience);
  return withConnection(pool, async (client) => {
    const { seq, view } =
      told.find(room, actor.personId, clock.now().getTime()) ??
      (await readRoom(client, rooms, assembly.id, audience));
    const mine = await rooms.view(client, assembly.id, "mine", actor.personId);
    return ok({
      view: view as unknown as SessionView,
      ...(seq === undefined ? {} : { seq }),
      mine: mine as unknown as MySessionView,
    });
  });
}

async function readRoom(
  client: ClientBase,
  rooms: RoomKind,
  assemblyId: string,
  audience: Wanted["audience"],
): Promise<{ seq: number | undefined; view: JsonObject }> {
  const { rows } = await client.query<{ seq: number }>(
    "SELECT seq FROM live_room WHERE room = $1",
    [sessionRoom(assemblyId, audience)],
  );
  return { seq: rows[0]?.seq, view: await rooms.view(client, assemblyId, audience) };
}

/** What moderation did, in numbers that anybody may read (rules 4.2). */
export type ModerationLog = {
  /** Questions by where they stand now. */
  states: Partial<Record<QuestionState, number>>;
  refused: Partial<Record<RefusalReason, number>>;
  /** Median time from asking to the first decision, in seconds; absent before the first one. */
  medianWaitSeconds?: number;
};

export async function moderationLog(
  pool: Pool,
  actor: Actor,
  assemblyId: string,
): Promise<Result<ModerationLog>> {
  if (!can(actor, "assembly.read", assemblySubject(assemblyId))) return refuse("not-allowed");
  const { rows } = await pool.query<{ log: ModerationLog }>(
    `SELECT json_strip_nulls(json_build_object(
       'states', coalesce((SELECT json_object_agg(state, n) FROM (
         SELECT state, count(*) AS n FROM question WHERE assembly_id = $1 GROUP BY state
       ) AS by_state), '{}'),
       'refused', coalesce((SELECT json_object_agg(refusal_reason, n) FROM (
         SELECT refusal_reason, count(*) AS n FROM question
         WHERE assembly_id = $1 AND state = 'refused' GROUP BY refusal_reason
       ) AS by_reason), '{}'),
       'medianWaitSeconds', (
         SELECT round(percentile_cont(0.5) WITHIN GROUP (
           ORDER BY extract(epoch FROM seen_at - created_at))::numeric)
         FROM question WHERE assembly_id = $1 AND seen_at IS NOT NULL)
     )) AS log`,
    [assemblyId],
  );
  return ok(rows[0]?.log ?? { states: {}, refused: {} });
}
