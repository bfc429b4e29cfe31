import { once } from "node:events";
import { connect, type Socket } from "node:net";

const HEADERS_END = "\r\n\r\n";

/** One kept connection that sends ready-made requests, one after the other, and costs next to nothing. */
export class LightHttp {
  private received = "";
  private answer: ((body: string) => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => this.read(text));
  }

  static async connect(url: string): Promise<LightHttp> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    return new LightHttp(socket);
  }

  /** The body of the answer. */
  send(request: Buffer): Promise<string> {
    return new Promise((resolve) => {
      this.answer = resolve;
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private read(text: string): void {
    this.received += text;
    const end = this.received.indexOf(HEADERS_END);
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.received)?.[1]);
    const body = this.received.slice(end + HEADERS_END.length);
    if (body.length < length) return;
    this.received = "";
    this.answer?.(body);
  }
}

/** A POST of JSON as a browser would send it from the public address, written out once. */
export function postRequest(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Buffer {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    Host: new URL(url).host,
    Origin: `http://localhost:${new URL(url).port}`,
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}${HEADERS_END}${text}`);
}
