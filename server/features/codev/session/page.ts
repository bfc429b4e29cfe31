import type { ClientBase } from "pg";
import { mayReadText } from "#domain/codev/confidential.ts";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import {
  type CodevAudience,
  type CodevSessionPage,
  codevRoom,
  type FacilitatorRoomView,
  type MyCodevView,
  type PeerRoomView,
} from "#wire/codev-session.ts";
import { withConnection } from "../../../platform/database.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { RoomKind } from "../../../realtime/room-kind.ts";
import type { GroupTexts } from "../group-key.ts";
import { findSession } from "./access.ts";

export type Views = {
  participant: PeerRoomView;
  screen: PeerRoomView;
  facilitator: FacilitatorRoomView;
};

const ID = /^[0-9a-f-]{36}$/;

type Wanted<A extends keyof Views> = { sessionId: string; audience: A & CodevAudience };

/** A page of a session: the very view that its room gives, and what is this person's own. */
export async function sessionPage<A extends keyof Views>(
  { pool }: Platform,
  texts: GroupTexts,
  rooms: RoomKind,
  actor: Actor,
  { sessionId, audience }: Wanted<A>,
): Promise<Result<CodevSessionPage<Views[A]>>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!ID.test(sessionId)) return refuse("not-found");
  const { personId } = actor;
  const authorised = await rooms.authorise(actor, sessionId, audience);
  if (!authorised.ok) return authorised;
  return withConnection(pool, async (client) => {
    // The number first: a view may be newer than its number, never older.
    const { rows } = await client.query<{ seq: number }>(
      "SELECT seq FROM live_room WHERE room = $1",
      [codevRoom(sessionId, audience)],
    );
    const view = await rooms.view(client, sessionId, audience);
    const mine = await rooms.view(client, sessionId, "mine", personId);
    const session = await findSession(client, sessionId);
    if (!session) return refuse("not-found");
    const { part } = mine as unknown as MyCodevView;
    return ok({
      view: view as unknown as Views[A],
      ...(rows[0] ? { seq: rows[0].seq } : {}),
      mine: mine as unknown as MyCodevView,
      me: personId,
      link: session.link,
      place: session.place,
      notes: await notesOf(client, texts, { cycleId: session.cycleId, sessionId, personId, part }),
    });
  });
}

const NOTES = ["notepad", "plan", "pair-notes"] as const;

/** What this person wrote for themselves. */
async function notesOf(
  client: ClientBase,
  texts: GroupTexts,
  of: { cycleId: string; sessionId: string; personId: string; part: MyCodevView["part"] },
): Promise<Partial<Record<(typeof NOTES)[number], string>>> {
  const { part, ...place } = of;
  const kinds = NOTES.filter((kind) => mayReadText(kind, part, true));
  const found = await texts.list(client, { ...place, kinds });
  return Object.fromEntries(found.map(({ kind, text }) => [kind, text]));
}
