import type { JsonObject } from "#domain/kernel/json.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { DebateRoomView } from "#wire/workers-day-pages.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { RoomKind } from "../../../realtime/room-kind.ts";
import { dayStanding, facilitates, findDebate } from "./access.ts";

/**
 * The rooms of the debates: `debate/<debate>/room`. They tell that something happened and never what:
 * words are read from the page, so that no message of a room holds what anybody said.
 */
export function debateRooms(platform: Platform): RoomKind {
  return {
    prefix: "debate",
    audiences: ["room"],
    authorise: async (actor, id) => {
      if (actor.kind !== "person") return refuse("not-signed-in");
      const debate = await findDebate(platform.pool, id);
      if (!debate) return refuse("unknown-room");
      const standing = await dayStanding(platform, platform.pool, actor, debate);
      const enters = standing.speaks || facilitates(standing, debate, actor);
      return enters ? ok(null) : refuse("not-allowed");
    },
    view: async (client, id): Promise<JsonObject> => {
      const { rows } = await client.query<DebateRoomView>(
        "SELECT revision FROM debate WHERE id = $1",
        [id],
      );
      return rows[0] ?? {};
    },
  };
}
