import type { Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import type { Actor, PersonActor } from "#domain/kernel/actor.ts";
import type { RefusalCode } from "#domain/kernel/result.ts";
import { MAX_MESSAGE_BYTES, PROTOCOL_VERSION } from "#wire/protocol.ts";
import type { ClientToServer, ServerToClient } from "#wire/protocol.ts";
import type { Platform } from "../platform/platform.ts";
import { Broadcaster } from "./broadcast.ts";
import type { CommandHandlers } from "./command-handler.ts";
import { runCommand } from "./commands.ts";
import { Door } from "./door.ts";
import { cutOffSlowReaders, SocketsOfPersons } from "./limits.ts";
import { originAllowed } from "./origin.ts";
import type { RoomKind } from "./room-kind.ts";
import { Rooms } from "./rooms.ts";
import { attachReader, recheckReader, type Reader } from "./reader.ts";
import { WireServer } from "./wire.ts";

export type LiveSocket = Socket<ClientToServer, ServerToClient, object, { reader: Reader }>;
export type LiveServer = Server<ClientToServer, ServerToClient, object, { reader: Reader }>;

/** What the sockets need to know of sign-in. */
export type SocketAuth = {
  actorOfCookieHeader: (header: string | undefined, renews: boolean) => Promise<{ actor: Actor }>;
  actorOfSessionHash: (hash: string) => Promise<Actor>;
  signedOutHashes: (hashes: string[]) => Promise<string[]>;
  crossed: (personIds: string[]) => Promise<string[]>;
};

export type Realtime = { io: LiveServer; close: () => Promise<void> };

/** Open sockets are compared with the sessions table this often, should every message be lost. */
const RECHECK_MS = 15_000;
const SLOW_CHECK_MS = 2_000;

export function startRealtime(
  http: HttpServer,
  platform: Platform,
  auth: SocketAuth,
  kinds: readonly RoomKind[],
  commands: CommandHandlers,
): Realtime {
  const door = new Door();
  const io = openSockets(http, platform.env.publicUrl, door);
  const broadcaster = new Broadcaster(io);

  const rooms = new Rooms(
    kinds,
    platform.pool,
    {
      delta: (channel, delta) => broadcaster.send(channel, "delta", delta),
      heartbeat: (channel, room, seq) =>
        broadcaster.send(channel, "heartbeat", { now: Date.now(), seqs: { [room]: seq } }),
    },
    platform.told,
    platform.log,
  );

  const persons = new SocketsOfPersons();
  io.use((socket, next) => {
    const admitting = door.admit(() => admit(socket, auth, persons));
    admitting.then(
      (refusal) => next(refusal && new Error(refusal)),
      // The database is away. Said as a refusal, browsers would not come back by themselves.
      () => socket.conn.close(),
    );
  });
  io.on("connection", (socket) => {
    const run = (message: unknown) => runCommand(platform, auth, commands, socket, message);
    attachReader(socket, rooms, door, run);
  });

  const stopRooms = platform.wake.subscribe("room", (detail) => rooms.wake(detail));
  const stopPersons = platform.wake.subscribe("person", ({ person }) => {
    void recheck(io, rooms, auth, platform, person);
  });
  const timer = setInterval(() => {
    void recheck(io, rooms, auth, platform);
  }, RECHECK_MS);
  const slowTimer = setInterval(() => cutOffSlowReaders(io), SLOW_CHECK_MS);

  return {
    io,
    close: async () => {
      stopRooms();
      stopPersons();
      clearInterval(timer);
      clearInterval(slowTimer);
      rooms.close();
      await io.close();
    },
  };
}

function openSockets(http: HttpServer, publicUrl: string, door: Door): LiveServer {
  return new Server(http, {
    path: "/live",
    transports: ["websocket"],
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    wsEngine: WireServer,
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, answer) => {
      if (originAllowed(request.headers, publicUrl)) door.knock(request, () => answer(null, true));
      else answer(null, false);
    },
  });
}

/** Lets the socket in, or says why not. */
async function admit(
  socket: LiveSocket,
  auth: SocketAuth,
  persons: SocketsOfPersons,
): Promise<RefusalCode | undefined> {
  // Whoever gave up while waiting for their turn costs nothing more.
  if (socket.conn.readyState !== "open") return "not-signed-in";
  if (socket.handshake.auth["version"] !== PROTOCOL_VERSION) return "protocol-version";
  const { actor } = await auth.actorOfCookieHeader(socket.handshake.headers.cookie, false);
  if (actor.kind !== "person") return "not-signed-in";
  const { personId } = actor;
  if (!persons.enter(personId)) return "too-many-requests";
  socket.conn.once("close", () => persons.leave(personId));
  const allowance = { left: 0, refilledAt: 0 };
  socket.data.reader = { actor, joined: new Map(), allowance };
  return undefined;
}

/** Ends sockets whose session ended, and takes readers out of rooms they may no longer be in. */
async function recheck(
  io: LiveServer,
  rooms: Rooms,
  auth: SocketAuth,
  platform: Platform,
  person?: string,
): Promise<void> {
  const sockets = [...io.sockets.sockets.values()].filter(
    (socket) => !person || socket.data.reader.actor.personId === person,
  );
  try {
    const hashes = [...new Set(sockets.map((socket) => socket.data.reader.actor.sessionHash))];
    const ended = new Set(await auth.signedOutHashes(hashes));
    const apart = sockets.map(({ data }) => data.reader.actor).filter(hasPlaceApart);
    const crossed = new Set(await auth.crossed(apart.map(({ personId }) => personId)));
    for (const socket of sockets) {
      const { actor } = socket.data.reader;
      if (ended.has(actor.sessionHash)) endSocket(socket);
      // Plain members have no role that could have ended, and a place among workers until they cross.
      else if (person || actor.grants.length > 0 || crossed.has(actor.personId)) {
        await recheckActor(socket, rooms, auth);
      }
    }
  } catch (error) {
    platform.log.warn({ message: (error as Error).message }, "sockets could not be rechecked");
  }
}

function hasPlaceApart({ apart = [] }: PersonActor): boolean {
  return apart.length > 0;
}

async function recheckActor(socket: LiveSocket, rooms: Rooms, auth: SocketAuth): Promise<void> {
  const actor = await auth.actorOfSessionHash(socket.data.reader.actor.sessionHash);
  if (actor.kind === "person") await recheckReader(socket, rooms, actor);
  else endSocket(socket);
}

function endSocket(socket: LiveSocket): void {
  socket.emit("refused", { code: "session-revoked" });
  socket.disconnect(true);
}
