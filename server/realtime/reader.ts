import type { PersonActor } from "#domain/kernel/actor.ts";
import type { CommandAnswer, JoinAnswer } from "#wire/protocol.ts";
import { JoinMessage, LeaveMessage } from "#wire/protocol.ts";
import type { Door } from "./door.ts";
import { cutOff, takeAllowance, type Allowance } from "./limits.ts";
import type { RoomAddress } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import type { LiveSocket } from "./sockets.ts";

/** One open socket: who reads, and which rooms. */
export type Reader = {
  actor: PersonActor;
  joined: Map<string, RoomAddress>;
  allowance: Allowance;
};

/** A person's page joins two or three rooms. */
const MAX_ROOMS = 8;

/** Wires the three messages of the protocol to one socket. */
export function attachReader(
  socket: LiveSocket,
  rooms: Rooms,
  door: Door,
  run: (message: unknown) => Promise<CommandAnswer>,
): void {
  // Whatever it is called, answered or not: reading it is work.
  socket.use(([event], next) => {
    if (takeAllowance(socket.data.reader.allowance, event, Date.now())) next();
    else turnAway(socket);
  });
  socket.on("join", (message, ack) => {
    if (!isAck(ack)) return;
    void answer(
      door.join(() => join(socket, rooms, message)),
      ack,
    );
  });
  socket.on("leave", (message) => {
    const parsed = LeaveMessage.safeParse(message);
    if (parsed.success) leave(socket, rooms, parsed.data.room);
  });
  socket.on("command", (message, ack) => {
    if (!isAck(ack)) return;
    const done = (value: CommandAnswer) => {
      (ack as (value: CommandAnswer) => void)(value);
      if (value.ok) tellOtherTabs(socket, rooms);
    };
    void answer(run(message), done);
  });
  socket.on("disconnect", () => {
    for (const room of [...socket.data.reader.joined.keys()]) leave(socket, rooms, room);
  });
}

function tellOtherTabs(socket: LiveSocket, rooms: Rooms): void {
  const { joined, actor } = socket.data.reader;
  for (const address of joined.values()) rooms.acted(address, actor);
}

/** After a change of roles: rooms that are no longer allowed are left and the browser is told. */
export async function recheckReader(
  socket: LiveSocket,
  rooms: Rooms,
  actor: PersonActor,
): Promise<void> {
  socket.data.reader.actor = actor;
  for (const address of [...socket.data.reader.joined.values()]) {
    const allowed = await address.kind.authorise(actor, address.id, address.audience);
    if (allowed.ok) continue;
    leave(socket, rooms, address.name);
    socket.emit("refused", allowed.refusal);
  }
}

async function join(socket: LiveSocket, rooms: Rooms, message: unknown): Promise<JoinAnswer> {
  const { reader } = socket.data;
  // It waited for its turn, and may have left meanwhile.
  if (!socket.connected) return { ok: false, error: { code: "too-many-requests" } };
  const parsed = JoinMessage.safeParse(message);
  if (!parsed.success) return { ok: false, error: { code: "bad-input" } };
  const found = rooms.find(parsed.data.room);
  if (!found.ok) return { ok: false, error: found.refusal };
  const address = found.value;

  const allowed = await address.kind.authorise(reader.actor, address.id, address.audience);
  if (!allowed.ok) return { ok: false, error: allowed.refusal };
  if (reader.joined.has(address.name)) leave(socket, rooms, address.name);
  if (reader.joined.size >= MAX_ROOMS) return { ok: false, error: { code: "too-many-requests" } };

  reader.joined.set(address.name, address);
  await socket.join(rooms.channel(address, reader.actor));
  const joining = rooms.join(address, reader.actor, parsed.data.since);
  const { state, deltas } = await joining.catch((error: Error) => {
    leave(socket, rooms, address.name);
    throw error;
  });
  // The socket may have gone while the room was read.
  if (!socket.connected) leave(socket, rooms, address.name);
  return deltas
    ? { ok: true, seq: state.seq, deltas, now: Date.now() }
    : { ok: true, seq: state.seq, snapshot: state.view, now: Date.now() };
}

function leave(socket: LiveSocket, rooms: Rooms, name: string): void {
  const { reader } = socket.data;
  const address = reader.joined.get(name);
  if (!address) return;
  reader.joined.delete(name);
  void socket.leave(rooms.channel(address, reader.actor));
  rooms.leave(address, reader.actor);
}

/** Where the work failed there is no answer: the browser asks again, with the same id. */
async function answer<T>(work: Promise<T>, ack: (value: T) => void): Promise<void> {
  try {
    ack(await work);
  } catch {
    // What went wrong is in the log already.
  }
}

function isAck(value: unknown): value is (answer: never) => void {
  return typeof value === "function";
}

/** A socket that keeps flooding is told once, and closed. */
function turnAway(socket: LiveSocket): void {
  if (!socket.connected) return;
  socket.emit("refused", { code: "too-many-requests" });
  cutOff(socket);
}
