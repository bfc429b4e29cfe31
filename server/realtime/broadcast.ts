import { textFrame, wireOf } from "./wire.ts";
import type { LiveServer, LiveSocket } from "./sockets.ts";

const ENGINE_MESSAGE = "4";
const SOCKET_EVENT = "2";

/** Readers told in one go: two milliseconds, then votes and pages have their turn. */
const SLICE = 50;

type Message = { packet: string; frame: Buffer };

/** What the engine's types do not say of a connection. */
type Engine = { writeBuffer: readonly unknown[] };

/**
 * Sends events to the sockets of a room in this process. The frame is made once and handed over
 * as one buffer: Socket.IO's own broadcast writes header and payload apart, which costs a third
 * more for every reader. A large room is told in slices, each message to everybody before the next,
 * so that nobody hears a later one first.
 */
export class Broadcaster {
  private readonly waiting = new Map<string, Message[]>();

  constructor(private readonly io: LiveServer) {}

  send(room: string, event: string, payload: unknown): void {
    const packet = `${SOCKET_EVENT}${JSON.stringify([event, payload])}`;
    const message = { packet, frame: textFrame(Buffer.from(ENGINE_MESSAGE + packet)) };
    const queue = this.waiting.get(room);
    if (queue) queue.push(message);
    else {
      this.waiting.set(room, [message]);
      this.next(room);
    }
  }

  private next(room: string): void {
    const message = this.waiting.get(room)?.[0];
    if (!message) {
      this.waiting.delete(room);
      return;
    }
    this.tell(room, message, [...(this.io.of("/").adapter.rooms.get(room) ?? [])], 0);
  }

  private tell(room: string, message: Message, ids: readonly string[], from: number): void {
    const { adapter, sockets } = this.io.of("/");
    // Who left meanwhile must not hear.
    const members = adapter.rooms.get(room);
    for (const id of ids.slice(from, from + SLICE)) {
      const socket = members?.has(id) ? sockets.get(id) : undefined;
      if (socket) hand(socket, message);
    }
    const told = from + SLICE;
    if (told < ids.length) setImmediate(() => this.tell(room, message, ids, told));
    else {
      this.waiting.get(room)?.shift();
      this.next(room);
    }
  }
}

/**
 * The engine's bookkeeping costs a quarter of what writing does: where nothing waits for this reader,
 * the frame goes past it. Whoever is slow has it in the engine's queue, where it is counted against
 * them; there, if it takes no frame, the packet is encoded.
 */
function hand({ conn }: LiveSocket, { packet, frame }: Message): void {
  const wire = wireOf(conn);
  const waits = (conn as unknown as Engine).writeBuffer.length > 0 || wire.bufferedAmount > 0;
  if (!waits && conn.readyState === "open") wire.writeFrame(frame);
  else conn.write(packet, asFrame(frame));
}

/** An option that the engine knows and its types do not. */
function asFrame(frame: Buffer) {
  return { compress: false, wsPreEncodedFrame: [frame] };
}
