import { WebSocket, WebSocketServer, type ServerOptions } from "ws";

/** The part of ws that takes frames as they are; Socket.IO's engine uses it in the same way. */
type Sender = { sendFrame: (frame: readonly Buffer[], sent?: (error?: Error) => void) => void };
type Sent = (error?: Error) => void;

/**
 * Writes header and text of a message as one buffer. The library's own way, two buffers held back and
 * released together, costs a third more for every short message, and most are short.
 */
export class Wire extends WebSocket {
  override send(data: Parameters<WebSocket["send"]>[0], ...rest: unknown[]): void {
    const sent = rest.at(-1) as Sent | undefined;
    if (typeof data === "string" && this.readyState === WebSocket.OPEN) {
      this.writeFrame(textFrame(Buffer.from(data)), sent);
    } else super.send(data, ...(rest as [Sent?]));
  }

  /** Something made by `textFrame`, to a socket that is open. */
  writeFrame(frame: Buffer, sent?: Sent): void {
    (this as unknown as { _sender: Sender })._sender.sendFrame([frame], sent);
  }
}

/** Socket.IO's `wsEngine`: sockets that write in one piece. */
export class WireServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, WebSocket: Wire } as ServerOptions);
  }
}

/** The socket below a connection of the engine. */
export function wireOf(conn: unknown): Wire {
  return (conn as { transport: { socket: Wire } }).transport.socket;
}

/** A WebSocket text frame from a server: one piece, no mask (RFC 6455 §5.2). */
export function textFrame(payload: Buffer): Buffer {
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
