import type { RoomState } from "./room.ts";

/** Fewer readers than this, and a page reads the database itself. */
const CROWD = 200;
/** Somebody who acted by a form has pages of their own for as long as a room may keep a change back (ms). */
const OWN_MS = 4_000;

type Told = { state: RoomState; readers: number };

/**
 * What this process last told the readers of its full rooms. A page that loads among thousands
 * shows what they all see, at most a tick old, instead of computing it again. Whoever just acted
 * without JavaScript reads the database, so that they see what they did.
 */
export class ToldViews {
  private readonly rooms = new Map<string, Told>();
  private readonly acts = new Map<string, number>();

  tell(room: string, state: RoomState, readers: number): void {
    this.rooms.set(room, { state, readers });
  }

  forget(room: string): void {
    this.rooms.delete(room);
  }

  /** A person acted by a form; `now` in ms. */
  acted(personId: string, now: number): void {
    for (const [person, at] of this.acts) {
      if (now - at < OWN_MS) break;
      this.acts.delete(person);
    }
    this.acts.delete(personId);
    this.acts.set(personId, now);
  }

  /** A full room's state for this reader; absent where they should read the database. */
  find(room: string, personId: string, now: number): RoomState | undefined {
    const told = this.rooms.get(room);
    if (!told || told.readers < CROWD) return undefined;
    return now - (this.acts.get(personId) ?? -Infinity) < OWN_MS ? undefined : told.state;
  }
}
