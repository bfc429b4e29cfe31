import type { Action } from "#domain/kernel/can.ts";
import { assemblySubject, can } from "#domain/kernel/can.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import { isApart } from "#domain/kernel/apart.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type { AssemblyPhase } from "#domain/live-session/agenda.ts";
import type { SessionAudience } from "#wire/protocol.ts";
import { SESSION_AUDIENCES } from "#wire/protocol.ts";
import type { Platform } from "../../platform/platform.ts";
import type { RoomKind } from "../../realtime/room-kind.ts";
import { mySessionView } from "./my-session-view.ts";
import type { RollOf } from "./roll-cache.ts";
import { sessionView, SHARED_AUDIENCES, type SharedAudience } from "./session-view.ts";

// The secretary works from the chair's view. Any of these rights opens the room.
const ENTRANCE: Record<SessionAudience, readonly Action[]> = {
  member: ["session.enter"],
  mine: ["session.enter"],
  moderator: ["session.moderate"],
  chair: ["session.chair", "session.note-answers"],
  screen: ["session.show-screen"],
};

/** Whether this person may be told what an audience is told. */
export function mayWatch(actor: Actor, assemblyId: string, audience: SessionAudience): boolean {
  const subject = assemblySubject(assemblyId);
  return ENTRANCE[audience].some((action) => can(actor, action, subject));
}

function isBureau(actor: Actor, assemblyId: string): boolean {
  return can(actor, "session.show-screen", assemblySubject(assemblyId));
}

/** The rooms of live sessions: `live-session/<assemblyId>/<audience>`. */
export function liveSessionRooms(platform: Platform, rollOf: RollOf): RoomKind {
  return {
    prefix: "live-session",
    audiences: SHARED_AUDIENCES,
    personal: "mine",

    async authorise(actor, assemblyId, audience): Promise<Result<null>> {
      if (!isAudience(audience)) return refuse("unknown-room");
      if (actor.kind === "anonymous") return refuse("not-signed-in");
      if (!mayWatch(actor, assemblyId, audience)) {
        return refuse(isApart(assemblyId) ? "workers-people-only" : "not-allowed");
      }
      const { rows } = await platform.pool.query<{ phase: AssemblyPhase }>(
        "SELECT phase FROM assembly WHERE id = $1",
        [assemblyId],
      );
      const [assembly] = rows;
      // What is still being prepared exists for its bureau alone.
      const exists = assembly && (assembly.phase !== "prepared" || isBureau(actor, assemblyId));
      return exists ? ok(null) : refuse("unknown-room");
    },

    async view(client, assemblyId, audience, personId): Promise<JsonObject> {
      if (audience !== "mine") {
        return sessionView(client, assemblyId, audience as SharedAudience, rollOf);
      }
      if (!personId) throw new Error("A personal view belongs to somebody");
      return mySessionView(client, assemblyId, personId);
    },
  };
}

function isAudience(audience: string): audience is SessionAudience {
  return SESSION_AUDIENCES.some((known) => known === audience);
}
