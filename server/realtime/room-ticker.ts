import type { Pool } from "pg";
import type { Delta } from "#wire/protocol.ts";
import { HEARTBEAT_MS } from "#wire/protocol.ts";
import type { Log } from "../platform/log.ts";
import { advanceRoom, type RoomAddress, type RoomState } from "./room.ts";
import { type ToldViews } from "./told-views.ts";
import { tickMs } from "./tick.ts";

export type TickerOutput = {
  delta: (delta: Delta) => void;
  heartbeat: (room: string, seq: number) => void;
};

/**
 * One shared room in one process: reads the database again when woken, at most once a tick, which is
 * longer the more readers there are, and hands out what changed. `sweep` does it unasked, so a lost wake-up costs a second at most.
 */
export class RoomTicker {
  state: RoomState | undefined;
  /** Sockets of this process in the room. */
  readers = 0;
  private running: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;
  private lastStart = 0;
  private lastSaid = 0;
  private closed = false;

  constructor(
    readonly address: RoomAddress,
    private readonly pool: Pool,
    private readonly output: TickerOutput,
    private readonly told: ToldViews,
    private readonly log: Log,
  ) {}

  /**
   * The state now, at least as fresh as this call where nobody read yet, and as `seq`, which a
   * reader may have heard from another process. Throws while the database is away.
   */
  async current(seq = 0): Promise<RoomState> {
    if (this.running) await this.running;
    if (!this.state || this.state.seq < seq) await this.advance();
    if (!this.state) throw new Error("The room cannot be read now");
    return this.state;
  }

  /** Something may have changed. */
  wake = (): void => {
    if (this.closed || this.timer) return;
    if (this.running) {
      this.again = true;
      return;
    }
    const wait = Math.max(0, this.lastStart + tickMs(this.readers) - Date.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.advance();
    }, wait);
  };

  /** Called every second or so: looks again, and repeats the number where nothing was said. */
  sweep(): void {
    this.wake();
    if (this.state && Date.now() - this.lastSaid >= HEARTBEAT_MS) {
      this.lastSaid = Date.now();
      this.output.heartbeat(this.address.name, this.state.seq);
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
  }

  private advance(): Promise<void> {
    this.running ??= this.advanceOnce().finally(() => {
      this.running = undefined;
      if (this.again) {
        this.again = false;
        this.wake();
      }
    });
    return this.running;
  }

  private async advanceOnce(): Promise<void> {
    this.lastStart = Date.now();
    try {
      const { state, deltas } = await advanceRoom(this.pool, this.address, this.state);
      const jumped = this.state !== undefined && deltas.length !== state.seq - this.state.seq;
      this.state = state;
      if (this.closed) return;
      this.told.tell(this.address.name, state, this.readers);
      for (const delta of deltas) this.output.delta(delta);
      // Readers that this process cannot bring along see the gap and join again.
      if (jumped) this.output.heartbeat(this.address.name, state.seq);
      if (deltas.length > 0) this.lastSaid = Date.now();
    } catch (error) {
      this.log.warn({ message: (error as Error).message }, "room waits for the database");
    }
  }
}
