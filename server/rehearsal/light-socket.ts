import WebSocket from "ws";
import type { Delta, JoinAnswer, CommandAnswer } from "#wire/protocol.ts";
import { assertLoopback } from "./loopback.ts";

type Ack = { resolve: (value: never) => void; reject: (error: Error) => void };

/**
 * A reader that speaks just enough Engine.IO 4 and Socket.IO 5 to load the real server with
 * thousands of sockets from one process.
 */
export class LightSocket {
  onDelta: (delta: Delta) => void = () => undefined;
  onEvent: (name: string, value: unknown) => void = () => undefined;
  /** Called once, when the other side or the network ended it; not after `close`. */
  onClose: () => void = () => undefined;
  private nextId = 0;
  private readonly acks = new Map<number, Ack>();

  private constructor(private readonly socket: WebSocket) {}

  /**
   * `url` like http://127.0.0.1:3000; `cookie` as the browser would send it. The server must open
   * within `patience` (ms); how long it then takes to let somebody in is its own affair.
   */
  static connect(url: string, cookie: string, patience?: number): Promise<LightSocket> {
    assertLoopback(url);
    const address = `${url.replace(/^http/, "ws")}/live/?EIO=4&transport=websocket`;
    const socket = new WebSocket(address, {
      headers: { cookie, origin: url },
      perMessageDeflate: false,
      ...(patience === undefined ? {} : { handshakeTimeout: patience }),
    });
    const light = new LightSocket(socket);
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", () => {
        reject(new Error("closed before it was open"));
        light.forget();
        light.onClose();
      });
      socket.on("message", (data: Buffer) => {
        const text = data.toString();
        if (text.startsWith("40")) resolve(light);
        else if (text.startsWith("44")) {
          reject(new Error(text.slice(2)));
          light.close();
        } else light.receive(text);
      });
    });
  }

  join(room: string, since?: number): Promise<JoinAnswer> {
    return this.emit("join", since === undefined ? { room } : { room, since });
  }

  command<R>(id: string, type: string, payload: unknown): Promise<CommandAnswer<R>> {
    return this.emit("command", { id, type, payload });
  }

  close(): void {
    this.socket.removeAllListeners();
    this.socket.on("error", () => undefined);
    this.socket.terminate();
    this.forget();
  }

  /** Nobody will answer any more. */
  private forget(): void {
    for (const { reject } of this.acks.values()) reject(new Error("closed"));
    this.acks.clear();
  }

  private emit<T>(name: string, value: unknown): Promise<T> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.acks.set(id, { resolve: resolve as Ack["resolve"], reject });
      this.socket.send(`42${id}${JSON.stringify([name, value])}`);
    });
  }

  private receive(text: string): void {
    if (text.startsWith("0")) this.socket.send('40{"version":1}');
    else if (text === "2") this.socket.send("3");
    else if (text.startsWith("42")) this.dispatch(JSON.parse(text.slice(2)) as [string, never]);
    else if (text.startsWith("43")) this.settle(text);
  }

  private settle(text: string): void {
    const start = text.indexOf("[");
    const id = Number(text.slice(2, start));
    const [value] = JSON.parse(text.slice(start)) as [never];
    this.acks.get(id)?.resolve(value);
    this.acks.delete(id);
  }

  private dispatch([name, value]: [string, never]): void {
    if (name === "delta") this.onDelta(value);
    else this.onEvent(name, value);
  }
}
