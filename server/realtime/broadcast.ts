import type { LiveServer } from "./sockets.ts";

const ENGINE_MESSAGE = "4";
const SOCKET_EVENT = "2";

/**
 * Sends one event to the sockets of a room in this process. The frame is made once and handed over
 * as one buffer: Socket.IO's own broadcast writes header and payload apart, which costs a third
 * more for every reader. Where the engine does not take the frame, it encodes the packet itself.
 */
export function broadcast(io: LiveServer, room: string, event: string, payload: unknown): void {
  const packet = `${SOCKET_EVENT}${JSON.stringify([event, payload])}`;
  const frame = textFrame(Buffer.from(ENGINE_MESSAGE + packet));
  const options = { compress: false, wsPreEncodedFrame: [frame] };
  const { adapter, sockets } = io.of("/");
  for (const id of adapter.rooms.get(room) ?? []) sockets.get(id)?.conn.write(packet, options);
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
