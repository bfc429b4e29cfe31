import type { CheckInResults, DoorList, DoorNews, DoorPerson } from "#wire/check-in.ts";
import type { Refusal } from "#domain/kernel/result.ts";
import { DOOR_ACTS_AT_ONCE } from "#domain/check-in/door.ts";
import { newCommandId } from "#app/features/live-session/command-id.ts";
import {
  noteRecent,
  notKept,
  withWaiting,
  type KeptAct,
  type NotKept,
  type RecentAct,
  type Standings,
} from "./door-acts.ts";
import { makeBook, type DoorBook } from "./door-book.ts";
import { openDoorStore, type DoorStore } from "./door-store.ts";

/** A list is not taken again within this time (ms): a page that is loaded again is ready at once. */
const FRESH_MS = 10 * 60_000;

/** What a door's page shows. `book` is absent until the list is here. */
export type DoorState = {
  /** Whether what this device keeps was read: before, nothing is known of what waits. */
  started: boolean;
  book?: DoorBook | undefined;
  /** When the list was taken (ms). */
  takenAt?: number | undefined;
  forgotten: boolean;
  lasting: boolean;
  standings: Standings;
  waiting: number;
  recent: RecentAct[];
  problems: NotKept[];
  /** Why the server takes nothing from this device: signed out, or no longer a steward. */
  refusal?: Refusal | undefined;
};

/** How a door reaches the server; tests hand in their own. Each rejects without network. */
export type DoorLine = {
  list: () => Promise<DoorList>;
  news: (since: number) => Promise<DoorNews>;
  sync: (
    acts: KeptAct["act"][],
  ) => Promise<{ ok: true; result: CheckInResults["door.sync"] } | { ok: false; error: Refusal }>;
};

/** Acts that were not kept and stay in sight. */
const PROBLEMS = 5;

export const EMPTY_DOOR: DoorState = {
  started: false,
  forgotten: false,
  lasting: true,
  standings: {},
  waiting: 0,
  recent: [],
  problems: [],
};

/**
 * A door that goes on without a network: the list is kept, every act is kept before it is sent, and
 * is sent again with the same id and hour until the server has an outcome for it.
 */
export class DoorDesk {
  #state = EMPTY_DOOR;
  #store: DoorStore | undefined;
  #list: DoorList | undefined;
  /** What the server said of people, without the acts that wait here. */
  #known: Standings = {};
  #waiting: KeptAct[] = [];
  #newsAt = 0;
  /** The server's clock less ours (ms). */
  #ahead = 0;
  #busy = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly assemblyId: string,
    readonly line: DoorLine,
    readonly openStore: (now: number) => Promise<DoorStore> = openDoorStore,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = () => this.#state;

  /** Shows what is kept here, then what the server has, if it can be reached. */
  async start(): Promise<void> {
    const store = await this.openStore(Date.now());
    this.#store = store;
    const kept = await store.list(this.assemblyId);
    this.#waiting = await store.acts(this.assemblyId);
    this.#known = kept?.standings ?? {};
    this.#state = { ...this.#state, recent: await store.recent(this.assemblyId) };
    if (kept) this.#takeList(kept.list);
    this.#show({ lasting: store.lasting, started: true });
    // What waits goes first: the list is large.
    await this.exchange();
    if (kept && Date.now() + this.#ahead - kept.list.now < FRESH_MS) return;
    try {
      const fresh = await this.line.list();
      this.#adoptClock(fresh.now);
      this.#takeList(fresh);
      await this.#keep(store);
    } catch {
      // Without network the list of before serves.
    }
  }

  /** Sends what waits and asks what others did; quiet where there is no network. */
  async exchange(): Promise<void> {
    const store = this.#store;
    if (this.#busy || !store) return;
    this.#busy = true;
    try {
      while (this.#waiting.length > 0 && (await this.#sendSome(store)));
      const news = await this.line.news(this.#newsAt);
      this.#adoptClock(news.now);
      this.#newsAt = news.now;
      this.#known = { ...this.#known, ...news.standings };
      await this.#keep(store);
    } catch {
      // What waits goes on waiting.
    } finally {
      this.#busy = false;
      this.#show();
    }
  }

  note({ id: personId, name }: DoorPerson, kind: "arrive" | "leave", siteId: string) {
    const at = Math.round(Date.now() + this.#ahead);
    return this.#add(name, { id: newCommandId(), kind, personId, siteId, at });
  }

  undo({ id: undoes, name }: RecentAct) {
    return this.#add(name, { id: newCommandId(), kind: "undo", undoes });
  }

  /** The device is given back. What waits is kept until it is sent. */
  async forget(): Promise<void> {
    await this.#store?.forgetList(this.assemblyId);
    this.#list = undefined;
    this.#known = {};
    this.#show({ book: undefined, takenAt: undefined, forgotten: true, recent: [] });
  }

  async #add(name: string, act: KeptAct["act"]): Promise<void> {
    const kept = { assemblyId: this.assemblyId, name, act };
    this.#waiting = [...this.#waiting, kept];
    const recent = noteRecent(this.#state.recent, kept);
    this.#show({ recent });
    await this.#store?.keepAct(kept, recent).catch(() => this.#show({ lasting: false }));
    await this.exchange();
  }

  async #sendSome(store: DoorStore): Promise<boolean> {
    const some = this.#waiting.slice(0, DOOR_ACTS_AT_ONCE);
    const answer = await this.line.sync(some.map(({ act }) => act));
    if (!answer.ok) {
      this.#show({ refusal: answer.error });
      return false;
    }
    const { outcomes } = answer.result;
    const settled = some.filter(({ act }) => outcomes[act.id] !== undefined);
    this.#known = withWaiting(
      this.#known,
      settled.filter(({ act }) => outcomes[act.id] === "kept"),
    );
    this.#waiting = this.#waiting.filter(({ act }) => outcomes[act.id] === undefined);
    await store.forgetActs(settled.map(({ act }) => act.id));
    const problems = [...notKept(some, outcomes), ...this.#state.problems].slice(0, PROBLEMS);
    this.#show({ refusal: undefined, problems });
    return settled.length > 0;
  }

  #takeList(taken: DoorList): void {
    this.#list = taken;
    this.#show({ book: makeBook(taken.people), takenAt: taken.now, forgotten: false });
  }

  async #keep(store: DoorStore): Promise<void> {
    const list = this.#list;
    if (!list) return;
    await store.keepList({ assemblyId: this.assemblyId, list, standings: this.#known });
  }

  #adoptClock(server: number): void {
    this.#ahead = server - Date.now();
  }

  #show(more: Partial<DoorState> = {}): void {
    this.#state = {
      ...this.#state,
      ...more,
      standings: withWaiting(this.#known, this.#waiting),
      waiting: this.#waiting.length,
    };
    this.#listeners.forEach((listener) => listener());
  }
}
