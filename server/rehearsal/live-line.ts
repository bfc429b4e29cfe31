import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { reconnectDelay, rejoinDelay } from "#domain/live-session/reconnect-delay.ts";
import type { CommandAnswer, Delta, JoinAnswer } from "#wire/protocol.ts";
import { LightSocket } from "./light-socket.ts";
import type { Measures } from "./measures.ts";

/** As in the browser: how long it waits for a connection, and for an answer, before it tries again. */
const CONNECT_MS = 4_000;
const ANSWER_MS = 5_000;

export type Caller = { personId: string; cookie: string };

/** What hears a room: its whole view, or what has changed since. */
export type Listener = {
  snapshot: (room: string, view: Extract<JoinAnswer, { snapshot: unknown }>["snapshot"]) => void;
  delta: (delta: Delta) => void;
};

/**
 * One invented member's live connection, which behaves as the browser's does: comes back by itself
 * after a pause spread by chance, goes on from the number it holds, and sends an act with the same
 * id until it is answered.
 */
export class LiveLine {
  readonly seqs = new Map<string, number>();
  /** Since when every room is read (performance.now()); infinite while it is not. */
  openSince = Infinity;
  private socket: LightSocket | undefined;
  private away = false;
  private ended = false;
  private connecting: Promise<void> | undefined;
  private readonly joining = new Set<string>();

  constructor(
    private readonly url: string,
    private readonly caller: Caller,
    private readonly rooms: readonly string[],
    private readonly listener: Listener,
    private readonly measures: Measures,
    private readonly chance: () => number = Math.random,
  ) {}

  /** Resolves once every room is read; at the first time, or again after a loss. */
  connect(): Promise<void> {
    this.connecting ??= this.tryToConnect().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  /** The network is gone for a while: nothing is said, nothing is heard. */
  async loseNetwork(ms: number): Promise<void> {
    if (this.ended || this.away) return;
    this.away = true;
    this.measures.network.lost += 1;
    this.drop();
    await pause(ms);
    this.away = false;
    if (this.ended) return;
    const started = performance.now();
    await this.connect();
    if (!this.ended) this.measures.time("return", performance.now() - started);
  }

  close(): void {
    this.ended = true;
    this.drop();
  }

  /** Sends until it is answered, across losses; undefined where that took longer than `patience`. */
  async act<R>(
    type: string,
    payload: unknown,
    { id = randomUUID(), patience = 30_000 }: { id?: string; patience?: number } = {},
  ): Promise<CommandAnswer<R> | undefined> {
    const started = performance.now();
    while (performance.now() - started < patience && !this.ended) {
      const { socket } = this;
      const sending = socket?.command<R>(id, type, payload).catch(() => undefined);
      const answer = sending && (await within(sending, ANSWER_MS));
      if (answer) {
        this.measures.time("act", performance.now() - started);
        return answer;
      }
      await pause(50);
    }
    return undefined;
  }

  private drop(): void {
    this.openSince = Infinity;
    this.socket?.close();
    this.socket = undefined;
  }

  private async tryToConnect(): Promise<void> {
    for (let attempt = 0; !this.ended; attempt += 1) {
      while (this.away) await pause(100);
      try {
        const socket = await this.open();
        this.socket = socket;
        await Promise.all(this.rooms.map((room) => this.join(room)));
        if (this.socket === socket) {
          this.openSince = performance.now();
          return;
        }
      } catch {
        // The server is busy or away: its people come back, each after a pause of their own.
      }
      await pause(reconnectDelay(attempt, this.chance()));
    }
  }

  private async open(): Promise<LightSocket> {
    const socket = await LightSocket.connect(this.url, this.caller.cookie, CONNECT_MS);
    if (this.ended || this.away) {
      socket.close();
      throw new Error("gone meanwhile");
    }
    socket.onDelta = (delta) => this.receive(delta);
    socket.onEvent = (name, value) => {
      if (name === "heartbeat") this.compare((value as { seqs: Record<string, number> }).seqs);
    };
    socket.onClose = () => {
      if (this.socket !== socket) return;
      this.drop();
      this.measures.network.lost += 1;
      void this.connect();
    };
    return socket;
  }

  private async join(room: string): Promise<void> {
    const { socket } = this;
    const since = this.seqs.get(room);
    const answer = socket && (await within(socket.join(room, since), ANSWER_MS));
    if (!answer || socket !== this.socket) throw new Error("the room was not read");
    if (!answer.ok) {
      this.measures.breaks("not-let-in", answer.error.code);
      return;
    }
    if ("deltas" in answer) {
      this.measures.network.since += 1;
      for (const delta of answer.deltas) this.receive(delta);
    } else {
      // A person's own room has no numbers to go on from.
      if (since !== undefined && !room.endsWith("/mine")) this.measures.network.anew += 1;
      this.seqs.set(room, answer.seq);
      this.listener.snapshot(room, answer.snapshot);
    }
  }

  private receive(delta: Delta): void {
    const held = this.seqs.get(delta.room);
    if (held === undefined || (delta.seq <= held && delta.from !== held)) return;
    if (delta.from !== held) return this.rejoin(delta.room);
    this.seqs.set(delta.room, delta.seq);
    this.listener.delta(delta);
  }

  private compare(seqs: Record<string, number>): void {
    for (const [room, seq] of Object.entries(seqs)) {
      const held = this.seqs.get(room);
      if (held !== undefined && held !== seq) this.rejoin(room);
    }
  }

  private rejoin(room: string): void {
    if (this.joining.has(room)) return;
    this.joining.add(room);
    void pause(rejoinDelay(this.chance()))
      .then(() => this.join(room))
      // Whoever could not be answered will hear the next heartbeat.
      .catch(() => undefined)
      .finally(() => this.joining.delete(room));
  }
}

/** Undefined where it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
