import type { Pool } from "pg";
import type { JsonObject } from "#domain/kernel/json.ts";
import { diffViews } from "#wire/merge-patch.ts";
import type { Delta } from "#wire/protocol.ts";
import { withConnection } from "../platform/database.ts";
import type { Log } from "../platform/log.ts";
import type { RoomAddress, RoomState } from "./room.ts";

type Held = { address: RoomAddress; personId: string; sockets: number; state: RoomState };

const UNREAD: RoomState = { seq: -1, view: {} };

/** Views computed at the same time, at the most. */
const PARALLEL = 8;

/** The name of a person's own room of a kind: `<prefix>/<id>/mine/<personId>` in the database. */
export function personalRoomKey(address: RoomAddress, personId: string): string {
  return `${address.name}/${personId}`;
}

/**
 * Rooms with one reader: what only this person may be told. Their numbers are raised in the
 * database by the outbox; processes compare them with what they last sent.
 */
export class PersonalRooms {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly pool: Pool,
    private readonly send: (key: string, delta: Delta) => void,
    private readonly log: Log,
  ) {}

  async join(address: RoomAddress, personId: string): Promise<RoomState> {
    const key = personalRoomKey(address, personId);
    const held = this.held.get(key) ?? { address, personId, sockets: 0, state: UNREAD };
    // Counted before it is read: a read that fails is undone by the caller's `leave`.
    held.sockets += 1;
    this.held.set(key, held);
    const state = await this.read(address, personId);
    // Other tabs of this person are brought to the same state, so that one delta serves all.
    this.tell(key, held, state);
    return held.state;
  }

  leave(address: RoomAddress, personId: string): void {
    const key = personalRoomKey(address, personId);
    const held = this.held.get(key);
    if (held && --held.sockets <= 0) this.held.delete(key);
  }

  /** This person did something from one tab: their other tabs are told. */
  acted(address: RoomAddress, personId: string): void {
    const held = this.held.get(personalRoomKey(address, personId));
    if (held && held.sockets > 1) void this.refresh([held]);
  }

  /**
   * These people's state changed. Who has one tab here and acted here already knows; where somebody
   * else acted, the outbox raised the numbers.
   */
  wake(persons: readonly string[], own: boolean): void {
    const concerned = new Set(persons);
    const held = [...this.held.values()].filter(({ personId }) => concerned.has(personId));
    void this.refresh(held.filter(({ sockets }) => !own || sockets > 1));
    void this.compare(held);
  }

  sweep(): Promise<void> {
    return this.compare([...this.held.values()]);
  }

  /** Finds the rooms whose number in the database is ahead of what was sent. */
  private async compare(held: readonly Held[]): Promise<void> {
    if (held.length === 0) return;
    const keys = held.map(({ address, personId }) => personalRoomKey(address, personId));
    try {
      const { rows } = await this.pool.query<{ room: string }>(
        `SELECT room FROM live_room JOIN unnest($1::text[], $2::int[]) AS known(room, seq)
         USING (room) WHERE live_room.seq > known.seq`,
        [keys, held.map(({ state }) => state.seq)],
      );
      await this.refresh(rows.flatMap(({ room }) => this.held.get(room) ?? []));
    } catch (error) {
      this.log.warn({ message: (error as Error).message }, "personal rooms wait for the database");
    }
  }

  private async refresh(due: Held[]): Promise<void> {
    const waiting = [...due];
    const worker = async () => {
      for (let held = waiting.pop(); held; held = waiting.pop()) {
        const key = personalRoomKey(held.address, held.personId);
        try {
          this.tell(key, held, await this.read(held.address, held.personId));
        } catch {
          // The next sweep tries again.
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(PARALLEL, waiting.length) }, worker));
  }

  private tell(key: string, held: Held, next: RoomState): void {
    if (next.seq < held.state.seq) return;
    const changes = diffViews(held.state.view, next.view);
    const from = held.state.seq;
    held.state = next;
    if (from === UNREAD.seq) return;
    // A change without a number of its own (another tab's support) has from = seq.
    if (!changes && next.seq === from) return;
    this.send(key, { room: held.address.name, from, seq: next.seq, changes: changes ?? {} });
  }

  private read(address: RoomAddress, personId: string): Promise<RoomState> {
    return withConnection(this.pool, async (client) => {
      // The number first: a view may be newer than its number, never older.
      const { rows } = await client.query<{ seq: number }>(
        "SELECT seq FROM live_room WHERE room = $1",
        [personalRoomKey(address, personId)],
      );
      const view: JsonObject = await address.kind.view(
        client,
        address.id,
        address.audience,
        personId,
      );
      return { seq: rows[0]?.seq ?? 0, view };
    });
  }
}
