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
  const { rows } = await client.query<Pick<TalkRoomView, "threads">>(
    `SELECT coalesce(json_object_agg(t.id, t.revision), '{}') AS threads FROM (
       SELECT id, revision FROM lab_thread WHERE lab_id = $1
       ORDER BY last_at DESC, id DESC LIMIT ${FOLLOWED}) t`,
    [labId],
  );
  return { revision: await talkRevision(client, labId), threads: rows[0]?.threads ?? {} };
}

/** Raised by whatever is said, changed or taken back in any conversation of a lab. */
export async function talkRevision(client: Client, labId: string): Promise<number> {
  const { rows } = await client.query<{ revision: number }>(
    "SELECT coalesce(sum(revision), 0)::int AS revision FROM lab_thread WHERE lab_id = $1",
    [labId],
  );
  return rows[0]?.revision ?? 0;
}

/** Those who have the talk of a lab open are told. */
export function talked(labId: string): OutboxEvent[] {
  return [{ topic: "room", room: `lab-talk/${labId}` }];
}
