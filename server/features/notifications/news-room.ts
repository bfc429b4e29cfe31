import type { ClientBase } from "pg";
import { ok, refuse } from "#domain/kernel/result.ts";
import { NEWS_ROOM } from "#domain/notifications/news-room.ts";
import { beyondReceipts } from "../../platform/command-context.ts";
import type { Platform } from "../../platform/platform.ts";
import type { RoomKind } from "../../realtime/room-kind.ts";
import { chunksOfPersons } from "../live-session/session-room.ts";
import { unreadCount } from "./unread.ts";

/** How much somebody has not read: the one room of which each person has their own view. */
export const NEWS_ROOM_KIND: RoomKind = {
  prefix: NEWS_ROOM.prefix,
  audiences: [],
  personal: NEWS_ROOM.audience,
  authorise: (actor, id) =>
    Promise.resolve(
      actor.kind !== "person"
        ? refuse("not-signed-in")
        : id === NEWS_ROOM.id
          ? ok(null)
          : refuse("unknown-room"),
    ),
  view: async (client, _id, _audience, personId) => ({
    unread: personId ? await unreadCount(client, personId) : 0,
  }),
};

/** Wakes the shells of these people, inside the transaction that changes what they have to read. */
export async function newsChanged(
  outbox: Platform["outbox"],
  client: ClientBase,
  persons: readonly string[],
): Promise<void> {
  if (persons.length === 0) return;
  // Who is signed in nowhere has no shell: of 41,702 who are told, few have.
  const { rows } = await client.query<{ person: string }>(
    `SELECT DISTINCT person_id AS person FROM auth_session WHERE person_id = ANY($1::uuid[])`,
    [persons],
  );
  const room = `${NEWS_ROOM.prefix}/${NEWS_ROOM.id}`;
  const events = chunksOfPersons(rows.map(({ person }) => person)).map((part) => ({
    topic: "room" as const,
    room,
    persons: part,
  }));
  // The receipt of the running command goes with its own events.
  if (events.length > 0) await beyondReceipts(() => outbox.write(client, events));
}
