import type { LiveServer } from "./sockets.ts";

const ENGINE_MESSAGE = "4";
const SOCKET_EVENT = "2";

/** Readers told in one go: two milliseconds, then votes and pages have their turn. */
const SLICE = 50;

type Message = { packet: string; frame: Buffer };

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
    // Who left meanwhile must not hear; where the engine takes no frame, it encodes the packet.
    const members = adapter.rooms.get(room);
    const options = { compress: false, wsPreEncodedFrame: [message.frame] };
    for (const id of ids.slice(from, from + SLICE)) {
      if (members?.has(id)) sockets.get(id)?.conn.write(message.packet, options);
    }
    const told = from + SLICE;
    if (told < ids.length) setImmediate(() => this.tell(room, message, ids, told));
    else {
      this.waiting.get(room)?.shift();
      this.next(room);
    }
  }
}

/** A WebSocket text frame from a server: one piece, no mask (RFC 6455 §5.2). */
function textFrame(payload: Buffer): Buffer {
  const { length } = payload;
  const lengthBytes = length < 126 ? 0 : length < 0x1_0000 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + lengthBytes + length);
  frame[0] = 0x81;
  frame[1] = lengthBytes === 0 ? length : lengthBytes === 2 ? 126 : 127;
  if (lengthBytes === 2) frame.writeUInt16BE(length, 2);
  if (lengthBytes === 8) frame.writeBigUInt64BE(BigInt(length), 2);
  payload.copy(frame, 2 + lengthBytes);
  return frame;
}
