import type { Pool } from "pg";
import type { Actor } from "#domain/kernel/actor.ts";
import type { Result } from "#domain/kernel/result.ts";
import { refuse } from "#domain/kernel/result.ts";
import type { Delta } from "#wire/protocol.ts";
import type { Log } from "../platform/log.ts";
import type { WakeDetail } from "../platform/wake.ts";
import type { RoomKind } from "./room-kind.ts";
import type { RoomAddress, RoomState } from "./room.ts";
import { deltasSince } from "./room.ts";
import { PersonalRooms, personalRoomKey } from "./personal-rooms.ts";
import type { ToldViews } from "./told-views.ts";
import { RoomTicker } from "./room-ticker.ts";

const SWEEP_MS = 1_000;
/** How often deltas are read again for one join, before the whole view is sent instead. */
const TRIES = 3;
const ID = /^[0-9a-f-]{36}$/;

export type RoomsOutput = {
  /** `channel` is the Socket.IO room of this process that the message goes to. */
  delta: (channel: string, delta: Delta) => void;
  heartbeat: (channel: string, room: string, seq: number) => void;
};

export type Joined = { channel: string; state: RoomState; deltas?: Delta[] };

/** All rooms that this process has readers in. */
export class Rooms {
  private readonly tickers = new Map<string, RoomTicker>();
  private readonly personal: PersonalRooms;
  private readonly timer: NodeJS.Timeout;
  private sweeps = 0;

  constructor(
    private readonly kinds: readonly RoomKind[],
    private readonly pool: Pool,
    private readonly output: RoomsOutput,
    private readonly told: ToldViews,
    private readonly log: Log,
  ) {
    this.personal = new PersonalRooms(pool, (key, delta) => output.delta(key, delta), log);
    this.timer = setInterval(() => this.sweep(), SWEEP_MS);
  }

  /** A room's parts, or a refusal where no such room can exist. */
  find(name: string): Result<RoomAddress> {
    const [prefix, id, audience, ...rest] = name.split("/");
    const kind = this.kinds.find((candidate) => candidate.prefix === prefix);
    if (!kind || !id || !ID.test(id) || !audience || rest.length > 0) return refuse("unknown-room");
    if (audience !== kind.personal && !kind.audiences.includes(audience)) {
      return refuse("unknown-room");
    }
    return { ok: true, value: { kind, id, audience, name } };
  }

  channel(address: RoomAddress, actor: Actor): string {
    const own = address.audience === address.kind.personal && actor.kind === "person";
    return own ? personalRoomKey(address, actor.personId) : address.name;
  }

  /** Call after the socket is in `channel`: nothing is lost between the answer and the deltas. */
  async join(address: RoomAddress, actor: Actor, since: number | undefined): Promise<Joined> {
    const channel = this.channel(address, actor);
    if (address.audience === address.kind.personal && actor.kind === "person") {
      return { channel, state: await this.personal.join(address, actor.personId) };
    }
    const ticker = this.hold(address);
    let state = await ticker.current(since);
    if (since === undefined) return { channel, state };
    // The room may move on while the deltas are read: then those that came are read as well.
    for (let tries = 0; tries < TRIES; tries += 1) {
      const deltas = await deltasSince(this.pool, address.name, since, state.seq);
      const now = ticker.state ?? state;
      if (!deltas) return { channel, state: now };
      if (now.seq === state.seq) return { channel, state, deltas };
      state = now;
    }
    return { channel, state };
  }

  leave(address: RoomAddress, actor: Actor): void {
    if (address.audience === address.kind.personal) {
      if (actor.kind === "person") this.personal.leave(address, actor.personId);
      return;
    }
    const ticker = this.tickers.get(address.name);
    if (!ticker || --ticker.readers > 0) return;
    ticker.close();
    this.told.forget(address.name);
    this.tickers.delete(address.name);
  }

  /** After a command: what the person's other tabs should know too. */
  acted(address: RoomAddress, actor: Actor): void {
    if (address.audience !== address.kind.personal || actor.kind !== "person") return;
    this.personal.acted(address, actor.personId);
  }

  wake(detail: WakeDetail): void {
    for (const [name, ticker] of this.tickers) {
      if (!detail.room || name.startsWith(`${detail.room}/`)) ticker.wake();
    }
    if (detail.persons) this.personal.wake(detail.persons, detail.own ?? false);
    else if (!detail.room) void this.personal.sweep();
  }

  close(): void {
    clearInterval(this.timer);
    for (const ticker of this.tickers.values()) ticker.close();
  }

  private hold(address: RoomAddress): RoomTicker {
    let ticker = this.tickers.get(address.name);
    if (!ticker) {
      const output = {
        delta: (delta: Delta) => this.output.delta(address.name, delta),
        heartbeat: (room: string, seq: number) => this.output.heartbeat(address.name, room, seq),
      };
      ticker = new RoomTicker(address, this.pool, output, this.told, this.log);
      this.tickers.set(address.name, ticker);
    }
    ticker.readers += 1;
    return ticker;
  }

  private sweep(): void {
    for (const ticker of this.tickers.values()) ticker.sweep();
    this.sweeps += 1;
    if (this.sweeps % 2 === 0) void this.personal.sweep();
  }
}
