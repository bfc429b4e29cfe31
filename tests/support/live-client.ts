import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type { JsonObject } from "../../app/domain/kernel/json.ts";
import type { Refusal } from "../../app/domain/kernel/result.ts";
import { applyPatch } from "../../app/wire/merge-patch.ts";
import type { CommandAnswer, Delta, JoinAnswer } from "../../app/wire/protocol.ts";

export type LiveClientOptions = { cookie: string; origin?: string; version?: number };

/** A reader that follows docs/protocol.md, written apart from the browser's to test the server. */
export class LiveClient {
  readonly views = new Map<string, { seq: number; view: JsonObject }>();
  readonly refusals: Refusal[] = [];
  readonly deltas: Delta[] = [];
  private readonly rooms = new Set<string>();

  private constructor(readonly socket: Socket) {
    socket.on("delta", (delta: Delta) => this.receive(delta));
    socket.on("refused", (refusal: Refusal) => this.refusals.push(refusal));
    socket.on("heartbeat", ({ seqs }: { seqs: Record<string, number> }) => {
      for (const [room, seq] of Object.entries(seqs)) {
        const known = this.views.get(room);
        if (known && known.seq !== seq) void this.join(room);
      }
    });
    socket.io.on("reconnect", () => {
      for (const room of this.rooms) void this.join(room);
    });
  }

  static async connect(url: string, options: LiveClientOptions): Promise<LiveClient> {
    const socket = io(url, {
      path: "/live",
      transports: ["websocket"],
      forceNew: true,
      reconnectionDelay: 100,
      reconnectionDelayMax: 400,
      auth: { version: options.version ?? 1 },
      extraHeaders: { cookie: options.cookie, origin: options.origin ?? url },
    });
    const client = new LiveClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    }).catch((error: Error) => {
      socket.close();
      throw error;
    });
    return client;
  }

  async join(room: string): Promise<JoinAnswer> {
    const since = this.views.get(room)?.seq;
    const answer = (await this.socket.emitWithAck("join", {
      room,
      ...(since === undefined ? {} : { since }),
    })) as JoinAnswer;
    if (!answer.ok) return answer;
    this.rooms.add(room);
    if ("snapshot" in answer) this.views.set(room, { seq: answer.seq, view: answer.snapshot });
    else answer.deltas.forEach((delta) => this.receive(delta));
    return answer;
  }

  /** Sends until it is answered, with one id, as the browser does. */
  async command<R = unknown>(
    type: string,
    payload: unknown,
    id: string = randomUUID(),
  ): Promise<CommandAnswer<R>> {
    for (;;) {
      try {
        return (await this.socket
          .timeout(2_000)
          .emitWithAck("command", { id, type, payload })) as CommandAnswer<R>;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  view<T>(room: string): T {
    return this.views.get(room)?.view as T;
  }

  close(): void {
    this.socket.close();
  }

  private receive(delta: Delta): void {
    this.deltas.push(delta);
    const known = this.views.get(delta.room);
    if (!known || (delta.seq <= known.seq && delta.from !== known.seq)) return;
    if (delta.from !== known.seq) void this.join(delta.room);
    else {
      this.views.set(delta.room, { seq: delta.seq, view: applyPatch(known.view, delta.changes) });
    }
  }
}
