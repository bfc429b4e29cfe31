import type { ClientBase } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import { can, COOPERATIVE } from "#domain/kernel/can.ts";
import type { JsonObject } from "#domain/kernel/json.ts";
import { withoutNulls } from "#domain/kernel/json.ts";
import type { Result } from "#domain/kernel/result.ts";
import { ok, refuse } from "#domain/kernel/result.ts";
import type {
  FacilitatorRoomView,
  MyCodevView,
  PeerRoomView,
  PeerView,
  SessionFacts,
} from "#wire/codev-session.ts";
import { nameOf } from "../../../platform/person-name.ts";
import type { Platform } from "../../../platform/platform.ts";
import type { RoomKind } from "../../../realtime/room-kind.ts";
import type { GroupTexts } from "../group-key.ts";
import { findSession, type SessionRow, standingOf } from "./access.ts";
import { actsOf, readCourse } from "./acts.ts";
import { contractOwner, parkedLines } from "./write-texts.ts";

/**
 * The rooms of a session: `codev/<session>/<audience>`. What a shared room was last told lies in the
 * database, so no shared view holds a word that anybody wrote; `mine` is computed for each person
 * anew and lies nowhere.
 */
export function codevRooms(platform: Platform, texts: GroupTexts): RoomKind {
  return {
    prefix: "codev",
    audiences: ["participant", "facilitator", "screen"],
    personal: "mine",
    authorise: (actor, sessionId, audience) => authorise(platform, actor, sessionId, audience),

    async view(client, sessionId, audience, personId): Promise<JsonObject> {
      const session = await findSession(client, sessionId);
      if (!session) return {};
      if (personId && audience === "mine") return myView(client, texts, session, personId);
      const view =
        audience === "facilitator"
          ? await facilitatorView(client, session)
          : await peerView(client, session);
      return view as unknown as JsonObject;
    },
  };
}

async function authorise(
  { pool }: Platform,
  actor: Actor,
  sessionId: string,
  audience: string,
): Promise<Result<null>> {
  if (actor.kind !== "person") return refuse("not-signed-in");
  if (!can(actor, "codev.take-part", COOPERATIVE)) return refuse("not-allowed");
  const session = await findSession(pool, sessionId);
  const { part } = session ? await standingOf(pool, session, actor.personId) : {};
  // To everybody else, organisers too, the session does not exist.
  if (!part) return refuse("unknown-room");
  return audience !== "facilitator" || part === "facilitator" ? ok(null) : refuse("not-allowed");
}

function factsOf(session: SessionRow): SessionFacts {
  const { id, cycleId, position, state, mode, startsAt, minutes } = session;
  return { id, cycleId, position, state, mode, startsAt, minutes };
}

async function peerView(client: ClientBase, session: SessionRow): Promise<PeerRoomView> {
  const { phase, step, turn, since, used, added, skipped } = await readCourse(client, session);
  const running = since === undefined ? {} : { since };
  return {
    session: factsOf(session),
    course: { phase, step, turn, used, added, skipped, ...running },
  };
}

async function facilitatorView(
  client: ClientBase,
  session: SessionRow,
): Promise<FacilitatorRoomView> {
  const acts = await actsOf(client, session.id);
  const peers = await peersOf(client, session);
  return {
    session: factsOf(session),
    acts: Object.fromEntries(acts.map((act) => [act.id, act])),
    peers: Object.fromEntries(peers.map((peer) => [peer.personId, peer])),
    clientIds: session.clientIds,
  };
}

const NAME = nameOf("p");

/** The group round the table, in the order of its first draw: nobody is ranked. */
async function peersOf(client: ClientBase, session: SessionRow): Promise<PeerView[]> {
  const { rows } = await client.query<Omit<PeerView, "initials" | "order">>({
    name: "codev-peers",
    text: `SELECT m.person_id AS "personId", ${NAME} AS name,
        coalesce(a.state = 'present', false) AS present,
        coalesce(a.state = 'excused', false) AS excused,
        EXISTS (SELECT FROM codev_turn t WHERE t.cycle_id = m.cycle_id
          AND t.client_id = m.person_id AND t.state = 'served') AS served
      FROM codev_participant m JOIN person p ON p.id = m.person_id
      LEFT JOIN codev_attendance a ON a.session_id = $2 AND a.person_id = m.person_id
      WHERE m.cycle_id = $1 AND m.state = 'active' ORDER BY m.lot, m.person_id`,
    values: [session.cycleId, session.id],
  });
  return rows.map((row, order) => ({ ...row, order, initials: initialsOf(row.name) }));
}

/** "Aïcha Van den Berg" is AB: first and last. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** Who was client in the last session before this one that was held. */
async function lastClientOf(
  client: ClientBase,
  { cycleId, position }: SessionRow,
): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT t.client_id AS id FROM codev_turn t JOIN codev_session s ON s.id = t.session_id
     WHERE t.cycle_id = $1 AND t.state = 'served' AND s.position < $2
     ORDER BY s.position DESC, t.place DESC LIMIT 1`,
    [cycleId, position],
  );
  return rows[0]?.id;
}

/** The words of the session for one of those who share them. */
async function myView(
  client: ClientBase,
  texts: GroupTexts,
  session: SessionRow,
  personId: string,
): Promise<JsonObject> {
  const { part, seat } = await standingOf(client, session, personId);
  if (!part) return {};
  const { cycleId, id: sessionId } = session;
  const kinds = ["contract", "parking", "subject"] as const;
  const found = await texts.list(client, { cycleId, sessionId, kinds });
  const names = new Map(
    (await peersOf(client, session)).map((peer) => [peer.personId, peer.name] as const),
  );
  const own: MyCodevView = {
    part,
    ...(seat ? { seat } : {}),
    clientName: names.get(session.clientId ?? ""),
    lastClientName: names.get((await lastClientOf(client, session)) ?? ""),
    plans: session.clientIds.includes(personId) ? true : undefined,
    contract: found.find(
      ({ kind, personId: whose }) => kind === "contract" && whose === contractOwner(session),
    )?.text,
    subjects: found.flatMap(({ kind, personId: author = "", text }) =>
      kind === "subject" ? [{ personId: author, name: names.get(author) ?? "", text }] : [],
    ),
    ...(part === "facilitator"
      ? { parking: parkedLines(found.find(({ kind }) => kind === "parking")?.text) }
      : {}),
  };
  return withoutNulls(own) as unknown as JsonObject;
}
