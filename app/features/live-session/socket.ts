import type { Socket } from "socket.io-client";
import type { Refusal } from "#domain/kernel/result.ts";
import type * as Protocol from "#wire/protocol.ts";
import { listenToPage } from "./page-signs.ts";
import { reconnectDelay, rejoinDelay } from "#domain/live-session/reconnect-delay.ts";
import type { NEWS_ROOM_NAME as NewsRoomName } from "#domain/notifications/news-room.ts";
import { joinMessage, type RoomReader, type Seat } from "./room-reader.ts";

/** Said again here: a module of its own would be one more file for every phone to ask for. */
export const NEWS_ROOM_NAME: typeof NewsRoomName = "news/00000000-0000-4000-8000-000000000000/mine";

type LiveSocket = Socket<Protocol.ServerToClient, Protocol.ClientToServer>;
type CommandMessage = { id: string; type: string; payload: unknown };

// The wire module brings zod along; its types keep these two numbers in step with it.
const HEARTBEAT_MS: typeof Protocol.HEARTBEAT_MS = 2_000;
const PROTOCOL_VERSION: typeof Protocol.PROTOCOL_VERSION = 1;

/** A silence longer than this means that the connection is dead, whatever the socket says. */
const SILENCE_MS = 3.5 * HEARTBEAT_MS;
/** After sleep nobody waits that long: half of it is suspect enough. */
const WAKE_SILENCE_MS = SILENCE_MS / 2;
const ANSWER_TIMEOUT_MS = 5_000;
/** A tab without any room closes its socket after this. */
const IDLE_MS = 10_000;

export type LiveStatus = "connecting" | "connected" | "reconnecting" | "offline";

/** These end the live connection: only signing in or reloading helps. */
const FINAL_REFUSALS = ["not-signed-in", "session-revoked", "protocol-version", "foreign-origin"];

/**
 * The one live connection of a tab: WebSocket only, loaded after the page is usable, kept up by
 * its own jittered clock. It carries messages and knows nothing of what rooms contain.
 */
class LiveConnection {
  status: LiveStatus = "connecting";
  /** Why the server turned this tab away, if it did. */
  refusal: Refusal | undefined;
  /** Whether a WebSocket ever worked here: where none does, forms serve. */
  everConnected = false;

  #socket: LiveSocket | undefined;
  #starting = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #lastHeard = 0;
  #clockOffset = 0;
  readonly #readers = new Set<RoomReader>();
  readonly #joining = new Set<RoomReader>();
  readonly #listeners = new Set<() => void>();

  /** The server's clock (ms since epoch). */
  readonly now = (): number => Date.now() + this.#clockOffset;

  /** How far the server's clock was ahead (ms), for a page that has not heard it yet. */
  trustClock(offset: number): void {
    if (this.#lastHeard === 0) this.#clockOffset = offset;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads a room until the seat is left. */
  enter(wanted: RoomReader): Seat {
    const reader = { ...wanted }; // who comes back takes a new seat: answers to the old one are void
    clearTimeout(this.#idle);
    this.#readers.add(reader);
    void this.#start();
    if (this.#socket?.connected) this.#join(reader);
    return { rejoin: () => this.#rejoin(reader), leave: () => this.#leave(reader) };
  }

  /** Whether any room but this one is read here. */
  readsBesides(room: string): boolean {
    return [...this.#readers].some((reader) => reader.room !== room);
  }

  #leave(reader: RoomReader): void {
    this.#readers.delete(reader);
    const shared = [...this.#readers].some((other) => other.room === reader.room);
    if (!shared && this.#socket?.connected) this.#socket.emit("leave", { room: reader.room });
    if (this.#readers.size === 0) this.#idle = setTimeout(() => this.#rest(), IDLE_MS);
  }

  #rejoin(reader: RoomReader): void {
    if (this.#joining.has(reader)) return;
    this.#joining.add(reader);
    setTimeout(() => {
      this.#joining.delete(reader);
      if (this.#readers.has(reader) && this.#socket?.connected) this.#join(reader);
    }, rejoinDelay(Math.random()));
  }

  /** Sends until it is answered; the same id every time, so that it has one effect. */
  async send(message: CommandMessage): Promise<Protocol.CommandAnswer> {
    for (;;) {
      await this.#untilConnected();
      if (this.refusal) return { ok: false, error: this.refusal };
      const answer = await this.#trySend(message);
      if (answer) return answer;
    }
  }

  async #trySend(message: CommandMessage): Promise<Protocol.CommandAnswer | undefined> {
    try {
      return (await this.#socket
        ?.timeout(ANSWER_TIMEOUT_MS)
        .emitWithAck("command", message as never)) as Protocol.CommandAnswer;
    } catch {
      return undefined; // no answer in time, or the socket closed: the caller sends again
    }
  }

  #untilConnected(): Promise<void> {
    const settled = () => this.status === "connected" || this.refusal !== undefined;
    if (settled()) return Promise.resolve();
    void this.#start();
    return new Promise((resolve) => {
      const stop = this.subscribe(() => {
        if (!settled()) return;
        stop();
        resolve();
      });
    });
  }

  async #start(): Promise<void> {
    if (this.#socket && !this.#socket.connected) this.#connectIn(0);
    if (this.#socket || this.#starting) return;
    this.#starting = true;
    try {
      const { io } = await import("socket.io-client");
      const socket: LiveSocket = io({
        path: "/live",
        transports: ["websocket"],
        autoConnect: false,
        reconnection: false,
        timeout: 4_000,
        auth: { version: PROTOCOL_VERSION },
      });
      this.#listen(socket);
      this.#socket = socket;
      this.#watch();
      socket.connect();
    } catch {
      setTimeout(() => void this.#start(), ANSWER_TIMEOUT_MS); // the script did not load
    } finally {
      this.#starting = false;
    }
  }

  #listen(socket: LiveSocket): void {
    socket.on("connect", () => {
      this.#attempt = 0;
      this.everConnected = true;
      this.refusal = undefined;
      this.#heard();
      this.#tell("connected");
      for (const reader of this.#readers) this.#join(reader);
    });
    socket.on("disconnect", () => this.#lost());
    socket.on("connect_error", (error) => {
      // The server turns a newcomer away with the refusal's code as the message.
      if (FINAL_REFUSALS.includes(error.message)) this.refusal = { code: error.message };
      this.#lost();
    });
    socket.on("delta", (delta) => {
      this.#heard();
      for (const reader of this.#readers) if (reader.room === delta.room) reader.onDelta(delta);
    });
    socket.on("heartbeat", (beat) => {
      this.#heard(beat.now);
      for (const reader of this.#readers) {
        const seq = beat.seqs[reader.room];
        if (seq !== undefined) reader.onHeartbeat(seq);
      }
    });
    socket.on("refused", (error) => {
      if (FINAL_REFUSALS.includes(error.code)) {
        this.refusal = error;
        socket.disconnect();
        this.#tell("offline");
      } else {
        for (const reader of this.#readers) this.#rejoin(reader);
      }
    });
  }

  #join(reader: RoomReader): void {
    if (this.#joining.has(reader)) return;
    this.#joining.add(reader);
    this.#socket?.timeout(ANSWER_TIMEOUT_MS).emit("join", joinMessage(reader), (error, answer) => {
      this.#joining.delete(reader);
      if (!this.#readers.has(reader)) return;
      if (error) {
        this.#rejoin(reader);
        return;
      }
      if (answer.ok) this.#heard(answer.now);
      reader.onAnswer(answer);
    });
  }

  #watch(): void {
    const silentFor = () => Date.now() - this.#lastHeard;
    listenToPage({
      woke: () => {
        if (this.#readers.size > 0 && silentFor() > WAKE_SILENCE_MS) this.#connectAfresh();
      },
      online: () => this.#connectAfresh(),
      offline: () => this.#lost(),
    });
    setInterval(() => {
      const dead = silentFor() > SILENCE_MS && this.#socket?.connected;
      if (dead && this.#readers.size > 0) this.#connectAfresh();
    }, 1_000);
  }

  #connectAfresh(): void {
    this.refusal = undefined;
    this.#attempt = 0;
    if (this.#socket?.connected)
      this.#socket.disconnect(); // its event plans the next attempt
    else this.#lost();
  }

  #lost(): void {
    this.#tell(this.refusal || !navigator.onLine ? "offline" : "reconnecting");
    if (this.refusal || this.#readers.size === 0) return;
    this.#connectIn(reconnectDelay(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #connectIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.#socket?.connected) this.#socket?.connect();
    }, delay);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#socket?.disconnect();
    this.#tell("connecting");
  }

  #heard(now?: number): void {
    this.#lastHeard = Date.now();
    if (now !== undefined) this.#clockOffset = now - this.#lastHeard;
  }

  #tell(status: LiveStatus): void {
    this.status = status;
    for (const listener of this.#listeners) listener();
  }
}

/** One for each tab. It opens nothing until a room is entered, so it is inert on the server. */
export const liveConnection = new LiveConnection();
