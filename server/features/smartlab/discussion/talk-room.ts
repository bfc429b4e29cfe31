import type { JsonObject } from "#domain/kernel/json.ts";
import { ok } from "#domain/kernel/result.ts";
import type { TalkRoomView } from "#wire/lab-talk.ts";
import type { OutboxEvent } from "../../../platform/outbox.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { RoomKind } from "../../../realtime/room-kind.ts";
import { type Client, labInside } from "../work/frame.ts";

/** Conversations that the room follows: those that were spoken in last. */
const FOLLOWED = 60;

/**
 * The rooms of what groups talk about: `lab-talk/<labId>/group`. They tell that something was said
 * and never what: words are read from the page, so that what is taken back is kept nowhere else.
 */
export function talkRooms(platform: Platform): RoomKind {
  return {
    prefix: "lab-talk",
    audiences: ["group"],
    authorise: async (actor, id) => {
      const lab = await labInside(platform.pool, actor, { of: "lab", id });
      return lab.ok ? ok(null) : lab;
    },
    view: async (client, id): Promise<JsonObject> => talkRoomView(client, id),
  };
}

async function talkRoomView(client: Client, labId: string): Promise<TalkRoomView> {
  const { rows } = await client.query<TalkRoomView>(
    `SELECT coalesce((SELECT sum(revision) FROM lab_thread WHERE lab_id = $1), 0)::int AS revision,
       coalesce((SELECT json_object_agg(t.id, t.revision) FROM (
         SELECT id, revision FROM lab_thread WHERE lab_id = $1
         ORDER BY last_at DESC, id DESC LIMIT ${FOLLOWED}) t), '{}') AS threads`,
    [labId],
  );
  return rows[0] ?? { revision: 0, threads: {} };
}

/** Those who have the talk of a lab open are told. */
export function talked(labId: string): OutboxEvent[] {
  return [{ topic: "room", room: `lab-talk/${labId}` }];
}
