import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { randomBytes } from "node:crypto";

/** Socket.IO's CONNECT_ERROR, in an Engine.IO message. */
const REFUSED = "44{";

/**
 * A WebSocket written by hand that speaks when told to and reads only when told to: what no library
 * does, and a hostile client may.
 */
export class RawSocket {
  closed = false;
  private constructor(private readonly socket: Socket) {
    socket.on("close", () => (this.closed = true));
    socket.on("error", () => undefined);
  }

  /** In, past the handshakes of WebSocket, Engine.IO and Socket.IO. */
  static async connect(url: string, cookie: string): Promise<RawSocket> {
    const { hostname, port, host } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const raw = new RawSocket(socket);
    await once(socket, "connect");
    const lines = [
      "GET /live/?EIO=4&transport=websocket HTTP/1.1",
      `Host: ${host}`,
      `Origin: ${url}`,
      `Cookie: ${cookie}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    await raw.until('0{"sid"');
    raw.say('40{"version":1}');
    await raw.until('40{"sid"');
    return raw;
  }

  /** One text frame, masked as a browser's (RFC 6455 §5.3); a mask of zeros is one too. */
  say(text: string): void {
    const payload = Buffer.from(text);
    const { length } = payload;
    const header =
      length < 126 ? Buffer.from([0x81, 0x80 | length]) : Buffer.from([0x81, 0xfe, 0, 0]);
    if (length >= 126) header.writeUInt16BE(length, 2);
    if (!this.closed) this.socket.write(Buffer.concat([header, Buffer.alloc(4), payload]));
  }

  emit(id: number, name: string, value: unknown): void {
    this.say(`42${id}${JSON.stringify([name, value])}`);
  }

  /** From here on whatever the server sends waits on its side. */
  stopReading(): void {
    this.socket.pause();
  }

  close(): void {
    this.socket.destroy();
  }

  private until(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const read = (data: Buffer) => {
        const heard = data.toString("latin1");
        if (heard.includes(REFUSED)) reject(new Error("refused"));
        if (!heard.includes(text)) return;
        this.socket.off("data", read);
        resolve();
      };
      this.socket.on("data", read);
      this.socket.once("close", () => reject(new Error("closed")));
    });
  }
}
