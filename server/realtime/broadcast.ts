import type { LiveServer, LiveSocket } from "./sockets.ts";
import { textFrame, type Wire, wireOf } from "./wire.ts";

const ENGINE_MESSAGE = "4";
const SOCKET_EVENT = "2";

/** Readers told in one go: two milliseconds, then votes and pages have their turn. */
const SLICE = 50;

type Message = { packet: string; frame: Buffer };

/** What the engine's types do not say of a connection. */
type Engine = { writeBuffer: readonly unknown[] };

/** A reader's connection as it is written to, looked up once and not for every message. */
type Listener = { conn: LiveSocket["conn"]; wire: Wire };

/**
 * Sends events to the sockets of a room in this process. The frame is made once and handed over
 * as one buffer: Socket.IO's own broadcast writes header and payload apart, which costs a third
 * more for every reader. A large room is told in slices, each message to everybody before the next,
 * so that nobody hears a later one first.
 */
export class Broadcaster {
  private readonly audiences = new Map<string, Map<string, Listener>>();
  private readonly waiting = new Map<string, Message[]>();

  constructor(io: LiveServer) {
    const { adapter, sockets } = io.of("/");
    adapter.on("join-room", (room: string, id: string) => {
      const conn = sockets.get(id)?.conn;
      // Socket.IO gives each socket a room of its own, which nobody is told anything in.
      if (!conn || room === id) return;
      const audience = this.audiences.get(room) ?? new Map<string, Listener>();
      this.audiences.set(room, audience.set(id, { conn, wire: wireOf(conn) }));
    });
    adapter.on("leave-room", (room: string, id: string) => this.audiences.get(room)?.delete(id));
    adapter.on("delete-room", (room: string) => this.audiences.delete(room));
  }

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
    const audience = this.audiences.get(room);
    if (message && audience) this.tell(room, message, audience.values(), audience.size);
    else this.waiting.delete(room);
  }

  /** `readers` goes on as people come and go: who left hears nothing, who came stands at the end. */
  private tell(room: string, message: Message, readers: MapIterator<Listener>, left: number): void {
    for (let told = 0; told < Math.min(left, SLICE); told += 1) {
      const { done, value } = readers.next();
      if (done) break;
      hand(value, message);
    }
    if (left > SLICE) setImmediate(() => this.tell(room, message, readers, left - SLICE));
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
function hand({ conn, wire }: Listener, { packet, frame }: Message): void {
  const waits = (conn as unknown as Engine).writeBuffer.length > 0 || wire.bufferedAmount > 0;
  if (!waits && conn.readyState === "open") wire.writeFrame(frame);
  else conn.write(packet, asFrame(frame));
}

/** An option that the engine knows and its types do not. */
function asFrame(frame: Buffer) {
  return { compress: false, wsPreEncodedFrame: [frame] };
}
